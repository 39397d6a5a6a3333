import type { Text } from '#kernel/language.ts'

/** An error keeps the file or row out; a warning lets it in and asks for a look. */
export type Severity = 'error' | 'warning'

/** What the code of a problem says. Without severity it is an error. */
export interface Message extends Text {
  readonly severity?: 'warning'
}

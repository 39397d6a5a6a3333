import type { Text } from '#kernel/language.ts'

/** What a problem's code says, with `{words}` to be filled in. Without severity it is an error. */
export interface Message extends Text {
  readonly severity?: 'warning'
}

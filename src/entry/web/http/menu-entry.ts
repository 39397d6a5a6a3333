import type { Text } from '#kernel/language.ts'

/** A page in the menu, for whoever has one of the activities that it is for. */
export interface Entry {
  readonly label: Text
  readonly href: string
  readonly for: readonly string[]
  /** An activity, or a category, without which the page has no sense. */
  readonly needs?: string
  /** The same, with which another page stands in its place. */
  readonly unless?: string
}

/** Pages that belong together in the menu. */
export interface Group {
  readonly label: Text
  readonly entries: readonly Entry[]
  /** For people from outside: a row under the band, that every page of the group shows. */
  readonly row?: boolean
}

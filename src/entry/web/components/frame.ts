import type { Wording } from '#entry/web/words.ts'
import type { Account, NavigationLink, NavigationSection } from './navigation.tsx'
import type { View } from './view.ts'

/** Sets of colours that a label can choose from. All meet the same contrast. */
export const LABEL_THEMES = ['ink', 'forest', 'plum', 'slate'] as const

export type LabelTheme = (typeof LABEL_THEMES)[number]

/**
 * What surrounds every page of one request: made once by the door, passed on unchanged by the
 * pages.
 */
export interface Frame {
  readonly view: View
  /** The label under which the organisation shows itself. */
  readonly label: string
  readonly theme?: LabelTheme
  readonly homeHref: string
  /** Address that shows this same page in the other language. */
  readonly otherLanguageHref: string
  readonly statementHref: string
  readonly sections: readonly NavigationSection[]
  /** Absent when nobody is signed in. */
  readonly account?: Account
  /** Shown where nobody is signed in. */
  readonly signInHref?: string
  readonly footerLinks?: readonly NavigationLink[]
  /** A line above everything, such as that this is a demonstration. */
  readonly strip?: Wording
}

import type { Place, Problem } from '#statement/problem.ts'

/** A text of a statement as written: blocks of runs, with placeholders not yet filled in. */
export interface StatementText {
  readonly file: string
  readonly blocks: readonly Block<Written>[]
  readonly problems: readonly Problem[]
}

/** A block of a text. `I` is what stands in it: as written, or as said to people. */
export type Block<I> = Heading<I> | Paragraph<I> | List<I>

export interface Heading<I> {
  readonly kind: 'heading'
  readonly level: 1 | 2 | 3
  /** For links within the page: the words of the heading, in small letters with hyphens. */
  readonly anchor: string
  readonly runs: readonly Run<I>[]
  readonly place: Place
}

export interface Paragraph<I> {
  readonly kind: 'paragraph'
  readonly runs: readonly Run<I>[]
  readonly place: Place
}

export interface List<I> {
  readonly kind: 'list'
  readonly ordered: boolean
  readonly items: readonly (readonly Run<I>[])[]
  readonly place: Place
}

/** A stretch of a block that belongs to one clause, or to none. */
export interface Run<I> {
  readonly clause?: string
  /** The mark `{#id}` stands at the start of this run; later runs of the clause continue it. */
  readonly begins?: boolean
  readonly place: Place
  readonly content: readonly I[]
}

/** What is within a line: the same shapes as written and as said, but for placeholders. */
export type Written = Plain | Emphasis<Written> | Link<Written> | Placeholder

export type Said = Plain | Emphasis<Said> | Link<Said> | Quote

export interface Plain {
  readonly kind: 'plain'
  readonly text: string
  readonly place?: Place
}

export interface Emphasis<I> {
  readonly kind: 'emphasis' | 'strong'
  readonly content: readonly I[]
}

export interface Link<I> {
  readonly kind: 'link'
  /** Safe by construction: https, mailto, a path or an anchor. */
  readonly href: string
  readonly content: readonly I[]
}

/** `{retention.dossier.keep}` */
export interface Placeholder {
  readonly kind: 'placeholder'
  readonly path: string
  readonly place: Place
}

/** A declaration, said in words. */
export interface Quote {
  readonly kind: 'quote'
  readonly path: string
  readonly content: readonly (Plain | Link<Plain>)[]
}

import { sayDay } from '#kernel/day.ts'
import type { Language } from '#kernel/language.ts'

/**
 * A letter, certificate or report on paper: data only, in one language. Its words are shown as they
 * are; nothing in them is markup. Line ends in a text are kept.
 */
export interface Letter {
  readonly language: Language
  /** What it is, as a heading and as the title of the file. */
  readonly title: string
  readonly sender: {
    readonly name: string
    /** Below the name: address, where to write. */
    readonly lines: readonly string[]
  }
  /** Name and address of who gets it, line by line. */
  readonly addressee?: readonly string[]
  /** ISO date of the letter. */
  readonly writtenOn: string
  readonly reference?: string
  readonly blocks: readonly LetterBlock[]
  readonly closing?: { readonly words: string; readonly name: string }
  /** For wide tables. */
  readonly landscape?: boolean
}

export type LetterBlock =
  | { readonly kind: 'heading'; readonly text: string; readonly level?: 2 | 3 }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** What somebody wrote. */
  | { readonly kind: 'quote'; readonly text: string }
  /** Every row has as many cells as the head; `widths` are shares of the page. */
  | {
      readonly kind: 'table'
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
      readonly widths?: readonly number[]
    }
  /** A small picture, as the bytes of a PNG, with words for who does not see it. */
  | { readonly kind: 'image'; readonly bytes: readonly number[]; readonly says: string }
  /** A new page. */
  | { readonly kind: 'break' }

/** The standard of archives that a file follows: without or with a file inside. */
export type PdfStandard = 'a-2a' | 'a-3a'

/** A letter as the template reads it. */
export function letterInput(letter: Letter): string {
  const [year, month, day] = letter.writtenOn.split('-').map(Number)
  const date = sayDay(letter.writtenOn, letter.language)
  const blocks = withoutSkips(letter.blocks)
  return JSON.stringify({ ...letter, blocks, date, day: { year, month, day } })
}

/** Headings go down one level at a time (PDF/UA-1, 7.4.2): the title is the first. */
function withoutSkips(blocks: readonly LetterBlock[]): readonly LetterBlock[] {
  const isSecond = (block: LetterBlock) => block.kind === 'heading' && block.level !== 3
  const first = blocks.findIndex(isSecond)
  return blocks.map((block, index) =>
    block.kind === 'heading' && (first < 0 || index < first) ? { ...block, level: 2 } : block,
  )
}

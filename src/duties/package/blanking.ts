import type { Line, Value } from './line.ts'

/** What somebody decided to leave out of a package because it is about others. */
export interface Blanking {
  /** Names and other words, as they stand in the texts. */
  readonly words: readonly string[]
  /** Ids of files that are left out whole. */
  readonly files: readonly string[]
}

/** Words that can be blanked, and their longest length. */
export const BLANKS_LIMIT = 200
export const BLANK_LENGTH = 200

const BLANK = '█████'

/** Makes a function that blanks the words in a text, in capitals or small letters. */
export function blanker({ words }: Blanking): (text: string) => string {
  const longestFirst = words.filter((word) => word.trim() !== '').toSorted(byLength)
  if (longestFirst.length === 0) return (text) => text
  const pattern = new RegExp(
    longestFirst.map((word) => escapePattern(word.trim())).join('|'),
    'giu',
  )
  return (text) => text.replace(pattern, BLANK)
}

/** The same for all texts in a row. */
export function blankLine(line: Line, blank: (text: string) => string): Line {
  const blankValue = (value: Value): Value => (typeof value === 'string' ? blank(value) : value)
  return Object.fromEntries(
    Object.entries(line).map(([column, value]) => [column, blankValue(value)]),
  )
}

function byLength(a: string, b: string): number {
  return b.length - a.length
}

function escapePattern(word: string): string {
  return word
    .replaceAll(/[$()*+.?[\\\]^{|}/]/g, String.raw`\$&`)
    .replaceAll(/\s+/g, String.raw`\s+`)
}

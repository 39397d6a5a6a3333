/**
 * The place of a column as spreadsheets write it: `A`, `B` … `AA`. Says nothing of what stands in
 * it.
 */
export type ColumnLetter = string

/** A column of the file and what is done with it. */
export interface Column<Target extends string> {
  readonly letter: ColumnLetter
  /**
   * The heading as the file has it, at most 80 characters; empty when it could hold personal data.
   */
  readonly heading: string
  readonly use: 'used' | 'left-out' | 'refused'
  /** What the column is used for; absent when it is not used. */
  readonly target?: Target
}

const ALPHABET = 26
const CODE_OF_A = 65

/** The letters of a column counted from 0: 0 is `A`, 26 is `AA`. */
export function columnLetter(index: number): ColumnLetter {
  const last = String.fromCharCode(CODE_OF_A + (index % ALPHABET))
  return index < ALPHABET ? last : columnLetter(Math.floor(index / ALPHABET) - 1) + last
}

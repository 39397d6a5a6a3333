import { CsvError, parse } from 'csv-parse/sync'
import type { Delimiter } from './delimiter.ts'
import { type Problem, problem } from './problem.ts'

/** Limit on the columns of a list. */
export const MAX_COLUMNS = 100

/** Longest record in characters, before the text is taken for one with an open quotation mark. */
const MAX_RECORD_CHARACTERS = 100_000

/** Lines above the headings (a title, a date) that are looked past. */
const MAX_LINES_ABOVE = 10

/** A record of the file. Cells are as they stand there. */
export interface TableRow {
  /** Line in the file on which it begins, from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

/**
 * Cuts a text into records, leaving out blank ones. Answers with the problem when a quotation mark
 * spoils it.
 */
export function readTable(
  text: string,
  delimiter: Delimiter,
  maxRows: number,
): readonly TableRow[] | Problem {
  const rows: TableRow[] = []
  let line = 1
  const collect = (cells: string[], context: { lines: number }): null => {
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells })
    line = context.lines + 1
    return null
  }
  try {
    // One kind of line end, because the parser counts a break of two characters within quotation
    // marks twice.
    parse(text.replace(/\r\n?/g, '\n'), {
      delimiter,
      relax_column_count: true,
      max_record_size: MAX_RECORD_CHARACTERS,
      to: maxRows + MAX_LINES_ABOVE + 2,
      on_record: collect,
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return problem(quotationProblem(error.code), { line })
  }
  return rows
}

function quotationProblem(code: string): 'QUOTE_NOT_CLOSED' | 'QUOTE_MISPLACED' | 'LINE_TOO_LONG' {
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'QUOTE_NOT_CLOSED'
  return code === 'CSV_MAX_RECORD_SIZE' ? 'LINE_TOO_LONG' : 'QUOTE_MISPLACED'
}

/**
 * Finds the record with the headings: of the first few, the one with the most words that are
 * recognised.
 *
 * @returns its place among the rows, or -1 when not one heading is recognised.
 */
export function findHeadings(
  rows: readonly TableRow[],
  isKnown: (heading: string) => boolean,
): number {
  let found = -1
  let best = 0
  for (const [index, { cells }] of rows.slice(0, MAX_LINES_ABOVE + 1).entries()) {
    const known = cells.filter(isKnown).length
    if (known > best) {
      found = index
      best = known
    }
  }
  return found
}

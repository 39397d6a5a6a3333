import { type Column, columnLetter, type ColumnLetter } from './column.ts'
import type { ColumnWords } from './columns.ts'
import { isMonthFirst } from './date.ts'
import { type Delimiter, findDelimiter, takeSeparatorLine } from './delimiter.ts'
import { isDay } from './draft.ts'
import { decodeFile, type Encoding, isWorkbook } from './encoding.ts'
import { type Mapping, mapColumns } from './mapping.ts'
import { type FileCode, hasError, type Problem, problem } from './problem.ts'
import { findHeadings, MAX_COLUMNS, readTable, type TableRow } from './table.ts'
import { readWorkbook } from './workbook.ts'

/** A list as a table, with what each column is used for. Its rows are not read yet. */
export interface List<Target extends string> {
  readonly encoding?: Encoding
  readonly delimiter?: Delimiter
  readonly columns: readonly Column<Target>[]
  /** The columns that are used, by letter. */
  readonly mapping: Readonly<Record<ColumnLetter, Target>>
  readonly rows: readonly TableRow[]
  /** Columns of the file; a row must have as many cells. */
  readonly width: number
  /** Columns in which the month stands before the day somewhere. */
  readonly monthFirst: ReadonlySet<ColumnLetter>
  /**
   * What is wrong with the file or with whole columns; an error among them means that nothing may
   * come in.
   */
  readonly problems: readonly Problem[]
}

/** What is read of a file at most. */
export interface ListLimits {
  readonly bytes: number
  readonly rows: number
}

/**
 * Reads a list of at most 100 columns: a workbook (xlsx, its first sheet), or text in UTF-8, UTF-16
 * or Windows-1252 with cells separated by semicolon, comma, tab or bar. Never throws for what
 * stands in the file: problems tell, in words that repeat nothing of it. Columns of citizen numbers
 * are refused.
 *
 * @param chosen What the user chose for some columns; the others are guessed by their headings.
 */
export function readList<Target extends string>(
  bytes: Uint8Array,
  words: ColumnWords<Target>,
  { limits, chosen }: { readonly limits: ListLimits; readonly chosen?: Mapping<Target> },
): List<Target> {
  if (bytes.length > limits.bytes) return { ...NOTHING, problems: [problem('FILE_TOO_LARGE')] }
  const { facts, rows: table, problems } = readRecords(bytes, limits)
  if (hasError(problems)) return { ...facts, ...NOTHING, problems }
  const refuse = (code: FileCode): List<Target> => {
    return { ...facts, ...NOTHING, problems: [...problems, problem(code)] }
  }
  const found = findHeadings(table, (heading) => words.knows(heading))
  if (found < 0 && chosen === undefined) return refuse('HEADINGS_MISSING')
  const headings = trimEnd(table[Math.max(found, 0)]?.cells ?? [])
  const rows = table.slice(Math.max(found, 0) + 1)
  const limit = overLimit(headings, rows, limits)
  if (limit !== undefined) return refuse(limit)
  const { columns, mapping, problems: mapped } = mapColumns(words, { headings, rows }, chosen)
  const monthFirst = findMonthFirst(mapping, rows)
  return {
    ...facts,
    columns,
    mapping,
    rows,
    width: headings.length,
    monthFirst,
    problems: [
      ...problems,
      ...(found > 0 ? [problem('LINES_ABOVE_HEADINGS')] : []),
      ...mapped,
      ...[...monthFirst].map((column) => problem('COLUMN_MONTH_FIRST', { column })),
    ],
  }
}

const NOTHING = { columns: [], mapping: {}, rows: [], width: 0, monthFirst: new Set<string>() }

interface Records {
  readonly facts: { readonly encoding?: Encoding; readonly delimiter?: Delimiter }
  readonly rows: readonly TableRow[]
  readonly problems: readonly Problem[]
}

function readRecords(bytes: Uint8Array, limits: ListLimits): Records {
  if (isWorkbook(bytes)) return toRecords({}, readWorkbook(bytes, limits.rows))
  const file = decodeFile(bytes)
  if (typeof file === 'string') return { facts: {}, rows: [], problems: [problem(file)] }
  const problems = file.problems.map((code) => problem(code))
  if (hasError(problems)) return { facts: { encoding: file.encoding }, rows: [], problems }
  const { text, delimiter: told } = takeSeparatorLine(file.text)
  const delimiter = told ?? findDelimiter(text)
  const facts = { encoding: file.encoding, delimiter }
  return toRecords(facts, readTable(text, delimiter, limits.rows), problems)
}

function toRecords(
  facts: Records['facts'],
  table: readonly TableRow[] | Problem,
  problems: readonly Problem[] = [],
): Records {
  return isTable(table)
    ? { facts, rows: table, problems }
    : { facts, rows: [], problems: [...problems, table] }
}

function isTable(table: readonly TableRow[] | Problem): table is readonly TableRow[] {
  return Array.isArray(table)
}

function trimEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1)
}

function overLimit(
  headings: readonly string[],
  rows: readonly TableRow[],
  limits: ListLimits,
): FileCode | undefined {
  if (headings.length > MAX_COLUMNS) return 'FILE_TOO_MANY_COLUMNS'
  if (rows.length > limits.rows) return 'FILE_TOO_MANY_ROWS'
  return rows.length === 0 ? 'FILE_NO_ROWS' : undefined
}

function findMonthFirst(
  mapping: Readonly<Record<ColumnLetter, string>>,
  rows: readonly TableRow[],
): ReadonlySet<ColumnLetter> {
  const isMonthFirstIn = (place: number): boolean => {
    return rows.some(({ cells }) => isMonthFirst(cells[place] ?? ''))
  }
  const letters = Array.from({ length: MAX_COLUMNS }, (_, place) => columnLetter(place))
  return new Set(
    letters.filter((letter, place) => isDay(mapping[letter] ?? '') && isMonthFirstIn(place)),
  )
}

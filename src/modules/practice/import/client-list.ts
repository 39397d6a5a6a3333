import { type Column, columnLetter, type ColumnLetter } from './column.ts'
import { isMonthFirst } from './date.ts'
import { type Delimiter, findDelimiter, takeSeparatorLine } from './delimiter.ts'
import { findDuplicates } from './duplicate.ts'
import { decodeFile, type Encoding } from './encoding.ts'
import type { Target } from './field.ts'
import { findTarget, isCitizenNumberHeading } from './heading.ts'
import { type Mapping, mapColumns } from './mapping.ts'
import { type FileCode, hasError, type Problem, problem } from './problem.ts'
import { finishRow, type ImportRow, readRow } from './row.ts'
import type { Service } from './service.ts'
import { findHeadings, MAX_COLUMNS, MAX_ROWS, readTable, type TableRow } from './table.ts'

/** A client list as it was understood. Nothing of it is stored yet. */
export interface ClientList {
  readonly encoding?: Encoding
  readonly delimiter?: Delimiter
  readonly columns: readonly Column[]
  /** The columns that are used, by letter. */
  readonly mapping: Readonly<Record<ColumnLetter, Target>>
  readonly rows: readonly ImportRow[]
  /**
   * What is wrong with the file or with whole columns; an error among them means that nothing may
   * come in.
   */
  readonly problems: readonly Problem[]
}

export interface ReadingOptions {
  /** ISO date of today, to judge birth dates by. */
  readonly today: string
  /** What the user chose for some columns; the others are guessed by their headings. */
  readonly mapping?: Mapping
  /** The service of rows that do not name one. */
  readonly service?: Service
}

/**
 * Reads a client list, at most 10 MB, 20,000 rows and 100 columns: UTF-8, UTF-16 or Windows-1252,
 * cells separated by semicolon, comma, tab or bar. Never throws for what stands in the file:
 * problems tell, per file and per row, in words that repeat nothing of it. Citizen numbers are left
 * out and never returned.
 */
export function readClientList(bytes: Uint8Array, options: ReadingOptions): ClientList {
  const file = decodeFile(bytes)
  if (typeof file === 'string') return nothing([problem(file)])
  const problems = file.problems.map((code) => problem(code))
  if (hasError(problems)) return { encoding: file.encoding, ...nothing(problems) }
  const { text, delimiter: told } = takeSeparatorLine(file.text)
  const delimiter = told ?? findDelimiter(text)
  const facts = { encoding: file.encoding, delimiter }
  const table = readTable(text, delimiter)
  if (!isTable(table)) return { ...facts, ...nothing([...problems, table]) }
  const found = findHeadings(table, isKnownHeading)
  if (found < 0 && options.mapping === undefined) {
    return { ...facts, ...nothing([...problems, problem('HEADINGS_MISSING')]) }
  }
  const headings = trimEnd(table[Math.max(found, 0)]?.cells ?? [])
  const rows = table.slice(Math.max(found, 0) + 1)
  const limit = overLimit(headings, rows)
  if (limit !== undefined) return { ...facts, ...nothing([...problems, problem(limit)]) }
  if (found > 0) problems.push(problem('LINES_ABOVE_HEADINGS'))
  return { ...facts, ...readRows({ headings, rows, problems, options }) }
}

function nothing(problems: readonly Problem[]): ClientList {
  return { columns: [], mapping: {}, rows: [], problems }
}

function isTable(table: readonly TableRow[] | Problem): table is readonly TableRow[] {
  return Array.isArray(table)
}

function isKnownHeading(heading: string): boolean {
  return findTarget(heading) !== undefined || isCitizenNumberHeading(heading)
}

function trimEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1)
}

function overLimit(headings: readonly string[], rows: readonly TableRow[]): FileCode | undefined {
  if (headings.length > MAX_COLUMNS) return 'FILE_TOO_MANY_COLUMNS'
  if (rows.length > MAX_ROWS) return 'FILE_TOO_MANY_ROWS'
  return rows.length === 0 ? 'FILE_NO_ROWS' : undefined
}

function readRows(list: {
  readonly headings: readonly string[]
  readonly rows: readonly TableRow[]
  readonly problems: readonly Problem[]
  readonly options: ReadingOptions
}): Pick<ClientList, 'columns' | 'mapping' | 'rows' | 'problems'> {
  const { headings, rows, options } = list
  const { columns, mapping, problems: mapped } = mapColumns(headings, rows, options.mapping)
  const problems = [...list.problems, ...mapped]
  if (!Object.values(mapping).includes('service') && options.service === undefined) {
    problems.push(problem('COLUMN_SERVICE_MISSING'))
  }
  const monthFirst = findMonthFirst(mapping, rows)
  for (const column of monthFirst) problems.push(problem('COLUMN_MONTH_FIRST', { column }))
  const { today, service } = options
  const context = {
    mapping,
    monthFirst,
    width: headings.length,
    today,
    ...(service && { service }),
  }
  const read = rows.map((row) => readRow(row, context))
  const duplicates = findDuplicates(read)
  const finished = read.map((row) => finishRow(row, duplicates.get(row.line) ?? []))
  return { columns, mapping, rows: finished, problems }
}

const DATES: readonly Target[] = ['bornOn', 'startedOn', 'endedOn']

function findMonthFirst(
  mapping: Readonly<Record<ColumnLetter, Target>>,
  rows: readonly TableRow[],
): ReadonlySet<ColumnLetter> {
  const found = new Set<ColumnLetter>()
  for (const { cells } of rows) {
    for (const [index, cell] of cells.entries()) {
      const column = columnLetter(index)
      const target = mapping[column]
      if (target !== undefined && DATES.includes(target) && isMonthFirst(cell)) found.add(column)
    }
  }
  return found
}

/** Tells whether a list can come in as it is: no error in the file, and none in any row. */
export function isReady(list: ClientList): boolean {
  return !hasError(list.problems) && list.rows.every(({ client }) => client !== undefined)
}

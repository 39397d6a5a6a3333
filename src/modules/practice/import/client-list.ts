import {
  type ColumnLetter,
  hasError,
  type List,
  type ListLimits,
  type Mapping as ListMapping,
  type Problem,
  problem,
  readList,
} from '#modules/lists/index.ts'
import { findDuplicates } from './duplicate.ts'
import type { Target } from './field.ts'
import { CLIENT_COLUMNS } from './heading.ts'
import { SERVICE_PROBLEMS } from './problem.ts'
import { finishRow, type ImportRow, readRow } from './row.ts'
import type { Service } from './service.ts'

/** Limit on the size of a client list, in bytes, and on its rows. */
export const MAX_FILE_BYTES: number = 10 * 1024 * 1024
export const MAX_ROWS = 20_000

/** A client list as it was understood. Nothing of it is stored yet. */
export interface ClientList extends Omit<List<Target>, 'rows' | 'width' | 'monthFirst'> {
  readonly rows: readonly ImportRow[]
}

/** What each column is used for, by its letter. */
export type Mapping = ListMapping<Target>

export interface ReadingOptions {
  /** ISO date of today, to judge birth dates by. */
  readonly today: string
  /** What the user chose for some columns; the others are guessed by their headings. */
  readonly mapping?: Mapping
  /** The service of rows that do not name one. */
  readonly service?: Service
}

/**
 * Reads a client list, at most 10 MB and 20,000 rows; see `readList`. Never throws for what stands
 * in the file: problems tell, per file and per row, in words that repeat nothing of it. Citizen
 * numbers are left out and never returned.
 */
export function readClientList(bytes: Uint8Array, options: ReadingOptions): ClientList {
  const { mapping: chosen, service, today } = options
  const limits: ListLimits = { bytes: MAX_FILE_BYTES, rows: MAX_ROWS }
  const {
    rows: table,
    width,
    monthFirst,
    ...list
  } = readList(bytes, CLIENT_COLUMNS, {
    limits,
    ...(chosen && { chosen }),
  })
  const { mapping } = list
  if (table.length === 0) return { ...list, rows: [] }
  const context = { mapping, monthFirst, width, today, ...(service && { service }) }
  const read = table.map((row) => readRow(row, context))
  const duplicates = findDuplicates(read)
  const rows = read.map((row) => finishRow(row, duplicates.get(row.line) ?? []))
  return { ...list, rows, problems: [...list.problems, ...serviceProblem(mapping, service)] }
}

function serviceProblem(
  mapping: Readonly<Record<ColumnLetter, Target>>,
  service: Service | undefined,
): Problem[] {
  const isTold = Object.values(mapping).includes('service') || service !== undefined
  return isTold ? [] : [problem(SERVICE_PROBLEMS.noColumn)]
}

/** Tells whether a list can come in as it is: no error in the file, and none in any row. */
export function isReady(list: ClientList): boolean {
  return !hasError(list.problems) && list.rows.every(({ client }) => client !== undefined)
}

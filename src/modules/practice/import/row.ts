import {
  type ColumnLetter,
  type DayContext,
  Draft,
  hasError,
  type Problem,
  readEmail,
  type TableRow,
  takeBirth,
  takeDay,
  takePerson,
} from '#modules/lists/index.ts'
import { type ImportedClient, type ImportFields, importedClient } from './client.ts'
import type { Target } from './field.ts'
import { SERVICE_PROBLEMS } from './problem.ts'
import { readService, type Service } from './service.ts'

/** A row of the list: what was understood of it, and what is wrong. */
export interface ImportRow {
  /** Line in the file on which the row begins, from 1. */
  readonly line: number
  readonly fields: ImportFields
  /** The whole of it, ready to be stored; only when no problem keeps the row out. */
  readonly client?: ImportedClient
  readonly problems: readonly Problem[]
}

/** What reading a row needs to know beside the row. */
export interface RowContext extends DayContext {
  readonly mapping: Readonly<Record<ColumnLetter, Target>>
  /** Columns of the file; a row must have as many cells. */
  readonly width: number
  /** The service of rows that do not name one. */
  readonly service?: Service
}

/** Reads one row. The client is not there yet: other rows may still keep it out. */
export function readRow(row: TableRow, context: RowContext): ImportRow {
  const draft = new Draft(row, context.mapping)
  checkWidth(draft, row, context.width)
  const fields: ImportFields = { ...takePerson(draft), ...takeEngagement(draft, context) }
  Object.assign(fields, takeDays(draft, context))
  checkShape(draft, fields)
  return { line: draft.line, fields, problems: draft.problems }
}

/** Adds what was found by comparing rows, and the client if nothing keeps the row out. */
export function finishRow(row: ImportRow, found: readonly Problem[]): ImportRow {
  const problems = [...row.problems, ...found]
  if (hasError(problems)) return { ...row, problems }
  return { ...row, problems, client: importedClient.parse(row.fields) }
}

function checkWidth(draft: Draft<Target>, row: TableRow, width: number): void {
  const surplus = row.cells.slice(width)
  if (row.cells.length < width) draft.note('ROW_TOO_SHORT')
  else if (surplus.some((cell) => cell.trim() !== '')) draft.note('ROW_TOO_LONG')
}

function takeEngagement(draft: Draft<Target>, context: RowContext): ImportFields {
  const fields: ImportFields = {}
  const names = draft.text('service') !== undefined
  const service = names ? draft.take('service', readService) : context.service
  if (service !== undefined) fields.service = service
  else if (!names) draft.note(SERVICE_PROBLEMS.missing, 'service')
  const coachEmail = draft.take('coachEmail', readEmail)
  if (coachEmail !== undefined) fields.coachEmail = coachEmail
  const principal = draft.text('principal')
  if (principal !== undefined) fields.principal = principal
  const reference = draft.text('reference')
  if (reference !== undefined) fields.reference = reference
  return fields
}

function takeDays(draft: Draft<Target>, context: RowContext): ImportFields {
  const bornOn = takeBirth(draft, context)
  const startedOn = takeDay(draft, 'startedOn', context)
  const endedOn = takeDay(draft, 'endedOn', context)
  if (startedOn && endedOn && endedOn < startedOn) draft.note('PERIOD_REVERSED', 'endedOn')
  if (bornOn && startedOn && startedOn <= bornOn) draft.note('BORN_AFTER_START', 'bornOn')
  return {
    ...(bornOn !== undefined && { bornOn }),
    ...(startedOn !== undefined && { startedOn }),
    ...(endedOn !== undefined && { endedOn }),
  }
}

const importFields = importedClient.partial()

/** What the readings let through may still be longer than a field can hold. */
function checkShape(draft: Draft<Target>, fields: ImportFields): void {
  const result = importFields.safeParse(fields)
  for (const { path } of result.error?.issues ?? []) {
    const [field] = path
    const known = Object.keys(importedClient.shape).find((each) => each === field)
    if (known !== undefined) draft.note('CELL_TOO_LONG', known)
  }
}

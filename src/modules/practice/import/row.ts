import { readAddress, readHouseNumber } from './address.ts'
import { type ImportedClient, type ImportFields, importedClient } from './client.ts'
import type { ColumnLetter } from './column.ts'
import { isOrderUnclear, readDate } from './date.ts'
import { type Draft, note, settle, startDraft, take } from './draft.ts'
import { readEmail } from './email.ts'
import type { Target } from './field.ts'
import { type PersonName, readFullName, readNameParts } from './name.ts'
import { readPhone } from './phone.ts'
import { readPostcode, splitPostcodeAndCity } from './postcode.ts'
import { hasError, type Problem } from './problem.ts'
import { type Reading, read, refuse } from './reading.ts'
import { readService, type Service } from './service.ts'
import type { TableRow } from './table.ts'

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
export interface RowContext {
  readonly mapping: Readonly<Record<ColumnLetter, Target>>
  /** Columns of the file; a row must have as many cells. */
  readonly width: number
  /** Columns in which the month stands before the day somewhere. */
  readonly monthFirst: ReadonlySet<ColumnLetter>
  /** The service of rows that do not name one. */
  readonly service?: Service
  /** ISO date of today. */
  readonly today: string
}

/** Reads one row. The client is not there yet: other rows may still keep it out. */
export function readRow(row: TableRow, context: RowContext): ImportRow {
  const draft = startDraft(row, context.mapping)
  checkWidth(draft, row, context.width)
  takeName(draft)
  takeAddress(draft)
  takeContact(draft)
  takeEngagement(draft, context)
  checkDates(draft, context)
  checkShape(draft)
  return { line: draft.line, fields: draft.fields, problems: draft.problems }
}

/** Adds what was found by comparing rows, and the client if nothing keeps the row out. */
export function finishRow(row: ImportRow, found: readonly Problem[]): ImportRow {
  const problems = [...row.problems, ...found]
  if (hasError(problems)) return { ...row, problems }
  return { ...row, problems, client: importedClient.parse(row.fields) }
}

function checkWidth(draft: Draft, row: TableRow, width: number): void {
  const surplus = row.cells.slice(width)
  if (row.cells.length < width) note(draft, 'ROW_TOO_SHORT')
  else if (surplus.some((cell) => cell.trim() !== '')) note(draft, 'ROW_TOO_LONG')
}

function takeName(draft: Draft): void {
  const { texts } = draft
  if (!texts.has('familyName') && texts.has('name')) {
    Object.assign(draft.fields, take(draft, 'name', readFullName))
    return
  }
  if (hasFieldError(draft, 'familyName')) return
  const familyName = texts.get('familyName')
  if (familyName === undefined) {
    note(draft, 'NAME_MISSING', draft.columns.has('familyName') ? 'familyName' : 'name')
    return
  }
  const name: Reading<PersonName> = readNameParts({ ...nameColumns(draft), familyName })
  Object.assign(draft.fields, settle(draft, 'familyName', name))
}

function nameColumns(draft: Draft): Partial<PersonName> {
  const givenName = draft.texts.get('givenName')
  const initials = draft.texts.get('initials')
  const prefix = draft.texts.get('prefix')
  return {
    ...(givenName !== undefined && { givenName }),
    ...(initials !== undefined && { initials }),
    ...(prefix !== undefined && { prefix }),
  }
}

function hasFieldError(draft: Draft, field: Problem['field']): boolean {
  return draft.problems.some((each) => each.field === field && each.severity === 'error')
}

function takeAddress(draft: Draft): void {
  const { fields, texts } = draft
  const split = splitPostcodeAndCity(texts.get('postcodeAndCity') ?? '')
  const postcode =
    take(draft, 'postcode', readPostcode) ??
    (split.postcode && settle(draft, 'postcodeAndCity', readPostcode(split.postcode)))
  const city = texts.get('city') ?? split.city
  const address = take(draft, 'address', (text) => readStreet(text, texts.has('houseNumber')))
  Object.assign(fields, address, take(draft, 'houseNumber', readHouseNumber))
  const street = texts.get('street')
  if (street !== undefined) fields.street = street
  if (postcode) fields.postcode = postcode
  if (city) fields.city = city
  const addition = texts.get('houseNumberAddition')
  if (addition !== undefined && fields.houseNumber !== undefined) {
    fields.houseNumberAddition = addition
  }
}

/** Beside a column with the house number, an address is the street alone. */
function readStreet(text: string, hasNumber: boolean): ReturnType<typeof readAddress> {
  return hasNumber ? read({ street: text }) : readAddress(text)
}

function takeContact(draft: Draft): void {
  const { fields } = draft
  const email = take(draft, 'email', readEmail)
  const mobile = take(draft, 'mobile', readPhone)
  const fixed = take(draft, 'phone', readPhone)
  const phone = mobile ?? fixed
  if (mobile !== undefined && fixed !== undefined && mobile !== fixed) {
    note(draft, 'PHONE_MORE_THAN_ONE', 'phone')
  }
  if (email !== undefined) fields.email = email
  if (phone !== undefined) fields.phone = phone
}

function takeEngagement(draft: Draft, context: RowContext): void {
  const { fields, texts } = draft
  const service = texts.has('service') ? take(draft, 'service', readService) : context.service
  if (service !== undefined) fields.service = service
  else if (!texts.has('service')) note(draft, 'SERVICE_MISSING', 'service')
  const coachEmail = take(draft, 'coachEmail', readEmail)
  if (coachEmail !== undefined) fields.coachEmail = coachEmail
  const principal = texts.get('principal')
  if (principal !== undefined) fields.principal = principal
  const reference = texts.get('reference')
  if (reference !== undefined) fields.reference = reference
}

function checkDates(draft: Draft, context: RowContext): void {
  const { fields } = draft
  for (const target of ['bornOn', 'startedOn', 'endedOn'] as const) {
    const monthFirst = context.monthFirst.has(draft.columns.get(target) ?? '')
    const date = take(draft, target, (text) => {
      return monthFirst && isOrderUnclear(text) ? refuse('DATE_ORDER_UNCLEAR') : readDate(text)
    })
    if (date !== undefined) fields[target] = date
  }
  const { bornOn, startedOn, endedOn } = fields
  if (bornOn && bornOn > context.today) note(draft, 'BORN_IN_FUTURE', 'bornOn')
  if (bornOn && bornOn < yearsBefore(context.today, MAX_AGE)) {
    note(draft, 'BORN_TOO_LONG_AGO', 'bornOn')
  }
  if (startedOn && endedOn && endedOn < startedOn) note(draft, 'PERIOD_REVERSED', 'endedOn')
  if (bornOn && startedOn && startedOn <= bornOn) note(draft, 'BORN_AFTER_START', 'bornOn')
}

/** Nobody older is expected among clients; 1-1-1900 is what programs write for "not known". */
const MAX_AGE = 110

function yearsBefore(date: string, years: number): string {
  return `${Number(date.slice(0, 4)) - years}${date.slice(4)}`
}

const importFields = importedClient.partial()

/** What the readings let through may still be longer than a field can hold. */
function checkShape(draft: Draft): void {
  const result = importFields.safeParse(draft.fields)
  for (const { path } of result.error?.issues ?? []) {
    const [field] = path
    const known = Object.keys(importedClient.shape).find((each) => each === field)
    // The keys of the schema are the fields, and each field is a target.
    if (known !== undefined) note(draft, 'CELL_TOO_LONG', known as keyof ImportedClient)
  }
}

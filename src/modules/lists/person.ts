import { readAddress, readHouseNumber } from './address.ts'
import { isOrderUnclear, readDate } from './date.ts'
import type { ColumnLetter } from './column.ts'
import type { Draft } from './draft.ts'
import { readEmail } from './email.ts'
import { type PersonName, readFullName, readNameParts } from './name.ts'
import type { PersonTarget } from './person-columns.ts'
import { readPhone } from './phone.ts'
import { readPostcode, splitPostcodeAndCity } from './postcode.ts'
import { type Reading, read, refuse } from './reading.ts'

/** What was understood of a person. */
export interface PersonFields {
  givenName?: string
  initials?: string
  prefix?: string
  familyName?: string
  /** ISO date. */
  bornOn?: string
  email?: string
  /** E.164: `+31612345678`. */
  phone?: string
  street?: string
  houseNumber?: number
  houseNumberAddition?: string
  /** `1234 AB`, or with the country before it: `B-1000`. */
  postcode?: string
  city?: string
}

/** What reading days needs to know beside the row. */
export interface DayContext {
  /** Columns in which the month stands before the day somewhere. */
  readonly monthFirst: ReadonlySet<ColumnLetter>
  /** ISO date of today. */
  readonly today: string
}

/** Reads what a row tells of a person, but for the day of birth. */
export function takePerson(draft: Draft<PersonTarget>): PersonFields {
  return { ...takeName(draft), ...takeAddress(draft), ...takeContact(draft) }
}

/** Reads the day of birth, and says so when nobody can have been born on it. */
export function takeBirth(draft: Draft<PersonTarget>, context: DayContext): string | undefined {
  const bornOn = takeDay(draft, 'bornOn', context)
  if (bornOn && bornOn > context.today) draft.note('BORN_IN_FUTURE', 'bornOn')
  if (bornOn && bornOn < yearsBefore(context.today, MAX_AGE)) {
    draft.note('BORN_TOO_LONG_AGO', 'bornOn')
  }
  return bornOn
}

/** Reads a day as an ISO date; where months come first elsewhere, it must not be unclear. */
export function takeDay<Target extends string>(
  draft: Draft<Target>,
  target: Target,
  { monthFirst }: DayContext,
): string | undefined {
  const isUncertain = monthFirst.has(draft.columnOf(target) ?? '')
  return draft.take(target, (text) => {
    return isUncertain && isOrderUnclear(text) ? refuse('DATE_ORDER_UNCLEAR') : readDate(text)
  })
}

/** Nobody older is expected in a list; 1-1-1900 is what programs write for "not known". */
const MAX_AGE = 110

function yearsBefore(date: string, years: number): string {
  return `${Number(date.slice(0, 4)) - years}${date.slice(4)}`
}

function takeName(draft: Draft<PersonTarget>): Partial<PersonName> {
  const familyName = draft.text('familyName')
  if (familyName === undefined && draft.text('name') !== undefined) {
    return draft.take('name', readFullName) ?? {}
  }
  if (draft.hasError('familyName')) return {}
  if (familyName === undefined) {
    draft.note('NAME_MISSING', draft.hasColumn('familyName') ? 'familyName' : 'name')
    return {}
  }
  const name: Reading<PersonName> = readNameParts({ ...nameColumns(draft), familyName })
  return draft.settle('familyName', name) ?? {}
}

function nameColumns(draft: Draft<PersonTarget>): Partial<PersonName> {
  const givenName = draft.text('givenName')
  const initials = draft.text('initials')
  const prefix = draft.text('prefix')
  return {
    ...(givenName !== undefined && { givenName }),
    ...(initials !== undefined && { initials }),
    ...(prefix !== undefined && { prefix }),
  }
}

function takeAddress(draft: Draft<PersonTarget>): PersonFields {
  const fields: PersonFields = {}
  const hasNumber = draft.text('houseNumber') !== undefined
  const split = splitPostcodeAndCity(draft.text('postcodeAndCity') ?? '')
  const postcode =
    draft.take('postcode', readPostcode) ??
    (split.postcode && draft.settle('postcodeAndCity', readPostcode(split.postcode)))
  const city = draft.text('city') ?? split.city
  const address = draft.take('address', (text) => readStreet(text, hasNumber))
  Object.assign(fields, address, draft.take('houseNumber', readHouseNumber))
  const street = draft.text('street')
  if (street !== undefined) fields.street = street
  if (postcode) fields.postcode = postcode
  if (city) fields.city = city
  const addition = draft.text('houseNumberAddition')
  if (addition !== undefined && fields.houseNumber !== undefined) {
    fields.houseNumberAddition = addition
  }
  return fields
}

/** Beside a column with the house number, an address is the street alone. */
function readStreet(text: string, hasNumber: boolean): ReturnType<typeof readAddress> {
  return hasNumber ? read({ street: text }) : readAddress(text)
}

function takeContact(draft: Draft<PersonTarget>): PersonFields {
  const email = draft.take('email', readEmail)
  const mobile = draft.take('mobile', readPhone)
  const fixed = draft.take('phone', readPhone)
  const phone = mobile ?? fixed
  if (mobile !== undefined && fixed !== undefined && mobile !== fixed) {
    draft.note('PHONE_MORE_THAN_ONE', 'phone')
  }
  return { ...(email !== undefined && { email }), ...(phone !== undefined && { phone }) }
}

import { z } from 'zod'
import {
  type ColumnLetter,
  type DayContext,
  Draft,
  hasError,
  type OwnProblem,
  type PersonFields,
  type Problem,
  type TableRow,
  takeBirth,
  takeDay,
  takePerson,
} from '#modules/lists/index.ts'
import type { RegisterTarget } from './field.ts'
import type { Places } from './places.ts'
import { REGISTER_PROBLEMS } from './problem.ts'

/** A registration as a row gives it, in the words of the database, ready to be taken over. */
export const takenRegistration = z.strictObject({
  given_names: z.string().min(1).max(200),
  prefix: z.string().max(30),
  family_name: z.string().min(1).max(100),
  born_on: z.iso.date(),
  birth_place: z.string().max(100),
  email: z.string().max(254).nullable(),
  phone: z.string().max(30).nullable(),
  street: z.string().max(100).nullable(),
  house_number: z.int().min(1).max(99_999).nullable(),
  house_number_addition: z.string().max(20).nullable(),
  postcode: z.string().max(10).nullable(),
  city: z.string().max(100).nullable(),
  version_id: z.string(),
  institution_id: z.string(),
  institute_id: z.string(),
  starts_on: z.iso.date(),
  planned_end_on: z.iso.date(),
  ended_on: z.iso.date().nullable(),
  completed_on: z.iso.date().nullable(),
  number: z.string().min(3).max(30).nullable(),
})

export type TakenRegistration = z.infer<typeof takenRegistration>

/** A row of the list: what was understood of it, and what is wrong. */
export interface RegisterRow {
  /** Line in the file on which the row begins, from 1. */
  readonly line: number
  /** What the file says of who it is, beside name and birth; empty when it has no such column. */
  readonly personReference: string
  /** The whole of it; only when no problem keeps the row out. */
  readonly taken?: TakenRegistration
  readonly problems: readonly Problem[]
}

/** What reading a row needs to know beside the row. */
export interface RegisterContext extends DayContext {
  readonly mapping: Readonly<Record<ColumnLetter, RegisterTarget>>
  /** Columns of the file; a row must have as many cells. */
  readonly width: number
  readonly places: Places
}

type RegisterDraft = Draft<RegisterTarget>

/** Reads one row by itself: that another row is like it is not seen here. */
export function readRegistration(row: TableRow, context: RegisterContext): RegisterRow {
  const draft: RegisterDraft = new Draft(row, context.mapping)
  if (row.cells.length < context.width) draft.note('ROW_TOO_SHORT')
  const person = takePerson(draft)
  const who = { ...registrantOf(draft, person), born_on: takeBirth(draft, context) }
  if (who.born_on === undefined && !draft.hasError('bornOn')) {
    draft.note(REGISTER_PROBLEMS.birthMissing, 'bornOn')
  }
  const shape = { ...who, ...takeTraining(draft, context) }
  const { line, problems } = draft
  const personReference = draft.text('personReference') ?? ''
  const whole = hasError(problems) ? undefined : takenRegistration.safeParse(shape)
  if (whole?.error) draft.note('CELL_TOO_LONG', fieldOf(whole.error.issues[0]?.path[0]))
  return { line, personReference, problems, ...(whole?.data && { taken: whole.data }) }
}

/** The columns of the database are the fields in another spelling. */
function fieldOf(column: PropertyKey | undefined): string {
  const field = String(column).replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
  return field === 'givenNames' ? 'givenName' : field === 'number' ? 'diplomaNumber' : field
}

function registrantOf(
  draft: RegisterDraft,
  person: PersonFields,
): Partial<Omit<TakenRegistration, 'born_on'>> {
  const givenNames = person.givenName ?? person.initials
  if (givenNames === undefined && person.familyName !== undefined) {
    draft.note(REGISTER_PROBLEMS.givenNameMissing, 'givenName')
  }
  return {
    ...(givenNames !== undefined && { given_names: givenNames }),
    prefix: person.prefix ?? '',
    ...(person.familyName !== undefined && { family_name: person.familyName }),
    birth_place: draft.text('birthPlace') ?? '',
    email: person.email ?? null,
    phone: person.phone ?? null,
    street: person.street ?? null,
    house_number: person.houseNumber ?? null,
    house_number_addition: person.houseNumberAddition ?? null,
    postcode: person.postcode ?? null,
    city: person.city ?? null,
  }
}

function takeTraining(draft: RegisterDraft, context: RegisterContext): Partial<TakenRegistration> {
  const startsOn = takeDay(draft, 'startedOn', context)
  if (startsOn === undefined) {
    if (!draft.hasError('startedOn')) draft.note(REGISTER_PROBLEMS.startMissing, 'startedOn')
    return {}
  }
  const version = take(draft, 'programme', {
    missing: REGISTER_PROBLEMS.programmeMissing,
    unknown: REGISTER_PROBLEMS.programmeUnknown,
    find: (name) => context.places.version(name, startsOn),
  })
  const institution = take(draft, 'institution', {
    missing: REGISTER_PROBLEMS.institutionMissing,
    unknown: REGISTER_PROBLEMS.institutionUnknown,
    find: (name) => context.places.institution('care', name),
  })
  const institute = take(draft, 'institute', {
    missing: REGISTER_PROBLEMS.instituteMissing,
    unknown: REGISTER_PROBLEMS.instituteUnknown,
    find: (name) => context.places.institution('training', name),
  })
  const planned = takeAfter(draft, 'plannedEndOn', { ...context, startsOn })
  return {
    starts_on: startsOn,
    planned_end_on: planned ?? addMonths(startsOn, version?.months ?? 1),
    ended_on: takePast(draft, 'endedOn', { ...context, startsOn }) ?? null,
    completed_on: takePast(draft, 'completedOn', { ...context, startsOn }) ?? null,
    number: takeNumber(draft),
    ...(version && { version_id: version.id }),
    ...(institution !== undefined && { institution_id: institution }),
    ...(institute !== undefined && { institute_id: institute }),
  }
}

interface Lookup<Value> {
  readonly missing: OwnProblem
  readonly unknown: OwnProblem
  readonly find: (name: string) => Value | undefined
}

function take<Value>(
  draft: RegisterDraft,
  target: RegisterTarget,
  { missing, unknown, find }: Lookup<Value>,
): Value | undefined {
  const name = draft.text(target)
  const found = name === undefined ? undefined : find(name)
  if (name === undefined) draft.note(missing, target)
  else if (found === undefined) draft.note(unknown, target)
  return found
}

type DayTarget = 'plannedEndOn' | 'endedOn' | 'completedOn'

function takeAfter(
  draft: RegisterDraft,
  target: DayTarget,
  { startsOn, ...context }: RegisterContext & { readonly startsOn: string },
): string | undefined {
  const day = takeDay<RegisterTarget>(draft, target, context)
  if (day !== undefined && day <= startsOn) draft.note(REGISTER_PROBLEMS.endBeforeStart, target)
  return day
}

function takePast(
  draft: RegisterDraft,
  target: DayTarget,
  context: RegisterContext & { readonly startsOn: string },
): string | undefined {
  const day = takeAfter(draft, target, context)
  if (day !== undefined && day > context.today) draft.note(REGISTER_PROBLEMS.dayInFuture, target)
  return day
}

const OWN_NUMBER = /^\d{9}$/

function takeNumber(draft: RegisterDraft): string | null {
  const number = draft.text('diplomaNumber') ?? null
  if (number === null) return null
  const target = 'diplomaNumber'
  if (draft.text('completedOn') === undefined) {
    draft.note(REGISTER_PROBLEMS.numberWithoutDay, target)
  } else if (OWN_NUMBER.test(number)) draft.note(REGISTER_PROBLEMS.numberOfOurs, target)
  else if (number.length < 3 || number.length > 30) {
    draft.note(REGISTER_PROBLEMS.numberUnfit, target)
  }
  return number
}

/** A day some months on; past the end of a month it is the first of the next. */
function addMonths(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() + months)
  return date.toISOString().slice(0, 10)
}

import { sql } from 'kysely'
import { cards, cell, stateOfCard } from '#modules/practice/card-query.ts'
import type { PersonName } from '#modules/practice/person.ts'
import type { Access } from '#store/access.ts'
import type { RowsOf } from '#store/query.ts'
import type { TimeKind } from './words.ts'

const ENTRIES_LIMIT = 500
const CLIENTS_LIMIT = 1_000

/** The days of a week by the ISO date of its Monday. */
export interface Week {
  readonly monday: string
  readonly days: readonly string[]
  readonly before: string
  readonly after: string
}

const DAY_MS = 86_400_000

/** The week that a day lies in. */
export function weekOf(day: string): Week {
  const at = Date.parse(`${day}T00:00:00Z`)
  const offset = (new Date(at).getUTCDay() + 6) % 7
  const iso = (days: number): string =>
    new Date(at + (days - offset) * DAY_MS).toISOString().slice(0, 10)
  return {
    monday: iso(0),
    days: [0, 1, 2, 3, 4, 5, 6].map(iso),
    before: iso(-7),
    after: iso(7),
  }
}

/**
 * What one recorded in a week over all clients within reach, and those clients. Opens no dossier:
 * it shows cards.
 */
export function weekReads(access: Access, { days }: Week): WeekReads {
  return buildReads(access, days)
}

export type WeekReads = ReturnType<typeof buildReads>

function buildReads(access: Access, days: readonly string[]) {
  const names = [
    'd.id' as const,
    'd.reference' as const,
    cell<string>(access, 'c', 'given_name').as('given_name'),
    cell<string>(access, 'c', 'initials').as('initials'),
    cell<string>(access, 'c', 'prefix').as('prefix'),
    cell<string>(access, 'c', 'family_name').as('family_name'),
  ] as const
  return {
    entries: cards(access)
      .innerJoin('time_entries as t', 't.dossier_id', 'd.id')
      .select(names)
      .select(['t.id as entry_id', 't.day', 't.minutes', 't.kind', 't.billable'])
      .select(sql<boolean>`t.invoice_line is not null`.as('invoiced'))
      .where(sql<boolean>`t.noted_by = (select actor())`)
      .where(sql<boolean>`t.day = any (${days}::date[])`)
      .orderBy('t.day')
      .orderBy('t.noted_at')
      .limit(ENTRIES_LIMIT),
    clients: cards(access)
      .select(names)
      .where(sql<boolean>`${stateOfCard(access)} is distinct from 'closed'`)
      .orderBy(sql`lower(${cell(access, 'c', 'family_name')})`)
      .limit(CLIENTS_LIMIT),
  }
}

export interface WeekEntry {
  readonly id: string
  readonly dossierId: string
  readonly reference: string
  readonly name?: PersonName
  readonly day: string
  readonly minutes: number
  readonly kind: TimeKind
  readonly billable: boolean
  readonly invoiced: boolean
}

export interface WeekClient {
  readonly dossierId: string
  readonly reference: string
  readonly name?: PersonName
}

/** What `weekReads` answered. */
export function readWeek(rows: { readonly [Name in keyof WeekReads]: RowsOf<WeekReads[Name]> }): {
  readonly entries: readonly WeekEntry[]
  readonly clients: readonly WeekClient[]
} {
  return {
    entries: rows.entries.map((row) => ({
      ...readClient(row),
      id: row.entry_id,
      day: row.day,
      minutes: row.minutes,
      kind: row.kind as TimeKind, // as in the table
      billable: row.billable,
      invoiced: row.invoiced,
    })),
    clients: rows.clients.map(readClient),
  }
}

interface NameRow {
  readonly id: string
  readonly reference: string
  readonly given_name: string | null
  readonly initials: string | null
  readonly prefix: string | null
  readonly family_name: string | null
}

function readClient(row: NameRow): WeekClient {
  return {
    dossierId: row.id,
    reference: row.reference,
    ...(row.family_name !== null && {
      name: {
        familyName: row.family_name,
        ...(row.given_name && { givenName: row.given_name }),
        ...(row.initials && { initials: row.initials }),
        ...(row.prefix && { prefix: row.prefix }),
      },
    }),
  }
}

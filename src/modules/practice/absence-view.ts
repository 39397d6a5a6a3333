import { sql } from 'kysely'
import type { Access } from '#store/access.ts'
import { type RowsOf, written } from '#store/query.ts'
import { selectReadable } from '#store/readable.ts'
import { cards, cell, plainSql, stateOfCard } from './card-query.ts'
import type { AbsencePeriod } from './absence.ts'
import type { ConsentState } from '#duties/consent/consent.ts'
import type { PersonName } from './person.ts'

/** Clients of whom one can ask something at once. */
const ABSENCE_CLIENTS_LIMIT = 500

interface AnswerRow {
  readonly absence_id: string
  readonly dossier_id: string
  readonly state: ConsentState
}

/** What clients within reach answered to a substitute of an absence that is not over. */
const answers = written(sql<AnswerRow>`select absence_id, dossier_id, state from absence_answers()`)

/**
 * Absences that are not over, with who stands in and what clients said of it. Opens no dossier.
 *
 * @param access Of the activity in which they are listed.
 */
export function absenceReads(access: Access): AbsenceReads {
  return buildReads(access)
}

export type AbsenceReads = ReturnType<typeof buildReads>

function buildReads(access: Access) {
  return {
    absences: selectReadable(access, 'absences', {
      needs: ['id', 'account_id', 'substitute_id', 'starts_on', 'ends_on'],
    }).where(sql<boolean>`ends_on >= gestand.today()`),
    cancellations: selectReadable(access, 'absence_cancellations', { needs: ['absence_id'] }),
    members: selectReadable(access, 'members', { needs: ['account_id', 'name'] }),
    answers,
    announcements: selectReadable(access, 'substitution_announcements', {
      needs: ['absence_id', 'dossier_id', 'announced_at'],
    }),
    clients: clientCards(access),
  }
}

/** Clients whose service did not end, by name. */
function clientCards(access: Access) {
  const name = cell<string>(access, 'c', 'family_name')
  return cards(access)
    .where(sql<boolean>`${stateOfCard(access)} is distinct from 'closed'`)
    .select([
      'd.id',
      'd.kind',
      cell<string>(access, 'c', 'given_name').as('given_name'),
      cell<string>(access, 'c', 'initials').as('initials'),
      cell<string>(access, 'c', 'prefix').as('prefix'),
      name.as('family_name'),
    ])
    .orderBy(plainSql(sql`coalesce(${name}, '')`))
    .limit(ABSENCE_CLIENTS_LIMIT)
}

export interface AbsenceView extends AbsencePeriod {
  readonly id: string
  readonly substituteId: string
  /** Name, where the reader may know who works here. */
  readonly substitute?: string
  readonly cancelled: boolean
  /** Clients within reach, with what they said of it. */
  readonly clients: readonly AbsenceClient[]
}

export interface AbsenceClient {
  readonly dossierId: string
  readonly kind: string
  readonly name?: PersonName
  /** Undefined when the client was not asked. */
  readonly answer?: ConsentState
  /** When the client was told, where no consent is asked. */
  readonly announcedAt?: Date
}

type Rows = { readonly [Name in keyof AbsenceReads]: RowsOf<AbsenceReads[Name]> }

/** What `absenceReads` answered of one account's own absences, the first first. */
export function readAbsences(rows: Rows, accountId: string): AbsenceView[] {
  const names = new Map(rows.members.map((row) => [row.account_id, row.name]))
  const cancelled = new Set(rows.cancellations.map((row) => row.absence_id))
  return rows.absences
    .filter((row) => row.account_id === accountId)
    .map((row) => {
      const substitute = names.get(row.substitute_id)
      return {
        id: row.id,
        substituteId: row.substitute_id,
        startsOn: row.starts_on,
        endsOn: row.ends_on,
        cancelled: cancelled.has(row.id),
        clients: clientsOf(rows, row.id),
        ...(substitute !== undefined && { substitute }),
      }
    })
    .toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
}

function clientsOf(
  { announcements, answers: said, clients }: Rows,
  absenceId: string,
): AbsenceClient[] {
  const told = new Map(
    announcements
      .filter((row) => row.absence_id === absenceId)
      .map((row) => [row.dossier_id, row.announced_at]),
  )
  const states = new Map(
    said.filter((row) => row.absence_id === absenceId).map((row) => [row.dossier_id, row.state]),
  )
  return clients.map((row) => {
    const answer = states.get(row.id)
    const announcedAt = told.get(row.id)
    const { family_name: familyName, given_name: givenName, initials, prefix } = row
    return {
      dossierId: row.id,
      kind: row.kind,
      ...(familyName !== null && {
        name: {
          familyName,
          ...(givenName && { givenName }),
          ...(initials && { initials }),
          ...(prefix && { prefix }),
        },
      }),
      ...(answer && { answer }),
      ...(announcedAt && { announcedAt }),
    }
  })
}

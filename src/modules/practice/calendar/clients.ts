import { sql } from 'kysely'
import { cards, cell, plainSql, stateOfCard } from '#modules/practice/card-query.ts'
import type { PersonName } from '#modules/practice/person.ts'
import type { Access } from '#store/access.ts'
import { type RowsOf, type WrittenQuery, written } from '#store/query.ts'

/** Clients to choose from at once. */
const CLIENTS_LIMIT = 2_000

/** Somebody with whom an appointment can be planned: by name, or else by number. */
export interface PlannableClient {
  readonly dossierId: string
  readonly reference: string
  readonly name?: PersonName
  /** Account of the responsible coach, for who plans for others. */
  readonly coachId?: string
}

interface PlannedRow {
  readonly dossier_id: string
  readonly coach_id: string
}

/** The clients within reach whose service has begun and not ended. Opens no dossier. */
export function plannableReads(access: Access): PlannableReads {
  return buildReads(access)
}

export type PlannableReads = ReturnType<typeof buildReads>

function buildReads(access: Access) {
  const name = cell<string>(access, 'c', 'family_name')
  const planned: WrittenQuery<PlannedRow> = written(
    sql<PlannedRow>`select dossier_id, coach_id from planned_dossiers()`,
  )
  return {
    clients: cards(access)
      .where(sql<boolean>`coalesce(${stateOfCard(access)}, 'active') = 'active'`)
      .select([
        'd.id',
        'd.reference',
        cell<string>(access, 'c', 'given_name').as('given_name'),
        cell<string>(access, 'c', 'initials').as('initials'),
        cell<string>(access, 'c', 'prefix').as('prefix'),
        name.as('family_name'),
      ])
      .orderBy(plainSql(sql`coalesce(${name}, '')`))
      .orderBy('d.reference')
      .limit(CLIENTS_LIMIT),
    planned,
  }
}

/**
 * What `plannableReads` answered. Who plans for others sees those whom they may plan for.
 *
 * @param isPlanner Whether the activity is held by a function.
 */
export function readPlannable(
  rows: { readonly [Name in keyof PlannableReads]: RowsOf<PlannableReads[Name]> },
  isPlanner: boolean,
): PlannableClient[] {
  const coaches = new Map(rows.planned.map((row) => [row.dossier_id, row.coach_id]))
  return rows.clients
    .filter(({ id }) => !isPlanner || coaches.has(id))
    .map((row) => {
      const coachId = coaches.get(row.id)
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
        ...(coachId !== undefined && { coachId }),
      }
    })
}

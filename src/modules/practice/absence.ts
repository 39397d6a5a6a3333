import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { AppError } from '#kernel/error.ts'
import { from } from '#store/query.ts'
import type { Runner } from '#store/platform.ts'
import { refusing } from '#store/refusal.ts'

/** Days on which a coach is away, the first and the last included. */
export interface AbsencePeriod {
  /** ISO dates. */
  readonly startsOn: string
  readonly endsOn: string
}

export interface NewAbsence extends AbsencePeriod {
  /** UUID of the form. */
  readonly id?: string
  /** Who is away; whoever acts, when left out. Only an administrator plans for others. */
  readonly accountId?: string | undefined
  /** The member who stands in, for clients who agree. */
  readonly substituteId: string
}

const REFUSALS = {
  absences_check: 'ABSENCE_PERIOD',
  absences_check1: 'SUBSTITUTE_SELF',
} as const

/**
 * Plans an absence. It opens no dossier: each client is asked with `askSubstitution`. Returns its
 * id.
 *
 * @throws `ABSENCE_PERIOD`, `SUBSTITUTE_SELF`, `DUPLICATE`; `NOT_DECLARED` for somebody else's
 * absence.
 */
export async function planAbsence(
  tx: Runner,
  { id = randomUUID(), accountId, substituteId, startsOn, endsOn }: NewAbsence,
): Promise<string> {
  await refusing(
    tx.run(
      from.insertInto('absences').values({
        id,
        account_id: accountId ?? sql<string>`(select actor())`,
        substitute_id: substituteId,
        starts_on: startsOn,
        ends_on: endsOn,
      }),
    ),
    REFUSALS,
  )
  return id
}

/**
 * Moves an absence, or ends it early. The dossiers open and close with it by themselves.
 *
 * @throws `ABSENCE_ASKED` when it would grow after clients were asked; `ABSENCE_PERIOD`;
 * `NOT_FOUND` when there is none, or when it is somebody else's.
 */
export async function moveAbsence(
  tx: Runner,
  { id, startsOn, endsOn }: AbsencePeriod & { readonly id: string },
): Promise<void> {
  const moved = await refusing(
    tx.run(
      from
        .updateTable('absences')
        .set({ starts_on: startsOn, ends_on: endsOn })
        .where('id', '=', id)
        .returning('id'),
    ),
    REFUSALS,
  )
  if (moved.length === 0) throw new AppError('NOT_FOUND')
}

/**
 * Takes back an absence: whoever stands in stops at once, and what clients said about it stays.
 *
 * @throws `DUPLICATE` when it was taken back before; `NOT_DECLARED` for somebody else's absence.
 */
export async function cancelAbsence(tx: Runner, id: string): Promise<void> {
  await tx.run(from.insertInto('absence_cancellations').values({ absence_id: id }))
}

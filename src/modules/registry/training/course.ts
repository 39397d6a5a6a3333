import { AppError } from '#kernel/error.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { from } from '#store/query.ts'

/**
 * Notes that training stands still, without a reason. Without a last day it does so until
 * `resume`.
 *
 * @param days ISO dates that are not in the future; `endsOn` is the day on which it went on.
 * @throws `DAY_OUTSIDE_TRAINING`, `INTERRUPTION_OVERLAPS`, `NOT_IN_TRAINING`,
 * `REGISTRATION_STEP_IMPOSSIBLE`; `DUPLICATE` when the form was sent twice.
 */
export async function interrupt(
  tx: OpenedDossier,
  { id, startsOn, endsOn }: { id?: string; startsOn: string; endsOn?: string | undefined },
): Promise<void> {
  await tx.run(
    from.insertInto('interruptions').values({
      ...(id && { id }),
      dossier_id: tx.dossierId,
      starts_on: startsOn,
      ends_on: endsOn ?? null,
    }),
  )
}

/**
 * Notes on which day training went on.
 *
 * @throws `NOT_FOUND` when it does not stand still; `DAY_OUTSIDE_TRAINING`.
 */
export async function resume(tx: OpenedDossier, { on }: { readonly on: string }): Promise<void> {
  const resumed = await tx.run(
    from
      .updateTable('interruptions')
      .set({ ends_on: on })
      .where('dossier_id', '=', tx.dossierId)
      .where('ends_on', 'is', null)
      .returning('id'),
  )
  if (resumed.length === 0) throw new AppError('NOT_FOUND')
}

/**
 * Moves the opened registration to another care institution: the one before is out of it at once.
 *
 * @throws `NOT_ACCREDITED`, `NOT_IN_TRAINING`, `DAY_OUTSIDE_TRAINING`; `DUPLICATE`.
 */
export async function changeEmployer(
  tx: OpenedDossier,
  { id, partyId, on }: { readonly id?: string; readonly partyId: string; readonly on: string },
): Promise<void> {
  await tx.run(
    from.insertInto('employer_changes').values({
      ...(id && { id }),
      dossier_id: tx.dossierId,
      party_id: partyId,
      changed_on: on,
    }),
  )
}

/**
 * Ends training before the diploma. Institutions are out of it at once; the person can have it
 * erased from now on.
 *
 * @throws `DAY_OUTSIDE_TRAINING`, `REGISTRATION_STEP_IMPOSSIBLE`; `DUPLICATE` when it ended before.
 */
export async function endTraining(
  tx: OpenedDossier,
  { on }: { readonly on: string },
): Promise<void> {
  await tx.run(from.insertInto('endings').values({ dossier_id: tx.dossierId, ended_on: on }))
}

import type { OpenedDossier } from '#store/opened-dossier.ts'
import { from } from '#store/query.ts'
import { refusing } from '#store/refusal.ts'
import type { Outcome } from './words.ts'

export interface Closing {
  /** The client can read it. */
  readonly outcome: Outcome
  /** ISO date on which the service ended, from which retention counts; today when left out. */
  readonly endedOn?: string | undefined
}

/**
 * Closes the opened dossier: its content no longer changes, and its retention period begins.
 *
 * @throws `DOSSIER_CLOSED` when it was closed before, also by a concurrent request; `NOT_ACTIVE`;
 * `END_OUTSIDE_SERVICE`.
 */
export async function closeEngagement(
  tx: OpenedDossier,
  { outcome, endedOn }: Closing,
): Promise<void> {
  await refusing(
    tx.run(
      from.insertInto('closures').values({
        dossier_id: tx.dossierId,
        outcome,
        ...(endedOn && { ended_on: endedOn }),
      }),
    ),
    { closures_dossier_id_fkey: 'NOT_ACTIVE' },
  )
}

import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { finishRectification, rectify } from '#duties/rights/rectification.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { type WrittenQuery, written } from '#store/query.ts'
import { columnsOf, type Registrant } from './registrant.ts'

/** Characters of what is said about a correction. */
export const CORRECTION_REASON_LIMIT = 2_000

/**
 * Gives whoever handles a granted request for correction the registrations that it is about, for
 * that and for as long as it is being carried out.
 *
 * @throws `NOT_FOUND`, `REQUEST_STEP_IMPOSSIBLE`, `OWN_REQUEST`.
 */
export function takeUpCorrection(requestId: string): WrittenQuery<{ readonly dossierId: string }> {
  return written(sql<{ dossierId: string }>`
    select d as "dossierId" from take_up_correction(${requestId}::uuid) d`)
}

/**
 * Corrects who somebody is, on a written request that was granted. What it was and why it was
 * changed is kept where only the person sees it, and the request ends.
 *
 * @param stored What stands there now: only what differs is changed.
 * @throws `REQUEST_STEP_IMPOSSIBLE` when nothing differs; `NOT_FOUND`.
 */
export async function correctOnRequest(
  tx: OpenedDossier,
  {
    requestId,
    registrant,
    stored,
    reason,
  }: {
    readonly requestId: string
    readonly registrant: Registrant
    readonly stored: Registrant
    readonly reason: string
  },
): Promise<void> {
  const before = new Map(Object.entries(columnsOf(stored)))
  for (const [column, value] of Object.entries(columnsOf(registrant))) {
    if (String(value ?? '') === String(before.get(column) ?? '')) continue
    await rectify(tx, {
      id: randomUUID(),
      requestId,
      place: {
        table: 'registrants',
        column,
        key: { column: 'dossier_id', value: tx.dossierId },
        sealed: false,
      },
      value: value === null ? null : String(value),
      reason,
    })
  }
  await finishRectification(tx, requestId, 'fulfilled')
}

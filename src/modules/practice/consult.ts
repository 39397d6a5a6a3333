import { randomUUID } from 'node:crypto'
import { AppError } from '#kernel/error.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { from } from '#store/query.ts'
import { refusing } from '#store/refusal.ts'
import type { ConsultWay } from './words.ts'

export interface Consult {
  /** UUID of the form. */
  readonly id?: string
  /** ISO date. */
  readonly heldOn: string
  /** 5 to 600. */
  readonly minutes: number
  readonly way: ConsultWay
}

/**
 * Notes that a consult was held. Returns its id.
 *
 * @throws `NOT_ACTIVE` before the service began; `DOSSIER_CLOSED`; `DUPLICATE` when this form was
 * sent before; `INVALID`.
 */
export async function noteConsult(
  tx: OpenedDossier,
  { id = randomUUID(), heldOn, minutes, way }: Consult,
): Promise<string> {
  await refusing(
    tx.run(
      from
        .insertInto('consults')
        .values({ id, dossier_id: tx.dossierId, held_on: heldOn, minutes, way }),
    ),
    { consults_dossier_id_fkey: 'NOT_ACTIVE' },
  )
  return id
}

/**
 * Corrects what was noted of a consult.
 *
 * @throws `NOT_FOUND`, `DOSSIER_CLOSED`, `INVALID`.
 */
export async function changeConsult(
  tx: OpenedDossier,
  { id, heldOn, minutes, way }: Consult & { readonly id: string },
): Promise<void> {
  const changed = await tx.run(
    from
      .updateTable('consults')
      .set({ held_on: heldOn, minutes, way })
      .where('id', '=', id)
      .where('dossier_id', '=', tx.dossierId)
      .returning('id'),
  )
  if (changed.length === 0) throw new AppError('NOT_FOUND')
}

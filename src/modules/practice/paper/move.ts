import { randomUUID } from 'node:crypto'
import { AppError } from '#kernel/error.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { from } from '#store/query.ts'
import type { Transaction } from '#store/transaction.ts'
import type { PaperAct } from './words.ts'

/** Longest name of a place, in characters. */
export const PLACE_LIMIT = 100

export interface PaperMove {
  /** UUID of the form. */
  readonly id?: string
  readonly act: PaperAct
  /** Cabinet and shelf: needed to put it away, and for bringing it back elsewhere. */
  readonly place?: string
  /** ISO date on which it was done; today when left out. */
  readonly day?: string
}

/**
 * Records what was done with the paper of the opened dossier. Destroying it also confirms that its
 * term of retention was kept.
 *
 * @throws `PAPER_UNPLACED`, `PAPER_OUT`, `PAPER_IN`, `PAPER_DESTROYED`, `PAPER_IN_FUTURE`;
 *   `ERASURE_HELD` when it must be kept; `DUPLICATE` when this form was sent before.
 */
export async function movePaper(
  tx: OpenedDossier,
  { id = randomUUID(), act, place = '', day }: PaperMove,
): Promise<void> {
  await tx.run(
    from
      .insertInto('paper_moves')
      .values({ id, dossier_id: tx.dossierId, act, place, ...(day !== undefined && { day }) }),
  )
}

/**
 * Records that paper was destroyed of which the dossier had gone before.
 *
 * @throws `NOT_FOUND`
 */
export async function destroyLeftover(tx: Transaction, id: string, day: string): Promise<void> {
  const changed = await tx.run(
    from
      .updateTable('paper_leftovers')
      .set({ destroyed_on: day })
      .where('id', '=', id)
      .where('destroyed_on', 'is', null)
      .returning('id'),
  )
  if (changed.length === 0) throw new AppError('NOT_FOUND')
}

import { randomUUID } from 'node:crypto'
import { AppError } from '#kernel/error.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { from } from '#store/query.ts'
import type { PrintKind, PrintWent } from './words.ts'

export interface NewPrint {
  /** UUID of the form. */
  readonly id?: string
  readonly kind: PrintKind
  /** What is printed; none for the time registration, which is of the whole dossier. */
  readonly itemId?: string
  /** What the register calls it, at most 300 characters. */
  readonly title: string
  readonly went: PrintWent
}

/**
 * Records a print before it is made: it is in the ledger, and in the register of paper.
 *
 * @throws `NOT_FOUND` when there is no such item in this dossier; `PAPER_UNPLACED` when it is to go
 *   into a paper file that is not there; `DUPLICATE` when this form was sent before.
 */
export async function recordPrint(
  tx: OpenedDossier,
  { id = randomUUID(), kind, itemId, title, went }: NewPrint,
): Promise<void> {
  await tx.run(
    from.insertInto('paper_items').values({
      id,
      dossier_id: tx.dossierId,
      kind,
      item_id: itemId ?? null,
      title: tx.seal('paper_items.title', title),
      went,
    }),
  )
}

/**
 * Records that a print went elsewhere since.
 *
 * @throws `NOT_FOUND`, `PAPER_UNPLACED`.
 */
export async function changePrint(
  tx: OpenedDossier,
  { id, went }: { readonly id: string; readonly went: PrintWent },
): Promise<void> {
  const changed = await tx.run(
    from
      .updateTable('paper_items')
      .set({ went })
      .where('id', '=', id)
      .where('dossier_id', '=', tx.dossierId)
      .returning('id'),
  )
  if (changed.length === 0) throw new AppError('NOT_FOUND')
}

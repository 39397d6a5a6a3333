import { AppError } from '#kernel/error.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { from } from '#store/query.ts'
import type { FileOfClient } from '#modules/practice/words.ts'

/**
 * Puts a note or document in another of the two files. The client shares what is the client's
 * alone; the coach adds something to the client's file, or takes out what did not come from there.
 *
 * @throws `NOT_FOUND`; `FILE_BARRED` for anything else.
 */
export async function placeItem(
  tx: OpenedDossier,
  table: 'notes' | 'documents',
  { id, placed }: { readonly id: string; readonly placed: FileOfClient },
): Promise<void> {
  const changed = await tx.run(
    from
      .updateTable(table)
      .set({ file: placed })
      .where('id', '=', id)
      .where('dossier_id', '=', tx.dossierId)
      .returning('id'),
  )
  if (changed.length === 0) throw new AppError('NOT_FOUND')
}

import type { OpenedDossier } from '#store/opened-dossier.ts'
import { from } from '#store/query.ts'
import { mailClient, type Post } from './post.ts'
import { refusing } from '#store/refusal.ts'

/**
 * Sends a summary to the client: from now on it no longer changes, and a mail to the client is
 * queued with it.
 *
 * @throws `NOT_FOUND` when there is no such summary; `DUPLICATE` when it was sent before.
 */
export async function sendSummary(
  tx: OpenedDossier,
  { summaryId, post }: { readonly summaryId: string; readonly post: Post },
): Promise<void> {
  await refusing(
    tx.run(
      from.insertInto('dispatches').values({ summary_id: summaryId, dossier_id: tx.dossierId }),
    ),
    { dispatches_summary_id_dossier_id_fkey: 'NOT_FOUND' },
  )
  await mailClient(tx, 'summary-sent', post)
}

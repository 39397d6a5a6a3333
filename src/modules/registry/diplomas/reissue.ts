import type { OpenedDossier } from '#store/opened-dossier.ts'
import { from } from '#store/query.ts'

/**
 * Asks for a diploma of the opened dossier in the name as it is now.
 *
 * @throws `DUPLICATE` when it was asked before; `DIPLOMA_REVOKED`, `NOT_FOUND`.
 */
export async function askReissue(tx: OpenedDossier, number: string): Promise<void> {
  await tx.run(from.insertInto('reissue_requests').values({ number, dossier_id: tx.dossierId }))
}

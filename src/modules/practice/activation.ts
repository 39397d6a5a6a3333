import { AppError } from '#kernel/error.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { from } from '#store/query.ts'
import { refusing } from '#store/refusal.ts'

/**
 * Makes the service active, which the notice of the statement must precede.
 *
 * @param noticeId A notice in this dossier; the newest one when left out.
 * @throws `STATEMENT_NOT_SHOWN` when the client was not shown a version; `DUPLICATE` when it is
 * active already.
 */
export async function activate(tx: OpenedDossier, noticeId?: string): Promise<void> {
  const notice = noticeId ?? (await findNotice(tx))
  if (notice === undefined) throw new AppError('STATEMENT_NOT_SHOWN')
  await refusing(
    tx.run(from.insertInto('activations').values({ dossier_id: tx.dossierId, notice_id: notice })),
    { activations_notice_id_dossier_id_fkey: 'STATEMENT_NOT_SHOWN' },
  )
}

async function findNotice(tx: OpenedDossier): Promise<string | undefined> {
  const [notice] = await tx.run(
    from
      .selectFrom('statement_notices')
      .select('id')
      .where('dossier_id', '=', tx.dossierId)
      .orderBy('shown_at', 'desc')
      .limit(1),
  )
  return notice?.id
}

import type { OpenedDossier } from '#store/opened-dossier.ts'
import { from } from '#store/query.ts'
import { mailCoach, type Post } from './post.ts'
import { refusing } from './refusal.ts'

export interface ConsentAnswer {
  readonly requestId: string
  readonly decision: 'given' | 'refused'
  readonly post: Post
}

/**
 * The client answers a question for consent. A refusal is kept as well.
 *
 * @param tx In activity `self-service`.
 * @throws `CONSENT_ANSWERED` when it was answered otherwise, or withdrawn; `NOT_FOUND`;
 * `DUPLICATE` when the same was answered before.
 */
export async function answerConsent(
  tx: OpenedDossier,
  { requestId, decision, post }: ConsentAnswer,
): Promise<void> {
  await refusing(
    tx.run(
      from
        .insertInto('consents')
        .values({ request_id: requestId, dossier_id: tx.dossierId, decision }),
    ),
    { consents_request_id_dossier_id_fkey: 'NOT_FOUND' },
  )
  await mailCoach(tx, 'consent-answered', post)
}

/**
 * The client withdraws a consent. Whatever stood on it ends at once.
 *
 * @param tx In activity `self-service`.
 * @throws `CONSENT_NOT_GIVEN`; `DUPLICATE` when it was withdrawn before.
 */
export async function withdrawConsent(
  tx: OpenedDossier,
  { requestId, post }: { readonly requestId: string; readonly post: Post },
): Promise<void> {
  await refusing(
    tx.run(
      from.insertInto('withdrawals').values({ request_id: requestId, dossier_id: tx.dossierId }),
    ),
    { withdrawals_request_id_dossier_id_fkey: 'NOT_FOUND' },
  )
  await mailCoach(tx, 'consent-answered', post)
}

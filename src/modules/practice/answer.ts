import { AppError } from '#kernel/error.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { from } from '#store/query.ts'
import { mailCoach, type Post } from './post.ts'
import { refusing } from '#store/refusal.ts'

/** Longest dispute, in characters. */
export const WORDS_LIMIT = 5_000

/**
 * The client says that a summary is right.
 *
 * @param tx In activity `self-service`.
 * @throws `SUMMARY_ANSWERED` when it was disputed; `SUMMARY_REPLACED`; `SUMMARY_NOT_SENT`;
 * `DUPLICATE` when it was approved before.
 */
export async function approveSummary(
  tx: OpenedDossier,
  { summaryId, post }: { readonly summaryId: string; readonly post: Post },
): Promise<void> {
  await refusing(
    tx.run(
      from.insertInto('approvals').values({ summary_id: summaryId, dossier_id: tx.dossierId }),
    ),
    { approvals_summary_id_dossier_id_fkey: 'SUMMARY_NOT_SENT' },
  )
  await mailCoach(tx, 'summary-answered', post)
}

export interface Dispute {
  readonly summaryId: string
  /** Why, in the client's own words; at most 5,000 characters. */
  readonly words: string
  readonly post: Post
}

/**
 * The client says that a summary is not right, and why. The same words once more change nothing.
 *
 * @param tx In activity `self-service`.
 * @throws `SUMMARY_ANSWERED` when it was approved, or disputed in other words; `SUMMARY_REPLACED`;
 * `SUMMARY_NOT_SENT`.
 */
export async function disputeSummary(
  tx: OpenedDossier,
  { summaryId, words, post }: Dispute,
): Promise<void> {
  const before = await findDispute(tx, summaryId)
  if (before === words) return
  if (before !== undefined) throw new AppError('SUMMARY_ANSWERED')
  await refusing(
    tx.run(
      from.insertInto('disputes').values({
        summary_id: summaryId,
        dossier_id: tx.dossierId,
        words: tx.seal('disputes.words', words),
      }),
    ),
    { disputes_summary_id_dossier_id_fkey: 'SUMMARY_NOT_SENT' },
  )
  await mailCoach(tx, 'summary-answered', post)
}

export interface Supplement {
  /** UUID of the form. */
  readonly id: string
  readonly summaryId: string
  /** At most `WORDS_LIMIT` characters. */
  readonly words: string
  readonly post: Post
}

/**
 * The client puts own words beside a summary that was sent, whatever was answered before.
 *
 * @param tx In activity `self-service`.
 * @throws `SUMMARY_NOT_SENT`; `DUPLICATE` when this form was sent before.
 */
export async function addSupplement(
  tx: OpenedDossier,
  { id, summaryId, words, post }: Supplement,
): Promise<void> {
  await refusing(
    tx.run(
      from.insertInto('supplements').values({
        id,
        summary_id: summaryId,
        dossier_id: tx.dossierId,
        words: tx.seal('supplements.words', words),
      }),
    ),
    { supplements_summary_id_dossier_id_fkey: 'SUMMARY_NOT_SENT' },
  )
  await mailCoach(tx, 'summary-answered', post)
}

async function findDispute(tx: OpenedDossier, summaryId: string): Promise<string | undefined> {
  const [row] = await tx.run(
    from
      .selectFrom('disputes')
      .select('words')
      .where('summary_id', '=', summaryId)
      .where('dossier_id', '=', tx.dossierId),
  )
  return row && tx.unseal('disputes.words', row.words)
}

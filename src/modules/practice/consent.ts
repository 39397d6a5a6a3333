import {
  type PaperAnswer,
  recordAnswer,
  recordOnPaper,
  recordToldWithdrawal,
  type ToldWay,
  recordWithdrawal,
  renewConsent as recordRenewal,
} from '#duties/consent/answer.ts'
import { askConsent as recordQuestion, type ConsentQuestion } from '#duties/consent/question.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { mailClient, mailCoach, type Post } from './post.ts'

export interface ConsentAnswer {
  readonly requestId: string
  readonly decision: 'given' | 'refused'
  readonly post: Post
}

/**
 * Asks the client for a consent, and queues a mail. Returns the question's id.
 *
 * @throws As asking does in `#duties/consent`.
 */
export async function askConsent(
  tx: OpenedDossier,
  { post, ...question }: Omit<ConsentQuestion, 'key'> & { readonly post: Post },
): Promise<string> {
  const id = await recordQuestion(tx, { ...question, key: post.key })
  await mailClient(tx, 'consent-asked', post)
  return id
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
  await recordAnswer(tx, requestId, decision)
  await mailCoach(tx, 'consent-answered', post)
}

/**
 * Enters an answer that the client gave on paper, and tells the client.
 *
 * @throws As entering does in `#duties/consent`.
 */
export async function recordPaperAnswer(
  tx: OpenedDossier,
  { post, ...answer }: PaperAnswer & { readonly post: Post },
): Promise<void> {
  await recordOnPaper(tx, answer)
  await mailClient(tx, 'consent-recorded', post)
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
  await recordWithdrawal(tx, requestId)
  await mailCoach(tx, 'consent-answered', post)
}

/**
 * Enters that the client withdrew a consent by letter, phone, e-mail or in a conversation, and
 * tells the client that it was done.
 *
 * @throws As entering does in `#duties/consent`.
 */
export async function enterWithdrawal(
  tx: OpenedDossier,
  { post, ...told }: { readonly requestId: string; readonly way: ToldWay; readonly post: Post },
): Promise<void> {
  await recordToldWithdrawal(tx, told)
  await mailClient(tx, 'consent-recorded', post)
}

/**
 * The client says yes once more, for another term. Returns the new question's id.
 *
 * @param tx In activity `self-service`.
 * @throws As renewing does in `#duties/consent`.
 */
export async function renewConsent(
  tx: OpenedDossier,
  { id, earlierId, post }: { readonly id: string; readonly earlierId: string; readonly post: Post },
): Promise<string> {
  const renewed = await recordRenewal(tx, { id, earlierId, key: post.key })
  await mailCoach(tx, 'consent-answered', post)
  return renewed
}

import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { readConsentText } from '#duties/statement-in-force.ts'
import { AppError } from '#kernel/error.ts'
import type { LedgerKey } from '#ledger/ledger-key.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { from, written } from '#store/query.ts'
import { refusing } from '#store/refusal.ts'
import { signQuestion, wordingDigest } from './question-signature.ts'

/**
 * The person answers a question for consent. A refusal is kept as well.
 *
 * @param tx In an activity of the person.
 * @throws `CONSENT_ANSWERED` when it was answered otherwise, or withdrawn; `NOT_FOUND`;
 * `DUPLICATE` when the same was answered before.
 */
export async function recordAnswer(
  tx: OpenedDossier,
  requestId: string,
  decision: 'given' | 'refused',
): Promise<void> {
  await refusing(
    tx.run(
      from
        .insertInto('consents')
        .values({ request_id: requestId, dossier_id: tx.dossierId, decision }),
    ),
    { consents_request_id_dossier_id_fkey: 'NOT_FOUND' },
  )
}

export interface PaperAnswer {
  readonly requestId: string
  readonly decision: 'given' | 'refused'
  /** ISO date, from the day of the question until today. */
  readonly signedOn: string
  /** The scan, a document in the dossier. */
  readonly documentId: string
}

/**
 * Enters an answer that the person gave on paper.
 *
 * @param tx In an activity that may ask; not by who gets access with it.
 * @throws `SIGNED_OUTSIDE`; `CONSENT_ANSWERED` when it was answered otherwise; `NOT_FOUND`.
 */
export async function recordOnPaper(
  tx: OpenedDossier,
  { requestId, decision, signedOn, documentId }: PaperAnswer,
): Promise<void> {
  await tx.run(
    written(sql`select record_paper_consent(${requestId}::uuid, ${decision}, ${signedOn}::date,
      ${documentId}::uuid)`),
  )
}

/**
 * The person withdraws a consent, in all its versions. Whatever stood on it ends at once.
 *
 * @param tx In an activity of the person.
 * @throws `CONSENT_NOT_GIVEN`; `DUPLICATE` when it was withdrawn before.
 */
export async function recordWithdrawal(tx: OpenedDossier, requestId: string): Promise<void> {
  await refusing(
    tx.run(
      from.insertInto('withdrawals').values({ request_id: requestId, dossier_id: tx.dossierId }),
    ),
    { withdrawals_request_id_dossier_id_fkey: 'NOT_FOUND' },
  )
}

/** How somebody withdraws who does not do so on their own pages. */
export const TOLD_WAYS = ['letter', 'phone', 'email', 'conversation'] as const
export type ToldWay = (typeof TOLD_WAYS)[number]

/**
 * Enters that the person withdrew a consent otherwise than on the own pages.
 *
 * @param tx In an activity that may ask.
 * @throws `NOT_FOUND` when it does not stand.
 */
export async function recordToldWithdrawal(
  tx: OpenedDossier,
  { requestId, way }: { readonly requestId: string; readonly way: ToldWay },
): Promise<void> {
  await tx.run(written(sql`select record_told_withdrawal(${requestId}::uuid, ${way})`))
}

export interface Renewal {
  /** UUID of the form: becomes the id of the new question. */
  readonly id?: string
  /** The question of which the yes ends soon, or has ended. */
  readonly earlierId: string
  readonly key: LedgerKey
}

/**
 * The person says yes once more to the same words, for another term. Returns the new question's id.
 *
 * @throws `CONSENT_REWORDED` when the statement has other words for it now: those have to be asked;
 * `CONSENT_STANDS` when it does not end within 60 days, or was renewed; `CONSENT_NOT_GIVEN`;
 * `NOT_FOUND`; `DUPLICATE`.
 */
export async function renewConsent(
  tx: OpenedDossier,
  { id = randomUUID(), earlierId, key }: Renewal,
): Promise<string> {
  const [before] = await tx.run(
    from
      .selectFrom('consent_requests')
      .select(['consent', 'holder_id', 'item_id', 'wording', 'language'])
      .where('id', '=', earlierId)
      .where('dossier_id', '=', tx.dossierId),
  )
  if (!before) throw new AppError('NOT_FOUND')
  const { consent, wording } = before
  const language = before.language === 'en' ? 'en' : 'nl'
  const { version, text } = await readConsentText(tx, consent, language)
  const words = tx.unseal('consent_requests.wording', wording)
  if (words !== text && !words.startsWith(`${text}\n\n`)) throw new AppError('CONSENT_REWORDED')
  const signature = signQuestion(key, {
    organisation: tx.opening.organisation,
    id,
    dossierId: tx.dossierId,
    consent,
    holderId: before.holder_id,
    itemId: before.item_id,
    language,
    statement: version,
    digest: wordingDigest(wording),
  })
  await tx.run(
    written(sql`select renew_consent(
      ${earlierId}::uuid, ${id}::uuid, ${version}::integer, ${signature}::bytea, ${key.id})`),
  )
  return id
}

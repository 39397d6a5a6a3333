import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { AppError } from '#kernel/error.ts'
import type { Language } from '#kernel/language.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { from } from '#store/query.ts'
import { mailClient, type Post } from './post.ts'
import { readConsentText } from './statement-in-force.ts'

/** A question to the client: one consent, for one holder, about one thing. */
export interface ConsentQuestion {
  /** UUID of the form. */
  readonly id?: string
  /** Word of the consent in the statement: `disclosure`. */
  readonly consent: string
  /** Who gets access by it: an account or a party. */
  readonly holderId: string
  /** The one document or absence that it is about. */
  readonly itemId?: string
  /** What the statement's words leave open, line by line: `Ontvanger: Gemeente Voorbeeldstad`. */
  readonly particulars: readonly string[]
  /** In which language the client is asked. */
  readonly language: Language
  readonly post: Post
}

/**
 * Asks the client for a consent: keeps the question in the words that the client sees and queues a
 * mail. Returns the question's id.
 *
 * @throws `CONSENT_ASKED` when the same question still waits; `CONSENT_STANDS`;
 * `CONSENT_NOT_DECLARED`; `DUPLICATE`.
 */
export async function askConsent(tx: OpenedDossier, question: ConsentQuestion): Promise<string> {
  const { id = randomUUID(), consent, holderId, itemId = null, particulars, language } = question
  await refuseRepetition(tx, { id, consent, holderId, itemId })
  const { version, text } = await readConsentText(tx, consent, language)
  const wording = [text, particulars.join('\n')].filter(Boolean).join('\n\n')
  await tx.run(
    from.insertInto('consent_requests').values({
      id,
      dossier_id: tx.dossierId,
      consent,
      holder_id: holderId,
      item_id: itemId,
      wording: tx.seal('consent_requests.wording', wording),
      language,
      statement: version,
    }),
  )
  await mailClient(tx, 'consent-asked', question.post)
  return id
}

interface Asked {
  readonly id: string
  readonly consent: string
  readonly holderId: string
  readonly itemId: string | null
}

/**
 * A question may be asked again after a refusal or a withdrawal, not while it waits or was agreed
 * to.
 */
async function refuseRepetition(tx: OpenedDossier, asked: Asked): Promise<void> {
  const before = await tx.run(
    from
      .selectFrom('consent_requests as q')
      .leftJoin('consents as c', 'c.request_id', 'q.id')
      .leftJoin('withdrawals as w', 'w.request_id', 'q.id')
      .select(['c.decision', 'w.request_id as withdrawn'])
      .where('q.dossier_id', '=', tx.dossierId)
      .where('q.id', '<>', asked.id)
      .where('q.consent', '=', asked.consent)
      .where('q.holder_id', '=', asked.holderId)
      .where(sql<boolean>`q.item_id is not distinct from ${asked.itemId}::uuid`),
  )
  const open = before.filter((row) => row.withdrawn === null)
  if (open.some((row) => row.decision === null)) throw new AppError('CONSENT_ASKED')
  if (open.some((row) => row.decision === 'given')) throw new AppError('CONSENT_STANDS')
}

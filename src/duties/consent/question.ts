import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { readConsentText } from '#duties/statement-in-force.ts'
import { AppError } from '#kernel/error.ts'
import type { Language } from '#kernel/language.ts'
import type { LedgerKey } from '#ledger/ledger-key.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { from } from '#store/query.ts'
import { RENEWAL_DAYS } from './consent.ts'
import { signQuestion, wordingDigest } from './question-signature.ts'

/** A question to a person: one consent, for one holder, about one thing. */
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
  /** In which language the person is asked. */
  readonly language: Language
  /** The key with which the organisation signs what it asks. */
  readonly key: LedgerKey
}

/**
 * Asks a person for a consent: keeps the question, signed, in the words that the person sees.
 * Returns its id. A yes that ends within 60 days can be asked anew.
 *
 * @throws `CONSENT_ASKED` when the same question still waits; `CONSENT_STANDS`;
 * `CONSENT_NOT_DECLARED`; `DUPLICATE`.
 */
export async function askConsent(tx: OpenedDossier, question: ConsentQuestion): Promise<string> {
  const { id = randomUUID(), consent, holderId, itemId = null, language, key } = question
  const renews = await readEarlier(tx, { id, consent, holderId, itemId })
  const { version, text } = await readConsentText(tx, consent, language)
  const wording = [text, question.particulars.join('\n')].filter(Boolean).join('\n\n')
  const sealed = tx.seal('consent_requests.wording', wording)
  const { dossierId, opening } = tx
  const signature = signQuestion(key, {
    organisation: opening.organisation,
    id,
    dossierId,
    consent,
    holderId,
    itemId,
    language,
    statement: version,
    digest: wordingDigest(sealed),
  })
  await tx.run(
    from.insertInto('consent_requests').values({
      id,
      dossier_id: dossierId,
      consent,
      holder_id: holderId,
      item_id: itemId,
      wording: sealed,
      language,
      statement: version,
      renews,
      signature,
      signed_by: key.id,
    }),
  )
  return id
}

interface Asked {
  readonly id: string
  readonly consent: string
  readonly holderId: string
  readonly itemId: string | null
}

/**
 * A question may be asked again after a refusal, a withdrawal or its end, not while it waits or was
 * agreed to. Returns the question of which the yes ends soon.
 */
async function readEarlier(tx: OpenedDossier, asked: Asked): Promise<string | null> {
  const before = await tx.run(
    from
      .selectFrom('consent_requests as q')
      .leftJoin('consents as c', 'c.request_id', 'q.id')
      .leftJoin('withdrawals as w', 'w.request_id', 'q.id')
      .select(['q.id', 'c.decision', 'w.request_id as withdrawn'])
      .select(
        sql<boolean | null>`c.expires_at <= now() + ${RENEWAL_DAYS}::integer * interval '1 day'`.as(
          'ending',
        ),
      )
      .where('q.dossier_id', '=', tx.dossierId)
      .where('q.id', '<>', asked.id)
      .where('q.consent', '=', asked.consent)
      .where('q.holder_id', '=', asked.holderId)
      .where(sql<boolean>`q.item_id is not distinct from ${asked.itemId}::uuid`)
      .orderBy('q.asked_at', 'desc'),
  )
  const open = before.filter((row) => row.withdrawn === null)
  if (open.some((row) => row.decision === null)) throw new AppError('CONSENT_ASKED')
  const given = open.filter((row) => row.decision === 'given')
  if (given.some((row) => row.ending !== true)) throw new AppError('CONSENT_STANDS')
  return given[0]?.id ?? null
}

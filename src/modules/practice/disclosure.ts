import { randomUUID } from 'node:crypto'
import { AppError } from '#kernel/error.ts'
import type { Language, Text } from '#kernel/language.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { from } from '#store/query.ts'
import { readClientName } from './client.ts'
import { askConsent } from './consent.ts'
import { type DisclosedItem, findItem } from './disclosed-item.ts'
import { mailParty, type Post } from './post.ts'
import { refusing } from '#store/refusal.ts'

const DOCUMENT: Text = { nl: 'Document', en: 'Document' }
const RECIPIENT: Text = { nl: 'Ontvanger', en: 'Recipient' }

export interface DisclosureQuestion {
  /** UUID of the form. */
  readonly id?: string
  /** The one document or approved summary. */
  readonly itemId: string
  /** The party that is to get it. */
  readonly partyId: string
  readonly language: Language
  readonly post: Post
}

/**
 * Asks the client whether one document may go to one party. Nothing leaves by it.
 *
 * @throws `SUMMARY_NOT_APPROVED`, `NOT_FOUND`; as `askConsent`.
 */
export async function askDisclosure(
  tx: OpenedDossier,
  { id, itemId, partyId, language, post }: DisclosureQuestion,
): Promise<string> {
  const item = await readItem(tx, itemId, language)
  const recipient = await readPartyName(tx, partyId)
  return askConsent(tx, {
    ...(id && { id }),
    consent: 'disclosure',
    holderId: partyId,
    itemId,
    particulars: [`${DOCUMENT[language]}: ${item.title}`, `${RECIPIENT[language]}: ${recipient}`],
    language,
    post,
  })
}

export interface NewDisclosure {
  /** UUID of the form. */
  readonly id?: string
  /** The question for consent that the client agreed to. */
  readonly requestId: string
  readonly post: Post
}

/**
 * Lets one document go to one party, as a copy of what it is now. It is gone from the party's
 * sight when the client withdraws.
 *
 * @throws `CONSENT_MISSING` when the client did not agree, or withdrew, also at the same moment;
 * `SUMMARY_NOT_APPROVED`; `DISCLOSED_ALREADY`; `NOT_FOUND`; `DUPLICATE` when this form was sent
 * before.
 */
export async function disclose(
  tx: OpenedDossier,
  { id = randomUUID(), requestId, post }: NewDisclosure,
): Promise<string> {
  const question = await readQuestion(tx, requestId)
  const { itemId, partyId, language } = question
  const item = await readItem(tx, itemId, language)
  await refusing(
    tx.run(
      from.insertInto('disclosures').values({
        id,
        dossier_id: tx.dossierId,
        request_id: requestId,
        party_id: partyId,
        title: item.title,
        about: await readClientName(tx),
      }),
    ),
    { disclosures_request_id_key: 'DISCLOSED_ALREADY' },
  )
  let part = 0
  for await (const plain of item.parts) {
    await tx.run(
      from.insertInto('disclosed_documents').values({
        disclosure_id: id,
        dossier_id: tx.dossierId,
        request_id: requestId,
        part,
        media_type: item.mediaType,
        body: tx.seal('disclosed_documents.body', plain),
      }),
    )
    part += 1
  }
  await mailParty(tx, 'disclosure-made', { ...post, partyId })
  return id
}

async function readItem(
  tx: OpenedDossier,
  itemId: string,
  language: Language,
): Promise<DisclosedItem> {
  const item = await findItem(tx, itemId, language)
  if (!item) throw new AppError('NOT_FOUND')
  if (!item.approved) throw new AppError('SUMMARY_NOT_APPROVED')
  return item
}

interface Question {
  readonly itemId: string
  readonly partyId: string
  readonly language: Language
}

async function readQuestion(tx: OpenedDossier, requestId: string): Promise<Question> {
  const [row] = await tx.run(
    from
      .selectFrom('consent_requests')
      .select(['item_id', 'holder_id', 'language'])
      .where('id', '=', requestId)
      .where('dossier_id', '=', tx.dossierId)
      .where('consent', '=', 'disclosure'),
  )
  if (!row?.item_id || !row.holder_id) throw new AppError('NOT_FOUND')
  return {
    itemId: row.item_id,
    partyId: row.holder_id,
    language: row.language === 'en' ? 'en' : 'nl',
  }
}

async function readPartyName(tx: OpenedDossier, partyId: string): Promise<string> {
  const [party] = await tx.run(from.selectFrom('parties').select('name').where('id', '=', partyId))
  if (!party) throw new AppError('NOT_FOUND')
  return party.name
}

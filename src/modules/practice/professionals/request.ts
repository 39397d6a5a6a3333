import { randomUUID } from 'node:crypto'
import { AppError } from '#kernel/error.ts'
import type { Language, Text } from '#kernel/language.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { from } from '#store/query.ts'
import { askConsent } from '#modules/practice/consent.ts'
import { sayDay } from '#kernel/day.ts'
import { addParty } from '#modules/practice/party.ts'
import type { Post } from '#modules/practice/post.ts'
import { relate } from '#modules/practice/relation.ts'

const PROFESSIONAL: Text = { nl: 'Aan', en: 'To' }
const QUESTION: Text = { nl: 'Vraag', en: 'Question' }
const DUE: Text = { nl: 'Antwoord voor', en: 'Answer before' }

/** Who is asked: a professional who is known already, or one who is not. */
export type AskedProfessional =
  | { readonly partyId: string }
  | { readonly name: string; readonly email?: string | undefined }

export interface NewProfessionalRequest {
  /** UUID of the form. */
  readonly id?: string
  readonly professional: AskedProfessional
  /** 1 to 2000 characters. The client reads them as well. */
  readonly question: string
  /** ISO date of the last day for an answer. */
  readonly dueOn: string
  /** In which language the client is asked. */
  readonly language: Language
  readonly post: Post
}

/**
 * Writes a question to another professional and asks the client whether it may go, to that
 * professional by name. Nothing leaves by it. Returns its id.
 *
 * @throws `NOT_FOUND` when there is no such party; as `askConsent`; `DUPLICATE`.
 */
export async function askProfessional(
  tx: OpenedDossier,
  { id = randomUUID(), professional, question, dueOn, language, post }: NewProfessionalRequest,
): Promise<string> {
  const { partyId, name } = await takeProfessional(tx, professional)
  await relate(tx, { holderId: partyId, relation: 'professional' })
  await tx.run(
    from.insertInto('professional_requests').values({
      id,
      dossier_id: tx.dossierId,
      party_id: partyId,
      question: tx.seal('professional_requests.question', question),
      due_on: dueOn,
    }),
  )
  await askConsent(tx, {
    consent: 'professional-request',
    holderId: partyId,
    itemId: id,
    particulars: [
      `${PROFESSIONAL[language]}: ${name}`,
      `${QUESTION[language]}: ${oneLine(question)}`,
      `${DUE[language]}: ${sayDay(dueOn, language)}`,
    ],
    language,
    post,
  })
  return id
}

async function takeProfessional(
  tx: OpenedDossier,
  asked: AskedProfessional,
): Promise<{ readonly partyId: string; readonly name: string }> {
  if (!('partyId' in asked)) return { partyId: await addParty(tx, asked), name: asked.name }
  const { partyId } = asked
  const [party] = await tx.run(from.selectFrom('parties').select('name').where('id', '=', partyId))
  if (!party) throw new AppError('NOT_FOUND')
  return { partyId, name: party.name }
}

/** Particulars of a question for consent stand one on a line. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim()
}

/** How a question goes to another professional. */
export type SendingChannel = 'letter' | 'mail'

/**
 * Sends a question through the gate. Twice is once.
 *
 * @throws `CONSENT_MISSING` when the client did not agree, or withdrew, also at the same moment;
 * what the gate refuses with; `DUPLICATE` when it was sent before; `NOT_FOUND`.
 */
export async function sendProfessionalRequest(
  tx: OpenedDossier,
  { requestId, channel }: { readonly requestId: string; readonly channel: SendingChannel },
): Promise<void> {
  await tx.run(
    from
      .insertInto('professional_sendings')
      .values({ request_id: requestId, dossier_id: tx.dossierId, channel }),
  )
}

/** How an answer came. */
export type AnswerChannel = 'letter' | 'email' | 'phone' | 'conversation'

export interface NewProfessionalAnswer {
  /** UUID of the form. */
  readonly id?: string
  readonly requestId: string
  /** 1 to 20 000 characters. */
  readonly body: string
  readonly channel: AnswerChannel
  /** ISO date, today or before. */
  readonly receivedOn: string
}

/**
 * Keeps what another professional answered, marked as from a third party. Returns its id.
 *
 * @throws `REQUEST_NOT_SENT`; `CONSENT_MISSING` when the consent does not stand any more;
 * `ANSWER_NOT_RECEIVED` for a day to come; `DUPLICATE`.
 */
export async function storeProfessionalAnswer(
  tx: OpenedDossier,
  { id = randomUUID(), requestId, body, channel, receivedOn }: NewProfessionalAnswer,
): Promise<string> {
  await tx.run(
    from.insertInto('professional_answers').values({
      id,
      dossier_id: tx.dossierId,
      request_id: requestId,
      body: tx.seal('professional_answers.body', body),
      channel,
      received_on: receivedOn,
    }),
  )
  return id
}

import { randomUUID } from 'node:crypto'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import type { Access } from '#store/access.ts'
import type { OpenedDossier, Opening } from '#store/opened-dossier.ts'
import { from, type RowsOf } from '#store/query.ts'
import { selectReadable } from '#store/readable.ts'
import { progressFields } from './progress.ts'
import { mailClient, mailCoach, mailParty, type Post } from '#modules/practice/post.ts'

/** What a principal can ask about something that was let go. */
export const QUESTIONS = {
  explain: { nl: 'Kunt u dit toelichten?', en: 'Can you explain this?' },
  progress: { nl: 'Komt er een nieuw voortgangsbericht?', en: 'Will there be a new report?' },
  call: { nl: 'Kunt u mij bellen?', en: 'Can you call me?' },
  ending: { nl: 'Wanneer loopt de dienst af?', en: 'When does the service end?' },
} as const satisfies Readonly<Record<string, Text>>

/** What the practice can answer: nothing that the client did not let go. */
export const ANSWERS = {
  'will-call': {
    nl: 'Ik bel u over de opdracht. Over de cliënt kan ik dan ook alleen zeggen wat is vrijgegeven.',
    en: 'I will call you about the assignment. Of the client I can then say only what was released.',
  },
  'asks-client': {
    nl: 'Ik vraag de cliënt of ik dit mag vrijgeven.',
    en: 'I ask the client whether I may release this.',
  },
  'in-document': {
    nl: 'Het antwoord staat in wat is vrijgegeven.',
    en: 'The answer stands in what was released.',
  },
  'not-told': {
    nl: 'Daarover mag ik u niets vertellen.',
    en: 'I may not tell you anything about that.',
  },
} as const satisfies Readonly<Record<string, Text>>

export type Question = keyof typeof QUESTIONS
export type Answer = keyof typeof ANSWERS

/** Longest text that a principal adds to a question. */
export const QUESTION_LIMIT = 1000

/** A question or an answer. */
export interface PrincipalMessage {
  readonly id: string
  readonly disclosureId: string
  readonly side: 'party' | 'practice'
  readonly says: Text
  readonly words?: string
  readonly writtenAt: Date
}

const MESSAGES_LIMIT = 500

/** What was asked and answered about what was let go, for one round trip. */
export function messageReads(access: Access, dossierId: string): MessageReads {
  return buildReads(access, dossierId)
}

export type MessageReads = ReturnType<typeof buildReads>

function buildReads(access: Access, dossierId: string) {
  return {
    principalMessages: selectReadable(access, 'principal_messages', {
      needs: ['id', 'disclosure_id', 'side', 'topic', 'body', 'written_at'],
      where: { dossier_id: dossierId },
    }).limit(MESSAGES_LIMIT),
    messageKinds: selectReadable(access, 'dossiers', {
      needs: ['kind'],
      where: { id: dossierId },
    }),
  }
}

/** Whether a principal may add words of its own: not about somebody who may be ill. */
export function takesOwnWords(rows: RowsOf<MessageReads['messageKinds']>): boolean {
  return rows.every(({ kind }) => progressFields(kind).includes('pace'))
}

/** The messages, the oldest first. */
export function readMessages(
  opening: Opening,
  rows: RowsOf<MessageReads['principalMessages']>,
): PrincipalMessage[] {
  const topics: Readonly<Record<string, Text>> = { ...QUESTIONS, ...ANSWERS }
  return rows
    .map((row) => ({
      id: row.id,
      disclosureId: row.disclosure_id,
      side: row.side === 'practice' ? ('practice' as const) : ('party' as const),
      says: topics[row.topic] ?? { nl: row.topic, en: row.topic },
      ...(row.body && { words: opening.unseal('principal_messages.body', row.body) }),
      writtenAt: row.written_at,
    }))
    .toSorted((a, b) => a.writtenAt.getTime() - b.writtenAt.getTime())
}

interface About {
  /** UUID of the form. */
  readonly id?: string
  readonly disclosureId: string
  readonly post: Post
}

/** A question, with the page on which the client reads it; the coach's is that of the post. */
export interface NewQuestion extends About {
  readonly topic: Question
  /** What the principal adds, at most 1000 characters. */
  readonly words?: string
  readonly clientPath: string
}

/**
 * Asks about something that was let go, for the party that reads it. Coach and client are told that
 * there is a question. In activity `accountability`.
 *
 * @throws `NO_OWN_WORDS` for words of one's own about somebody who may be ill; `NOT_FOUND` also
 * when the client withdrew; `TOO_MANY_MESSAGES`; `DUPLICATE` when this form was sent before.
 */
export async function askAboutDisclosure(
  tx: OpenedDossier,
  { topic, words = '', post, clientPath, ...about }: NewQuestion,
): Promise<void> {
  await write(tx, { ...about, topic, words })
  await mailCoach(tx, 'principal-asked', post)
  await mailClient(tx, 'principal-asked', { ...post, path: clientPath })
}

/**
 * Answers a principal in one of a few fixed sentences. In activity `coaching`.
 *
 * @throws as `askAboutDisclosure`.
 */
export async function answerPrincipal(
  tx: OpenedDossier,
  { topic, post, ...about }: About & { readonly topic: Answer },
): Promise<void> {
  const partyId = await write(tx, { ...about, topic, words: '' })
  await mailParty(tx, 'principal-answered', { ...post, partyId })
}

async function write(
  tx: OpenedDossier,
  {
    id = randomUUID(),
    disclosureId,
    topic,
    words,
  }: Omit<About, 'post'> & {
    readonly topic: string
    readonly words: string
  },
): Promise<string> {
  const [disclosure] = await tx.run(
    from
      .selectFrom('disclosures')
      .select(['request_id', 'party_id'])
      .where('id', '=', disclosureId)
      .where('dossier_id', '=', tx.dossierId),
  )
  if (!disclosure) throw new AppError('NOT_FOUND')
  await tx.run(
    from.insertInto('principal_messages').values({
      id,
      dossier_id: tx.dossierId,
      disclosure_id: disclosureId,
      request_id: disclosure.request_id,
      topic,
      body: words === '' ? null : tx.seal('principal_messages.body', words),
    }),
  )
  return disclosure.party_id
}

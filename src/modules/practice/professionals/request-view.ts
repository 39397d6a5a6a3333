import { sql } from 'kysely'
import type { ConsentView } from '#duties/consent/consent.ts'
import type { Access } from '#store/access.ts'
import type { Opening } from '#store/opened-dossier.ts'
import type { RowsOf } from '#store/query.ts'
import { selectReadable } from '#store/readable.ts'

/** A question to another professional, with how far it is. */
export interface ProfessionalRequestView {
  readonly id: string
  readonly partyId: string
  /** Of the professional. */
  readonly name: string
  readonly question: string
  /** ISO date. */
  readonly dueOn: string
  readonly askedAt: Date
  /** What the client answered; undefined where whoever reads may not know. */
  readonly consent?: ConsentView
  readonly sentAt?: Date
  readonly answers: readonly ProfessionalAnswerView[]
  readonly state: 'asked' | 'agreed' | 'refused' | 'stopped' | 'sent' | 'late' | 'answered'
}

export interface ProfessionalAnswerView {
  readonly id: string
  readonly body: string
  readonly channel: string
  /** ISO date. */
  readonly receivedOn: string
}

/** The questions of an opened dossier, for the same round trip as the dossier itself. */
export function professionalReads(access: Access, dossierId: string): ProfessionalReads {
  return buildReads(access, dossierId)
}

export type ProfessionalReads = ReturnType<typeof buildReads>
type Rows = { readonly [Name in keyof ProfessionalReads]: RowsOf<ProfessionalReads[Name]> }

function buildReads(access: Access, dossierId: string) {
  const where = { dossier_id: dossierId }
  return {
    professionalRequests: selectReadable(access, 'professional_requests', {
      needs: ['id', 'party_id', 'question', 'due_on', 'asked_at'],
      where,
    }),
    professionalSendings: selectReadable(access, 'professional_sendings', {
      needs: ['request_id', 'sent_at'],
      where,
    }),
    professionalAnswers: selectReadable(access, 'professional_answers', {
      needs: ['id', 'request_id', 'body', 'channel', 'received_on'],
      where,
    }),
    professionals: selectReadable(access, 'parties', {
      needs: ['id'],
      shows: ['name'],
      where: {
        id: access.can('professional_requests', 'select')
          ? sql`select party_id from professional_requests where dossier_id = ${dossierId}`
          : sql`select null::uuid where false`,
      },
    }),
  }
}

/**
 * What `professionalReads` answered, unsealed, the newest question first.
 *
 * @param consents Of the same dossier.
 * @param today ISO date.
 */
export function readProfessionalRequests(
  opening: Opening,
  rows: Rows,
  { consents, today }: { readonly consents: readonly ConsentView[]; readonly today: string },
): ProfessionalRequestView[] {
  const names = new Map(rows.professionals.map((row) => [row.id, row.name ?? '']))
  const sent = new Map(rows.professionalSendings.map((row) => [row.request_id, row.sent_at]))
  return rows.professionalRequests
    .map((row) => {
      const consent = consents.find(({ itemId }) => itemId === row.id)
      const sentAt = sent.get(row.id)
      const answers = answersOf(opening, rows, row.id)
      const known = {
        ...(consent && { consent }),
        ...(sentAt && { sentAt }),
        answers,
        dueOn: row.due_on,
      }
      return {
        id: row.id,
        partyId: row.party_id,
        name: names.get(row.party_id) ?? '',
        question: opening.unseal('professional_requests.question', row.question),
        askedAt: row.asked_at,
        ...known,
        state: stateOf(known, today),
      }
    })
    .toSorted((a, b) => b.askedAt.getTime() - a.askedAt.getTime())
}

function answersOf(opening: Opening, rows: Rows, requestId: string): ProfessionalAnswerView[] {
  return rows.professionalAnswers
    .filter((row) => row.request_id === requestId)
    .map((row) => ({
      id: row.id,
      body: opening.unseal('professional_answers.body', row.body),
      channel: row.channel,
      receivedOn: row.received_on,
    }))
    .toSorted((a, b) => (a.receivedOn < b.receivedOn ? -1 : 1))
}

type Known = Pick<ProfessionalRequestView, 'consent' | 'sentAt' | 'answers' | 'dueOn'>

function stateOf(
  { consent, sentAt, answers, dueOn }: Known,
  today: string,
): ProfessionalRequestView['state'] {
  if (answers.length > 0) return 'answered'
  if (consent?.state === 'refused') return 'refused'
  if (consent?.state === 'withdrawn' || consent?.state === 'expired') return 'stopped'
  if (sentAt) return dueOn < today ? 'late' : 'sent'
  return consent?.state === 'given' ? 'agreed' : 'asked'
}

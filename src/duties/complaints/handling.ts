import { sql } from 'kysely'
import { complaintDecidedMail } from '#jobs/mails/complaint-decided.ts'
import type { Recipient } from '#jobs/outbox.ts'
import { AppError } from '#kernel/error.ts'
import { from, written } from '#store/query.ts'
import type { Transaction } from '#store/transaction.ts'
import {
  type Complaint,
  type ComplaintOutcome,
  findComplaint,
  type HearingSide,
} from './complaint.ts'
import type { ComplaintPost } from './entry.ts'

/**
 * Says whom a complaint is about. It is kept from them from that moment; whoever names the own
 * account sees it no more.
 */
export async function nameSubject(
  tx: Transaction,
  complaintId: string,
  accountId: string,
): Promise<void> {
  await tx.run(
    written(sql`insert into complaint_subjects (complaint_id, account_id)
      values (${complaintId}, ${accountId}) on conflict do nothing`),
  )
}

/** Takes back that a complaint is about somebody. */
export async function unnameSubject(
  tx: Transaction,
  complaintId: string,
  accountId: string,
): Promise<void> {
  await tx.run(
    from
      .deleteFrom('complaint_subjects')
      .where('complaint_id', '=', complaintId)
      .where('account_id', '=', accountId),
  )
}

/** Records that somebody without mail was told that the complaint arrived. */
export async function acknowledgeComplaint(
  tx: Transaction,
  complaintId: string,
  way: 'letter' | 'conversation',
): Promise<void> {
  await tx.run(
    from.insertInto('complaint_acknowledgements').values({ complaint_id: complaintId, way }),
  )
}

export interface HearingWords {
  readonly id: string
  readonly complaintId: string
  readonly side: HearingSide
  /** `declined` when somebody does not want to be heard. */
  readonly way: 'mine' | 'conversation' | 'phone' | 'letter' | 'mail' | 'declined'
  /** At most 8,000 characters. */
  readonly words: string
  readonly heardOn?: string
}

/**
 * Records what one side said.
 *
 * @throws `COMPLAINT_DECIDED`; `DUPLICATE` when the form was sent twice; `NOT_DECLARED` when it is
 * hidden.
 */
export async function hearSide(tx: Transaction, hearing: HearingWords): Promise<void> {
  const { id, complaintId, side, way, words, heardOn } = hearing
  const opening = await tx.openCase(complaintId)
  await tx.run(
    from.insertInto('complaint_hearings').values({
      id,
      complaint_id: complaintId,
      side,
      way,
      words: opening.seal('complaint_hearings.words', words),
      ...(heardOn !== undefined && { heard_on: heardOn }),
    }),
  )
}

export interface OutcomeWords {
  readonly complaintId: string
  readonly outcome: Exclude<ComplaintOutcome, 'withdrawn'>
  readonly reasons: string
  readonly measures: string
}

/**
 * Decides on a complaint and tells who complained.
 *
 * @throws `COMPLAINT_UNHEARD` when a side is still to be heard; `COMPLAINT_DECIDED`; `NOT_FOUND`.
 */
export async function decideComplaint(
  tx: Transaction,
  { complaintId, outcome, reasons, measures }: OutcomeWords,
  post: ComplaintPost,
): Promise<void> {
  const complaint = await readComplaint(tx, complaintId)
  const opening = await tx.openCase(complaintId)
  const sealed = opening.sealEach('complaint_outcomes', { reasons, measures })
  await tx.run(
    from.insertInto('complaint_outcomes').values({ complaint_id: complaintId, outcome, ...sealed }),
  )
  const { accountId, name, email, language } = complaint
  const path = accountId === null ? '/klacht' : `/mijn/klachten/${complaintId}`
  const recipient: Recipient | undefined =
    accountId !== null ? { accountId } : email !== null ? { name, email, language } : undefined
  if (!recipient) return
  const { outbox, organisation } = post
  const data = { organisation, path, letter: accountId === null }
  await outbox.queue(tx, complaintDecidedMail, data, recipient)
}

/**
 * Takes a complaint back, by who made it.
 *
 * @throws `COMPLAINT_DECIDED`; `NOT_DECLARED` when it is somebody else's.
 */
export async function withdrawComplaint(
  tx: Transaction,
  complaintId: string,
  reasons: string,
): Promise<void> {
  const opening = await tx.openCase(complaintId)
  const sealed = opening.sealEach('complaint_outcomes', { reasons })
  await tx.run(
    from
      .insertInto('complaint_outcomes')
      .values({ complaint_id: complaintId, outcome: 'withdrawn', ...sealed }),
  )
}

/** @throws `NOT_FOUND` when there is none, or it is hidden. */
async function readComplaint(tx: Transaction, id: string): Promise<Complaint> {
  const [complaint] = await tx.run(findComplaint(id))
  if (!complaint) throw new AppError('NOT_FOUND')
  return complaint
}

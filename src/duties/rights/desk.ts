import { sql } from 'kysely'
import { requestNewsMail } from '#jobs/mails/request-news.ts'
import { rectificationAskedMail } from '#jobs/mails/rectification-asked.ts'
import type { Outbox } from '#jobs/outbox.ts'
import { type WrittenQuery, written } from '#store/query.ts'
import type { Transaction } from '#store/transaction.ts'
import { type AskedOf, linkPath } from './asking.ts'
import { findRequest, only } from './request.ts'
import { sealNote } from './request-seal.ts'
import type { RequestState } from './words.ts'

/** What the desk can do beside judging who asks. */
export const DESK_ACTIONS = [
  'ask-identity',
  'pause',
  'answer',
  'extend',
  'grant',
  'refuse',
  'withdraw',
] as const

export type DeskAction = (typeof DESK_ACTIONS)[number]

/** With what the desk works. */
export interface Desk extends AskedOf {
  /** Name as people know it. */
  readonly title: string
  readonly outbox: Outbox
}

/** A step, with the words that the person gets to read. */
export interface DeskStep {
  readonly requestId: string
  readonly action: DeskAction
  /** Code of the ground, to refuse. */
  readonly ground?: string
  readonly note: string
}

/**
 * Takes a step with a request and tells the person, in one transaction. A grant is carried out at
 * once where the database can do so; else it waits, as `executing`, for the duty that does.
 *
 * @throws `REQUEST_STEP_IMPOSSIBLE`, `REQUEST_REASON_MISSING`, `REQUEST_GROUND_UNKNOWN`,
 * `REQUEST_EXTENDED`, `REQUEST_TERM_OVER`; `NOT_FOUND` for whoever does not handle requests.
 */
export async function takeStep(
  tx: Transaction,
  desk: Desk,
  { requestId, action, ground, note }: DeskStep,
): Promise<RequestState> {
  const opening = await tx.openCase(requestId)
  const [row] = await tx.run(
    written(sql<{ state: RequestState }>`
      select step_request(${requestId}, ${action}, ${ground ?? null}::text,
        ${sealNote(opening, note)}::bytea) as state`),
  )
  await tellPerson(tx, desk, requestId)
  if (row?.state === 'executing') await tellWorkers(tx, desk, requestId)
  return row?.state ?? 'weighing'
}

/** Mails whoever asked that there is news; without an address there is only the letter. */
export async function tellPerson(tx: Transaction, desk: Desk, requestId: string): Promise<void> {
  const request = only(await tx.run(findRequest(requestId)))
  const { accountId, email, name, language, number } = request
  const path = accountId
    ? `/mijn/rechten/${requestId}`
    : linkPath(desk.links.secretOf(desk.organisation, requestId))
  const news = { organisation: desk.title, path, number }
  if (accountId) await desk.outbox.queue(tx, requestNewsMail, news, { accountId })
  else if (email) await desk.outbox.queue(tx, requestNewsMail, news, { email, name, language })
}

/** Mails those who may put things right in the dossier, when that was granted. */
async function tellWorkers(tx: Transaction, desk: Desk, requestId: string): Promise<void> {
  const { kind, dossierId } = only(await tx.run(findRequest(requestId)))
  if (kind !== 'rectification') return
  const workers = await tx.run(
    written(sql<{ accountId: string }>`select request_workers(${requestId}) as "accountId"`),
  )
  const path = dossierId ? `/werk/dossiers/${dossierId}/verbeteren` : '/werk'
  const news = { organisation: desk.title, path }
  for (const { accountId } of workers) {
    await desk.outbox.queue(tx, rectificationAskedMail, news, { accountId })
  }
}

/** A dossier that a request may be about: only its number and kind show. */
export interface SuggestedDossier {
  readonly reference: string
  readonly kind: string
  readonly startedAt: Date
  /** Whoever has access to it as the person has the address that the request came from. */
  readonly byEmail: boolean
  readonly restricted: boolean
}

export function suggestDossiers(requestId: string): WrittenQuery<SuggestedDossier> {
  return written(sql`
    select reference, kind, started_at as "startedAt", by_email as "byEmail", restricted
    from suggested_dossiers(${requestId})`)
}

/**
 * Ties a request to the dossier with a number, or to every dossier of its person.
 *
 * @throws `REQUEST_DOSSIER_UNKNOWN`, `REQUEST_STEP_IMPOSSIBLE`.
 */
export async function linkRequest(
  tx: Transaction,
  requestId: string,
  { reference, wholePerson }: { readonly reference: string; readonly wholePerson: boolean },
): Promise<void> {
  await tx.run(written(sql`select link_request(${requestId}, ${reference}, ${wholePerson})`))
}

/** A consent that can be withdrawn in answer to a request. */
export interface WithdrawableConsent {
  readonly requestId: string
  readonly consent: string
  readonly reference: string
  readonly decidedAt: Date
}

export function listWithdrawable(requestId: string): WrittenQuery<WithdrawableConsent> {
  return written(sql`
    select request_id as "requestId", consent, reference, decided_at as "decidedAt"
    from withdrawable(${requestId})`)
}

/**
 * Withdraws the consent that a request is about, or all of them, and so carries the request out. It
 * asks for no identity document: withdrawing is as easy as giving was.
 *
 * @throws `REQUEST_NEEDS_DOSSIER` when it is tied to none; `REQUEST_STEP_IMPOSSIBLE`.
 */
export async function withdrawConsent(
  tx: Transaction,
  requestId: string,
  consentId: string | null,
): Promise<void> {
  await tx.run(written(sql`select withdraw_at_desk(${requestId}, ${consentId}::text)`))
}

/** A recipient that hears of a rectification, an erasure or a restriction. */
export interface RecipientNotice {
  readonly id: string
  readonly reference: string
  /** Word of the recipient in the statement. */
  readonly recipient: string
  readonly party: string | null
  readonly toldAt: Date | null
}

export function listNotices(requestId: string): WrittenQuery<RecipientNotice> {
  return written(sql`
    select id, reference, recipient, party, told_at as "toldAt" from notices_of(${requestId})`)
}

/** @throws `NOT_FOUND` when there is none that waits. */
export async function markTold(tx: Transaction, noticeId: string): Promise<void> {
  await tx.run(written(sql`select mark_told(${noticeId})`))
}

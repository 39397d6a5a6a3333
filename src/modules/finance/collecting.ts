import { sql } from 'kysely'
import { type WrittenQuery, written } from '#store/query.ts'
import type { Transaction } from '#store/transaction.ts'

export const PAYMENT_WAYS = ['transfer', 'cash', 'write-off'] as const
export type PaymentWay = (typeof PAYMENT_WAYS)[number]

export const DISPUTE_REASONS = [
  'amount',
  'not-ordered',
  'not-delivered',
  'quality',
  'other',
] as const
export type DisputeReason = (typeof DISPUTE_REASONS)[number]

const DISPUTE_OUTCOMES = ['upheld', 'rejected', 'settled'] as const
export type DisputeOutcome = (typeof DISPUTE_OUTCOMES)[number]

/** What happened with an issued invoice. */
export interface InvoiceEvent {
  readonly id: string
  readonly sort:
    | 'sent'
    | 'paid'
    | 'reversed'
    | 'reminded'
    | 'disputed'
    | 'dispute-ended'
    | 'handed-over'
    | 'credited'
  readonly at: Date
  /** A word that belongs to the sort: the way, the reason, the outcome; the number of a note. */
  readonly word: string
  /** Cents; for reminders the stage. */
  readonly amount: number | null
  readonly day: string | null
}

/** The history of an invoice, oldest first. */
export function listEvents(id: string): WrittenQuery<InvoiceEvent> {
  return written(sql`
    select s.id::text, 'sent' as sort, s.sent_at as at, s.way as word, null::integer as amount,
      null::date as day
    from sendings s where s.invoice_id = ${id}
    union all
    select p.id::text, case when r.payment_id is null then 'paid' else 'reversed' end,
      p.recorded_at, p.way, p.amount::integer, p.paid_on
    from payments p left join payment_reversals r on r.payment_id = p.id
    where p.invoice_id = ${id}
    union all
    select r.invoice_id::text || r.stage, 'reminded', r.sent_at, r.way, r.stage, r.due_on
    from payment_reminders r where r.invoice_id = ${id}
    union all
    select d.id::text, 'disputed', d.opened_at, d.reason, null, d.ends_on
    from invoice_disputes d where d.invoice_id = ${id}
    union all
    select e.dispute_id::text, 'dispute-ended', e.ended_at, e.outcome, null, null
    from dispute_endings e join invoice_disputes d on d.id = e.dispute_id
    where d.invoice_id = ${id}
    union all
    select h.invoice_id::text, 'handed-over', h.handed_at, h.recipient, h.amount::integer, null
    from collector_handovers h where h.invoice_id = ${id}
    union all
    select i.id::text, 'credited', n.issued_at, n.number, n.gross::integer, n.issued_on
    from invoices i join issuances n on n.invoice_id = i.id where i.credits = ${id}
    order by 3, 2 limit 500`)
}

/** Records that an invoice went to its payer, if the statement lets it. */
export async function recordSending(
  tx: Transaction,
  { id, invoiceId, way }: { id: string; invoiceId: string; way: 'mail' | 'letter' },
): Promise<void> {
  await tx.run(
    written(sql`insert into sendings (id, invoice_id, way) values (${id}, ${invoiceId}, ${way})`),
  )
}

export interface NewPayment {
  readonly id: string
  readonly invoiceId: string
  /** Cents. */
  readonly amount: number
  /** ISO date, today at the latest. */
  readonly paidOn: string
  readonly way: PaymentWay
}

/** Records a payment by hand. @throws `PAID_TOO_MUCH`, `PAID_IN_FUTURE`, `INVOICE_NOT_ISSUED`. */
export async function recordPayment(tx: Transaction, payment: NewPayment): Promise<void> {
  const { id, invoiceId, amount, paidOn, way } = payment
  await tx.run(
    written(sql`insert into payments (id, invoice_id, amount, paid_on, way)
      values (${id}, ${invoiceId}, ${amount}, ${paidOn}, ${way})`),
  )
}

/** Takes a payment back that was recorded wrongly; it stays to be seen. */
export async function reversePayment(tx: Transaction, id: string): Promise<void> {
  await tx.run(written(sql`insert into payment_reversals (payment_id) values (${id})`))
}

/**
 * Records a reminder, before it goes.
 *
 * @throws `NOT_DUE`, `REMINDER_ORDER`, `INVOICE_DISPUTED`, `HANDED_OVER`, `NOTHING_OPEN`.
 */
export async function recordReminder(
  tx: Transaction,
  { invoiceId, stage, way }: { invoiceId: string; stage: number; way: 'mail' | 'letter' },
): Promise<{ readonly dueOn: string }> {
  const [row] = await tx.run(
    written(sql<{ dueOn: string }>`insert into payment_reminders (invoice_id, stage, way)
      values (${invoiceId}, ${stage}, ${way}) returning due_on as "dueOn"`),
  )
  return row ?? { dueOn: '' }
}

/** An invoice of which a reminder can go by mail now. */
export interface Remindable {
  readonly id: string
  /** The reminder that is next: first, second or final. */
  readonly stage: number
}

/** Reminders that go by one press of a button. */
const REMINDERS_AT_ONCE = 50

/** Invoices of which the next reminder can go by mail now, the longest due first. */
export const listRemindable = written(sql<Remindable>`
  select t.invoice_id as id, t.stage + 1 as stage
  from invoice_states() t
  join invoices i on i.id = t.invoice_id
  join payers p on p.id = i.payer_id
  where i.kind = 'invoice' and t.open > 0 and t.stage < 3 and t.asked_by < gestand.today()
    and t.disputed_until is null and t.handed_at is null and p.email is not null
  order by t.asked_by, t.invoice_id limit ${REMINDERS_AT_ONCE}`)

/** Records that the payer disputes an invoice: the dossiers behind it are kept meanwhile. */
export async function openDispute(
  tx: Transaction,
  {
    id,
    invoiceId,
    reason,
    endsOn,
  }: {
    id: string
    invoiceId: string
    reason: DisputeReason
    endsOn: string
  },
): Promise<void> {
  await tx.run(
    written(sql`insert into invoice_disputes (id, invoice_id, reason, ends_on)
      values (${id}, ${invoiceId}, ${reason}, ${endsOn})`),
  )
}

/**
 * Disputes an invoice of one's own, with a word from the list: two months at most.
 *
 * @throws `NOT_FOUND` for who does not pay it; `NOTHING_OPEN`, `INVOICE_DISPUTED`.
 */
export async function disputeOwn(
  tx: Transaction,
  { id, invoiceId, reason }: { id: string; invoiceId: string; reason: DisputeReason },
): Promise<void> {
  await tx.run(written(sql`select dispute_own_invoice(${id}, ${invoiceId}, ${reason})`))
}

/** Ends a dispute; what it kept is let go. */
export async function endDispute(
  tx: Transaction,
  { id, outcome }: { id: string; outcome: DisputeOutcome },
): Promise<void> {
  await tx.run(
    written(sql`insert into dispute_endings (dispute_id, outcome) values (${id}, ${outcome})`),
  )
}

/** Collectors whom the statement names, by their word there. */
export const listCollectors = written(
  sql<{ recipient: string }>`select recipient from collectors()`,
)

/**
 * Hands an unpaid invoice over.
 *
 * @throws `NOT_REMINDED`, `INVOICE_DISPUTED`, `NOTHING_OPEN`, `RECIPIENT_UNDECLARED`,
 * `AGREEMENT_LAPSED`.
 */
export async function handToCollector(
  tx: Transaction,
  { invoiceId, recipient }: { invoiceId: string; recipient: string },
): Promise<void> {
  await tx.run(
    written(sql`insert into collector_handovers (invoice_id, recipient)
      values (${invoiceId}, ${recipient})`),
  )
}

/** What a collector gets of an invoice that was handed over, and nothing else. */
export interface Claim {
  readonly number: string
  readonly issuedOn: string
  readonly dueOn: string | null
  readonly name: string
  readonly street: string
  readonly postcode: string
  readonly city: string
  readonly country: string
  readonly email: string | null
  /** Cents that were open when it was handed over. */
  readonly amount: number
  /** ISO dates of the reminders, in their order. */
  readonly reminded: readonly string[]
}

/** What the collector gets of an invoice; no row when it was not handed over. */
export function findClaim(invoiceId: string): WrittenQuery<Claim> {
  return written(sql<Claim>`
    select s.number, s.issued_on as "issuedOn", s.due_on as "dueOn", s.payer_name as name,
      s.payer_street as street, s.payer_postcode as postcode, s.payer_city as city,
      s.payer_country as country, p.email, h.amount::integer as amount,
      array(select (r.sent_at at time zone 'Europe/Amsterdam')::date::text
        from payment_reminders r where r.invoice_id = h.invoice_id order by r.stage) as reminded
    from collector_handovers h
    join issuances s on s.invoice_id = h.invoice_id
    join invoices i on i.id = h.invoice_id
    join payers p on p.id = i.payer_id
    where h.invoice_id = ${invoiceId}`)
}

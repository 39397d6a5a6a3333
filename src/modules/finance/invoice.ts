import { sql } from 'kysely'
import { type WrittenQuery, written } from '#store/query.ts'
import type { Transaction } from '#store/transaction.ts'
import type { InvoiceKind } from './formats/invoice.ts'

/** An invoice in a list. Sums in cents. */
export interface InvoiceRow {
  readonly id: string
  readonly kind: InvoiceKind
  /** Null for a draft; so are the days and the sums of what was issued. */
  readonly number: string | null
  readonly payer: string
  readonly issuedOn: string | null
  readonly askedBy: string | null
  readonly gross: number | null
  readonly open: number
  /** Of reminders that were sent: 0 to 3. */
  readonly stage: number
  readonly disputedUntil: string | null
  readonly handedAt: Date | null
  readonly sentAt: Date | null
  readonly overdueDays: number
  readonly state: InvoiceState
  readonly total: number
}

export type InvoiceState = 'draft' | 'open' | 'overdue' | 'disputed' | 'handed-over' | 'settled'
export const INVOICE_STATES: readonly InvoiceState[] = [
  'draft',
  'open',
  'overdue',
  'disputed',
  'handed-over',
  'settled',
]

export interface InvoicesAsked {
  readonly state?: InvoiceState | undefined
  /** Part of a number or of the name of a payer. */
  readonly search?: string | undefined
  readonly payerId?: string | undefined
  readonly id?: string | undefined
  /** From 1. */
  readonly page?: number | undefined
}

export const INVOICES_PAGE = 50

const STATE = sql`case when s.invoice_id is null then 'draft'
  when t.open <= 0 then 'settled' when t.disputed_until is not null then 'disputed'
  when t.handed_at is not null then 'handed-over'
  when t.asked_by < gestand.today() then 'overdue' else 'open' end`

const ROWS = sql`
  select i.id, i.kind, s.number, coalesce(s.payer_name, p.name) as payer, i.payer_id,
    s.issued_on as "issuedOn", t.asked_by as "askedBy", s.gross::integer as gross,
    coalesce(t.open, 0)::integer as open, coalesce(t.stage, 0) as stage,
    t.disputed_until as "disputedUntil", t.handed_at as "handedAt", t.sent_at as "sentAt",
    greatest(0, gestand.today() - s.due_on) as "overdueDays", s.serial, s.year, i.drafted_at,
    ${STATE} as state
  from invoices i join payers p on p.id = i.payer_id
  left join issuances s on s.invoice_id = i.id
  left join invoice_states() t on t.invoice_id = i.id`

/** A page of invoices: drafts first, then the newest. */
export function listInvoices(asked: InvoicesAsked = {}): WrittenQuery<InvoiceRow> {
  const { state = null, search = '', payerId = null, id = null, page = 1 } = asked
  const found = `%${search.trim().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  return written(sql`
    select r.*, (count(*) over ())::integer as total from (${ROWS}) r
    where (${state}::text is null or r.state = ${state})
      and (${payerId}::uuid is null or r.payer_id = ${payerId}::uuid)
      and (${id}::uuid is null or r.id = ${id}::uuid)
      and (r.payer ilike ${found} or r.number ilike ${found})
    order by r.year desc nulls first, r.serial desc, r.drafted_at desc, r.id
    limit ${INVOICES_PAGE} offset ${(Math.max(1, page) - 1) * INVOICES_PAGE}`)
}

/** Figures for the overview, in cents. */
export interface FinanceFigures {
  readonly waiting: number
  readonly waitingLines: number
  readonly unpriced: number
  readonly drafts: number
  readonly open: number
  readonly openCount: number
  readonly overdue: number
  readonly overdueCount: number
  /** Open by days past the term: not yet, 1–30, 31–60, 61–90, over 90. */
  readonly ages: readonly number[]
}

/** How finance stands. */
export const financeFigures = written(sql<FinanceFigures>`
  select w.waiting::integer, w.lines::integer as "waitingLines", w.unpriced::integer,
    (select count(*)::integer from invoices i
      where not exists (select from issuances s where s.invoice_id = i.id)) as drafts,
    o.open::integer, o.amount::integer as "openCount", o.overdue::integer,
    o.late::integer as "overdueCount",
    array[o.fresh, o.a30, o.a60, o.a90, o.older]::integer[] as ages
  from (
    select coalesce(sum(net), 0) as waiting, count(*) as lines,
      count(*) filter (where net is null) as unpriced
    from charges where invoice_id is null) w,
  (
    select coalesce(sum(t.open), 0) as open, count(*) as amount,
      coalesce(sum(t.open) filter (where d.days > 0), 0) as overdue,
      count(*) filter (where d.days > 0) as late,
      coalesce(sum(t.open) filter (where d.days <= 0), 0) as fresh,
      coalesce(sum(t.open) filter (where d.days between 1 and 30), 0) as a30,
      coalesce(sum(t.open) filter (where d.days between 31 and 60), 0) as a60,
      coalesce(sum(t.open) filter (where d.days between 61 and 90), 0) as a90,
      coalesce(sum(t.open) filter (where d.days > 90), 0) as older
    from invoice_states() t join issuances s on s.invoice_id = t.invoice_id,
      lateral (select gestand.today() - s.due_on as days) d
    where t.open > 0) o`)

/**
 * Drafts of what waits for a payer until a day: one for all, or one for each client where the payer
 * wants that.
 *
 * @returns Ids of the drafts; none when nothing waits.
 */
export async function draftInvoices(
  tx: Transaction,
  { payerId, until }: { payerId: string; until: string },
): Promise<string[]> {
  const drafts = await tx.run(
    written(sql<{ id: string; subject: string | null }>`
      select gen_random_uuid() as id, case when p.apart then c.subject end as subject
      from charges c join payers p on p.id = c.payer_id
      where c.payer_id = ${payerId} and c.invoice_id is null and c.day <= ${until}::date
      group by 2 order by 2`),
  )
  for (const { id, subject } of drafts) {
    await tx.run(
      written(sql`insert into invoices (id, payer_id, reference)
        select ${id}, p.id, p.reference from payers p where p.id = ${payerId}`),
    )
    await tx.run(
      written(sql`update charges set invoice_id = ${id}
        where payer_id = ${payerId} and invoice_id is null and day <= ${until}::date
          and (${subject}::text is null or subject = ${subject})`),
    )
  }
  return drafts.map(({ id }) => id)
}

/** Throws a draft away; its lines wait again. @throws `INVOICE_ISSUED`. */
export async function dropDraft(tx: Transaction, id: string): Promise<void> {
  await tx.run(written(sql`delete from invoices where id = ${id}`))
}

/**
 * Gives a draft its number, after which it never changes.
 *
 * @throws `INVOICE_ISSUED`, `INVOICE_EMPTY`, `PRICE_MISSING`, `PAYER_INCOMPLETE`,
 * `SETTINGS_MISSING`, `VAT_ID_MISSING`, `CREDIT_TOO_MUCH`.
 */
export async function issueInvoice(tx: Transaction, id: string): Promise<string> {
  const [issued] = await tx.run(
    written(sql<{ number: string }>`
      insert into issuances (invoice_id) values (${id}) returning number`),
  )
  return issued?.number ?? ''
}

/** What a credit note takes back of a line: an amount in cents without tax, 0 for the whole. */
export interface CreditedLine {
  readonly chargeId: string
  readonly amount: number
}

/** Drafts a credit note. @throws `CREDIT_TOO_MUCH`, `INVOICE_NOT_ISSUED`, `NOT_FOUND`. */
export async function draftCreditNote(
  tx: Transaction,
  { id, invoiceId, lines }: { id: string; invoiceId: string; lines: readonly CreditedLine[] },
): Promise<void> {
  const charges = lines.map(({ chargeId }) => chargeId)
  const amounts = lines.map(({ amount }) => amount)
  await tx.run(
    written(sql`select draft_credit_note(${id}, ${invoiceId}, ${charges}::uuid[],
      ${amounts}::bigint[])`),
  )
}

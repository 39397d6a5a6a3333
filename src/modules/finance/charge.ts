import { sql } from 'kysely'
import { type WrittenQuery, written } from '#store/query.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import type { Transaction } from '#store/transaction.ts'
import type { Description } from './formats/description.ts'
import type { ChargeUnit } from './tariff.ts'
import type { VatWord } from './vat.ts'

/** A line that waits for an invoice. Sums in cents. */
export interface WaitingCharge {
  readonly id: string
  readonly payerId: string
  readonly payer: string
  readonly subject: string
  /** ISO date. */
  readonly day: string
  readonly description: Description
  /** Hundredths. */
  readonly quantity: number
  readonly unit: ChargeUnit
  /** Null until a tariff is known. */
  readonly unitPrice: number | null
  readonly vat: VatWord | null
  readonly net: number | null
}

/** As many as are listed at most. */
export const CHARGES_MOST = 1_000

/** What is to be invoiced, by payer and day. */
export const listWaiting = written(sql<WaitingCharge>`
  select c.id, c.payer_id as "payerId", p.name as payer, c.subject, c.day, c.description,
    c.quantity, c.unit, c.unit_price as "unitPrice", c.vat, c.net::integer as net
  from charges c join payers p on p.id = c.payer_id
  where c.invoice_id is null
  order by lower(p.name), p.id, c.subject, c.day, c.id limit ${CHARGES_MOST}`)

/** One line; no row when there is none. */
export function findCharge(
  id: string,
): WrittenQuery<
  Pick<WaitingCharge, 'id' | 'description' | 'unitPrice' | 'vat'> & { invoiceId: string | null }
> {
  return written(sql`select id, description, unit_price as "unitPrice", vat,
    invoice_id as "invoiceId" from charges where id = ${id}`)
}

/** Puts a price right, or fills in one that was missing. Not of what was issued. */
export async function priceCharge(
  tx: Transaction,
  { id, unitPrice, vat }: { id: string; unitPrice: number; vat: VatWord },
): Promise<void> {
  await tx.run(
    written(sql`update charges set unit_price = ${unitPrice}, vat = ${vat} where id = ${id}`),
  )
}

/** Takes a line off its draft, to wait for another invoice. */
export async function takeOff(tx: Transaction, id: string): Promise<void> {
  await tx.run(written(sql`update charges set invoice_id = null where id = ${id}`))
}

/** Drops a line that is not to be invoiced; its time can be declared anew. */
export async function dropCharge(tx: Transaction, id: string): Promise<void> {
  await tx.run(written(sql`delete from charges where id = ${id}`))
}

/** Who pays for the service of the opened dossier, and how the invoice calls the client. */
export interface Billing {
  readonly payer: 'principal' | 'client'
  readonly shown: 'name' | 'code'
  /** Empty for the number of the dossier. */
  readonly code: string
}

/** How it is recorded; no row when it follows from the assignment. */
export const findBilling = written(
  sql<Billing>`select payer, shown, code from billings where dossier_id = opened()`,
)

/** Records who pays, from now on: what was declared stays. */
export async function saveBilling(tx: OpenedDossier, billing: Billing): Promise<void> {
  await tx.run(
    written(sql`
      insert into billings (dossier_id, payer, shown, code)
      values (${tx.dossierId}, ${billing.payer}, ${billing.shown}, ${billing.code})
      on conflict (dossier_id) do update
        set payer = excluded.payer, shown = excluded.shown, code = excluded.code`),
  )
}

/** A line of the opened dossier, as whoever works in it sees it. */
export interface DeclaredCharge {
  readonly id: string
  readonly subject: string
  readonly day: string
  readonly description: Description
  readonly quantity: number
  readonly unit: ChargeUnit
  readonly net: number | null
  readonly credit: boolean
  readonly drafted: boolean
  /** Of the invoice, once it was issued. */
  readonly number: string | null
}

/** What of the opened dossier was declared. */
export const listDeclared = written(sql<DeclaredCharge>`
  select id, subject, day, description, quantity, unit, net::integer as net, credit, drafted,
    number
  from declared_charges()`)

/** Hours of the opened dossier that can be charged and were not. */
export const listChargeable = written(sql<{
  id: string
  day: string
  minutes: number
  kind: string
}>`select id, day, minutes, kind from time_entries
  where dossier_id = opened() and billable and invoice_line is null order by day, id limit 500`)

/**
 * Declares hours of the opened dossier: each becomes a line for whoever pays.
 *
 * @throws `PAYER_MISSING`; `NOT_FOUND` when the statement gives the activity no word on invoices.
 */
export async function declareHours(tx: OpenedDossier, entries: readonly string[]): Promise<void> {
  await tx.run(written(sql`select declare_hours(${[...entries]}::uuid[])`))
}

/** Declares a piece of work with a price that stands. */
export async function declarePiece(
  tx: OpenedDossier,
  { id, description, day }: { id: string; description: Description; day: string },
): Promise<void> {
  await tx.run(written(sql`select declare_piece(${id}, ${description}, ${day}::date)`))
}

/** @throws `CHARGE_FIXED` when it stands on an invoice, also one that is a draft. */
export async function undeclare(tx: OpenedDossier, id: string): Promise<void> {
  await tx.run(written(sql`select undeclare(${id})`))
}

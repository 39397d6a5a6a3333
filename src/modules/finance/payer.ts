import { sql } from 'kysely'
import type { Language } from '#kernel/language.ts'
import { type WrittenQuery, written } from '#store/query.ts'
import type { Transaction } from '#store/transaction.ts'

/** Who pays, with what an invoice must say of them. */
export interface Payer {
  readonly id: string
  /** Null for a client who pays. */
  readonly partyId: string | null
  readonly name: string
  readonly street: string
  readonly postcode: string
  readonly city: string
  readonly country: string
  readonly kvk: string | null
  readonly vatId: string | null
  readonly oin: string | null
  /** Order or cost centre by which the payer knows whom to ask. */
  readonly reference: string
  readonly email: string | null
  readonly language: Language
  /** Whether every client gets an invoice of their own. */
  readonly apart: boolean
}

/** A payer in a list, with sums in cents. */
export interface PayerLine extends Payer {
  readonly waiting: number
  readonly open: number
}

const PAYER_LIMIT = 2_000

const COLUMNS = sql`p.id, p.party_id as "partyId", p.name, p.street, p.postcode, p.city,
  p.country, p.kvk, p.vat_id as "vatId", p.oin, p.reference, p.email, p.language, p.apart`

/** All payers by name, with what waits to be invoiced and what is open. */
export const listPayers = written(sql<PayerLine>`
  select ${COLUMNS}, coalesce(w.waiting, 0)::integer as waiting,
    coalesce(o.open, 0)::integer as open
  from payers p
  left join (
    select c.payer_id, sum(c.net) as waiting from charges c
    where c.invoice_id is null group by 1) w on w.payer_id = p.id
  left join (
    select i.payer_id, sum(s.open) as open from invoice_states() s
    join invoices i on i.id = s.invoice_id group by 1) o on o.payer_id = p.id
  order by lower(p.name), p.id limit ${PAYER_LIMIT}`)

/** One payer; no row when there is none. */
export function findPayer(id: string): WrittenQuery<Payer> {
  return written(sql`select ${COLUMNS} from payers p where p.id = ${id}`)
}

/** All principals, by name. */
export const listPrincipals = written(sql<{ id: string; name: string }>`
  select t.id, t.name from parties t order by lower(t.name), t.id limit ${PAYER_LIMIT}`)

/** Principals who are no payer yet. */
export const listUnpaying = written(sql<{ id: string; name: string }>`
  select t.id, t.name from parties t
  where not exists (select from payers p where p.party_id = t.id) order by lower(t.name), t.id
  limit ${PAYER_LIMIT}`)

/**
 * Makes a principal a payer before anything of them is charged: so what invoices say of them is
 * right from the first one.
 *
 * @throws `DUPLICATE` when they pay already.
 */
export async function addPayer(tx: Transaction, id: string, partyId: string): Promise<void> {
  await tx.run(
    written(sql`insert into payers (id, party_id, name, email)
      select ${id}, t.id, t.name, t.email from parties t where t.id = ${partyId}`),
  )
}

/** Changes what invoices say of a payer from now on. */
export async function changePayer(
  tx: Transaction,
  { id, partyId: _, ...payer }: Payer,
): Promise<void> {
  await tx.run(
    written(sql`
      update payers set name = ${payer.name}, street = ${payer.street},
        postcode = ${payer.postcode}, city = ${payer.city}, country = ${payer.country},
        kvk = ${payer.kvk}, vat_id = ${payer.vatId}, oin = ${payer.oin},
        reference = ${payer.reference}, email = ${payer.email}, language = ${payer.language},
        apart = ${payer.apart}
      where id = ${id}`),
  )
}

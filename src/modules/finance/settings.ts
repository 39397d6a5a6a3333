import { sql } from 'kysely'
import { written } from '#store/query.ts'
import type { Transaction } from '#store/transaction.ts'

/** What the organisation writes on its invoices about itself. */
export interface InvoiceSettings {
  readonly name: string
  readonly street: string
  readonly postcode: string
  readonly city: string
  readonly country: string
  readonly kvk: string
  readonly vatId: string | null
  readonly iban: string
  readonly email: string
  /** Before the year in a number. */
  readonly prefix: string
  /** Days to pay. */
  readonly payDays: number
  /** Days that each reminder gives. */
  readonly remindDays: number
}

/** The settings, or no row when nobody filled them in. */
export const findSettings = written(sql<InvoiceSettings>`
  select name, street, postcode, city, country, kvk, vat_id as "vatId", iban, email, prefix,
    pay_days as "payDays", remind_days as "remindDays"
  from invoice_settings`)

/** Writes the settings. What was issued keeps those of its day. */
export async function saveSettings(tx: Transaction, own: InvoiceSettings): Promise<void> {
  await tx.run(
    written(sql`
      insert into invoice_settings (id, name, street, postcode, city, country, kvk, vat_id, iban,
        email, prefix, pay_days, remind_days)
      values (true, ${own.name}, ${own.street}, ${own.postcode}, ${own.city}, ${own.country},
        ${own.kvk}, ${own.vatId}, ${own.iban}, ${own.email}, ${own.prefix}, ${own.payDays},
        ${own.remindDays})
      on conflict (id) do update set name = excluded.name, street = excluded.street,
        postcode = excluded.postcode, city = excluded.city, country = excluded.country,
        kvk = excluded.kvk, vat_id = excluded.vat_id, iban = excluded.iban,
        email = excluded.email, prefix = excluded.prefix, pay_days = excluded.pay_days,
        remind_days = excluded.remind_days`),
  )
}

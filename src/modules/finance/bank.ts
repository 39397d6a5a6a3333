import { createHash, randomUUID } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import { AppError } from '#kernel/error.ts'
import { type WrittenQuery, written } from '#store/query.ts'
import type { Transaction } from '#store/transaction.ts'
import { type BankEntry, readBankFile } from './formats/camt053.ts'

/** Money that came in and is not booked in full. Sums in cents. */
export interface OpenEntry {
  readonly id: string
  /** ISO date. */
  readonly bookedOn: string
  readonly amount: number
  readonly left: number
  readonly debtor: string
  readonly remittance: string
}

/** An invoice that money can be for. */
export interface OpenInvoice {
  readonly id: string
  readonly number: string
  readonly payer: string
  readonly open: number
}

/** What an entry is probably for: by number, or by amount and name. */
export interface Match {
  readonly invoice: OpenInvoice
  readonly by: 'number' | 'amount'
}

/** As many as are listed at most. */
export const BANK_ENTRIES_MOST = 500
const OPEN_LIMIT = 5_000

/** Bank entries that wait, newest first: five hundred at most, and the others after them. */
export const listOpenEntries = openEntries(sql`true`)

/** One bank entry, as long as it waits. */
export function findOpenEntry(id: string): WrittenQuery<OpenEntry> {
  return openEntries(sql`b.id = ${id}`)
}

function openEntries(chosen: RawBuilder<unknown>): WrittenQuery<OpenEntry> {
  return written(sql<OpenEntry>`
    select b.id, b.booked_on as "bookedOn", b.amount::integer as amount,
      (b.amount - b.aside - coalesce(p.spent, 0))::integer as left, b.debtor, b.remittance
    from bank_entries b left join (
      select p.entry_id, sum(p.amount) as spent from payments p
      where p.entry_id is not null
        and not exists (select from payment_reversals r where r.payment_id = p.id)
      group by 1) p on p.entry_id = b.id
    where ${chosen} and b.aside < b.amount
      and b.amount - b.aside > coalesce(p.spent, 0)
    order by b.booked_on desc, b.id limit ${BANK_ENTRIES_MOST}`)
}

/** Invoices of which something is open. */
export const listOpenInvoices = written(sql<OpenInvoice>`
  select s.invoice_id as id, s.number, s.payer_name as payer, t.open::integer as open
  from issuances s join invoice_states() t on t.invoice_id = s.invoice_id
  where t.open > 0 order by s.issued_on, s.serial limit ${OPEN_LIMIT}`)

/**
 * Proposes invoices for an entry: those of which the number stands in what the payer wrote, or else
 * one with just this sum open, of somebody with this name when there are more.
 */
export function proposeMatches(entry: OpenEntry, open: readonly OpenInvoice[]): Match[] {
  const wrote = bare(entry.remittance)
  const named = open.filter(({ number }) => wrote.includes(bare(number)))
  if (named.length > 0) return named.map((invoice) => ({ invoice, by: 'number' }))
  const same = open.filter((invoice) => invoice.open === entry.left)
  const known = same.filter(({ payer }) => sharesName(payer, entry.debtor))
  const [only] = known.length > 0 ? known : same
  return only && (known.length === 1 || same.length === 1) ? [{ invoice: only, by: 'amount' }] : []
}

function bare(text: string): string {
  return text.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
}

/** Whether two names have their longest word in common. */
function sharesName(one: string, other: string): boolean {
  const words = one.toLowerCase().split(/[^\p{L}]+/u)
  const longest = words.toSorted((a, b) => b.length - a.length)[0] ?? ''
  return longest.length > 2 && other.toLowerCase().includes(longest)
}

/** What became of a file of the bank. */
export interface Imported {
  /** Entries that came in and were not known yet. */
  readonly fresh: number
  readonly known: number
}

/** What came in by a file; what went out is nobody's business here and is not kept. */
export function readIncome(bytes: Uint8Array): readonly (BankEntry & { readonly mark: string })[] {
  return readBankFile(bytes).flatMap(({ iban, entries }) =>
    entries
      .filter(({ amountCents }) => amountCents > 0)
      .map((entry, index) => ({ ...entry, mark: markOf(iban, entry, index) })),
  )
}

/** By which an entry is known again, also in another file. */
function markOf(iban: string, entry: BankEntry, index: number): string {
  const { bankReference, date, amountCents, remittance, endToEndId } = entry
  const own = bankReference === '' ? [date, remittance, endToEndId, index] : [bankReference]
  return createHash('sha256')
    .update(JSON.stringify([iban, amountCents, ...own]))
    .digest('hex')
}

/** Keeps what came in; what is known already is not kept twice. */
export async function keepIncome(
  tx: Transaction,
  entries: ReturnType<typeof readIncome>,
): Promise<Imported> {
  let fresh = 0
  for (const entry of entries) {
    const { date, amountCents, counterparty, endToEndId } = entry
    const remittance = [entry.remittance, ...entry.references, endToEndId].join(' ').trim()
    const rows = await tx.run(
      written(sql`
        insert into bank_entries (id, mark, booked_on, amount, debtor, remittance)
        values (${randomUUID()}, ${entry.mark}, ${date}, ${amountCents},
          ${counterparty.name.slice(0, 200)}, ${remittance.slice(0, 500)})
        on conflict (mark) do nothing returning id`),
    )
    fresh += rows.length
  }
  return { fresh, known: entries.length - fresh }
}

/** The issued invoice of a number, as somebody types it over. @throws `INVOICE_UNKNOWN`. */
export async function readNumbered(tx: Transaction, number: string): Promise<{ id: string }> {
  const [found] = await tx.run(
    written(sql<{ id: string }>`select s.invoice_id as id from issuances s
      join invoices i on i.id = s.invoice_id
      where i.kind = 'invoice' and lower(s.number) = lower(${number.trim()})`),
  )
  if (!found) throw new AppError('INVOICE_UNKNOWN')
  return found
}

/** Books an entry, or a part of it, on an invoice. @throws `ENTRY_SPENT`, `PAID_TOO_MUCH`. */
export async function bookEntry(
  tx: Transaction,
  {
    id,
    entryId,
    invoiceId,
    amount,
  }: {
    id: string
    entryId: string
    invoiceId: string
    amount: number
  },
): Promise<void> {
  await tx.run(
    written(sql`
      insert into payments (id, invoice_id, entry_id, amount, paid_on, way)
      select ${id}, ${invoiceId}, b.id, ${amount}, b.booked_on, 'bank' from bank_entries b
      where b.id = ${entryId}`),
  )
}

/**
 * Says that what is left of an entry pays no invoice. When nothing of it did, who paid and what
 * they wrote does not stay.
 */
export async function setEntryAside(tx: Transaction, id: string): Promise<void> {
  await tx.run(
    written(sql`
      update bank_entries b set aside = b.amount - p.spent,
        debtor = case when p.spent = 0 then '' else b.debtor end,
        remittance = case when p.spent = 0 then '' else b.remittance end
      from (select coalesce(sum(p.amount), 0) as spent from payments p where p.entry_id = ${id}
        and not exists (select from payment_reversals r where r.payment_id = p.id)) p
      where b.id = ${id}`),
  )
}

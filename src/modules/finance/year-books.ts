import { sql } from 'kysely'
import { written } from '#store/query.ts'
import type { Answers } from '#store/store.ts'
import { type InvoiceDocument, toInvoice } from './document.ts'
import type { Books } from './formats/books.ts'
import type { Invoice } from './formats/invoice.ts'

const YEAR_LIMIT = 20_000

/** What the books of a calendar year are made of. */
export function yearReads(year: number): ReturnType<typeof buildReads> {
  return buildReads(year)
}

function buildReads(year: number) {
  return {
    invoices: written(sql<{ document: InvoiceDocument }>`
      select invoice_document(s.invoice_id) as document from issuances s
      where s.year = ${year} order by s.issued_on, s.serial limit ${YEAR_LIMIT}`),
    payments: written(sql<{
      id: string
      paidOn: string
      amount: number
      document: InvoiceDocument
    }>`
      select p.id, p.paid_on as "paidOn", p.amount::integer as amount,
        invoice_document(p.invoice_id) as document
      from payments p
      where extract(year from p.paid_on) = ${year} and p.way <> 'write-off'
        and not exists (select from payment_reversals r where r.payment_id = p.id)
      order by p.paid_on, p.id limit ${YEAR_LIMIT}`),
  }
}

/**
 * The books of a year, for those who keep them elsewhere. What was written off is not in the bank.
 *
 * @returns Undefined when nothing was issued in that year.
 */
export function readYear(
  { invoices, payments }: Answers<ReturnType<typeof buildReads>>,
  { year, madeOn }: { year: number; madeOn: string },
): Books | undefined {
  const issued = invoices.flatMap(({ document }) => {
    const invoice = toInvoice(document)
    return invoice ? [{ debtor: debtorOf(document), invoice }] : []
  })
  const paid = payments.flatMap(({ id, paidOn, amount, document }) => {
    const invoice = toInvoice(document)
    return invoice ? [paymentOf(debtorOf(document), invoice, { id, paidOn, amount })] : []
  })
  const supplier = issued[0]?.invoice.supplier
  if (!supplier) return undefined
  return {
    supplier,
    startsOn: `${year}-01-01`,
    endsOn: `${year}-12-31`,
    madeOn,
    invoices: () => streamOf(issued),
    payments: () => streamOf(paid),
  }
}

function paymentOf(
  debtor: string,
  invoice: Invoice,
  { id, paidOn, amount }: { id: string; paidOn: string; amount: number },
) {
  return { debtor, payer: invoice.payer, number: id, paidOn, amount, invoiceNumber: invoice.number }
}

function debtorOf({ payerId }: InvoiceDocument): string {
  return payerId.replaceAll('-', '')
}

async function* streamOf<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items
}

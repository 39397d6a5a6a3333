import { formatDay } from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { answer, idOf } from '#entry/web/http/page.tsx'
import { bytesAnswer, press } from '#entry/web/http/press.ts'
import { invoiceMail } from '#jobs/mails/invoice.ts'
import { AppError } from '#kernel/error.ts'
import {
  findClaim,
  findInvoice,
  type InvoiceDocument,
  printInvoice,
  toInvoice,
  writeClaimsCsv,
  writeUbl,
} from '#modules/finance/index.ts'
import type { Transaction } from '#store/transaction.ts'
import { INVOICES, readBooks } from './books.ts'

/** Reads one invoice of the books. @throws `NOT_FOUND`. */
export async function readInvoice(door: Door, id: string): Promise<InvoiceDocument> {
  const { found } = await readBooks(door, 'invoice', { found: findInvoice(id) })
  return known(found[0]?.document)
}

/** @throws `NOT_FOUND` when there is none, or it is hidden. */
export function known(document: InvoiceDocument | null | undefined): InvoiceDocument {
  if (!document) throw new AppError('NOT_FOUND')
  return document
}

/** An issued invoice as PDF, with the UBL inside. */
export const invoicePdf = answer(`${INVOICES}/:id/factuur.pdf`, async (door, params, c) => {
  const { pdf, number } = await draw(await readInvoice(door, idOf(params)))
  return bytesAnswer(c, pdf, { type: 'application/pdf', title: number, ending: 'pdf' })
})

/** An issued invoice as UBL. */
export const invoiceUbl = answer(`${INVOICES}/:id/factuur.xml`, async (door, params, c) => {
  const { ubl, number } = await draw(await readInvoice(door, idOf(params)))
  return bytesAnswer(c, ubl, { type: 'application/xml', title: number, ending: 'xml' })
})

/** What the collector gets of an invoice that was handed over. */
export const claimFile = answer(`${INVOICES}/:id/incasso.csv`, async (door, params, c) => {
  const { found } = await readBooks(door, 'invoice', { found: findClaim(idOf(params)) })
  const [claim] = found
  if (!claim) throw new AppError('NOT_FOUND')
  const text = writeClaimsCsv([claim], door.language)
  const title = `incasso ${claim.number}`
  return bytesAnswer(c, text, { type: 'text/csv; charset=utf-8', title, ending: 'csv' })
})

/** An issued invoice in both forms. @throws `NOT_FOUND` for a draft. */
export async function draw(
  document: InvoiceDocument,
): Promise<{ pdf: Buffer; ubl: string; number: string }> {
  const invoice = toInvoice(document)
  if (!invoice) throw new AppError('NOT_FOUND')
  return {
    pdf: await printInvoice(press, invoice),
    ubl: writeUbl(invoice),
    number: invoice.number,
  }
}

export interface Posting {
  readonly document: InvoiceDocument
  /** 0 for the invoice itself, 1 to 3 for reminders. */
  readonly stage: number
  /** ISO date; undefined for a credit note. */
  readonly dueOn: string | undefined
}

/**
 * Queues the mail of an invoice or a reminder, in the transaction that passes the gate.
 *
 * @throws `PAYER_WITHOUT_EMAIL`.
 */
export async function postInvoice(
  door: Door,
  tx: Transaction,
  { document, stage, dueOn }: Posting,
): Promise<void> {
  const { email, language, payer } = document
  if (email === null) throw new AppError('PAYER_WITHOUT_EMAIL')
  const { site, organisation } = door.visit
  const { pdf, ubl, number } = await draw(document)
  const day = (language: 'nl' | 'en') => (dueOn === undefined ? '' : formatDay(dueOn, language))
  const data = {
    organisation: site.organisations.get(organisation)?.label ?? site.home.label,
    path: '/facturen',
    number,
    stage,
    credit: document.kind === 'credit-note',
    due: { nl: day('nl'), en: day('en') },
    pdf: pdf.toString('base64'),
    ubl: Buffer.from(ubl).toString('base64'),
  }
  await site.outbox.queue(tx, invoiceMail, data, { name: payer.name, email, language })
}

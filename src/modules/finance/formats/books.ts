import type { Text } from '#kernel/language.ts'
import type { Invoice, Supplier, VatCategory } from './invoice.ts'

/**
 * What goes to the bookkeeper of one fiscal year or a part of it. Its lists are begun anew at each
 * call, so that they can be longer than what memory holds; each stands in order of date. Nothing of
 * it is about a client, but where a client pays.
 */
export interface Books {
  readonly supplier: Supplier
  /** ISO dates, of one calendar year. */
  readonly startsOn: string
  readonly endsOn: string
  readonly madeOn: string
  readonly invoices: () => AsyncIterable<BookedInvoice>
  readonly payments: () => AsyncIterable<BookedPayment>
}

export interface BookedInvoice {
  /** Number of the payer in the books, at most 35 signs. */
  readonly debtor: string
  readonly invoice: Pick<Invoice, 'kind' | 'number' | 'issuedOn' | 'totals' | 'payer'>
}

export interface BookedPayment {
  readonly debtor: string
  readonly payer: Invoice['payer']
  /** The bank's mark, or a number of one's own: unlike any other in the period. */
  readonly number: string
  readonly paidOn: string
  /** Cents; below nought for what was paid back. */
  readonly amount: number
  /** The invoice that it pays. */
  readonly invoiceNumber: string
}

/** A line of a journal, in cents, never negative; one of `debit` and `credit` is nought. */
export interface Posting {
  readonly account: AccountNumber
  readonly debit: number
  readonly credit: number
  readonly debtor?: string
  /** Rate in hundredths of a per cent, and the tax that goes with this turnover. */
  readonly vat?: { readonly code: VatCode; readonly rate: number; readonly tax: number }
}

/** What was done on a day, in lines that weigh the same on both sides. */
export interface Booking {
  readonly journal: 'sales' | 'bank'
  readonly number: string
  readonly date: string
  /** Number of the invoice that it is about. */
  readonly document: string
  readonly postings: readonly Posting[]
}

export type VatCode = 'high' | 'low' | 'other' | 'nought' | 'exempt' | 'shifted'

/** Accounts of the ledger: what is owned and owed (`B`), and what is earned (`P`). */
export const ACCOUNTS = {
  '1100': { type: 'B', name: { nl: 'Bank', en: 'Bank' } },
  '1300': { type: 'B', name: { nl: 'Debiteuren', en: 'Debtors' } },
  '1510': { type: 'B', name: { nl: 'Af te dragen btw hoog', en: 'VAT to pay, high rate' } },
  '1520': { type: 'B', name: { nl: 'Af te dragen btw laag', en: 'VAT to pay, low rate' } },
  '1530': { type: 'B', name: { nl: 'Af te dragen btw overig', en: 'VAT to pay, other rates' } },
  '8000': { type: 'P', name: { nl: 'Omzet btw hoog', en: 'Turnover, high rate' } },
  '8010': { type: 'P', name: { nl: 'Omzet btw laag', en: 'Turnover, low rate' } },
  '8020': { type: 'P', name: { nl: 'Omzet overige tarieven', en: 'Turnover, other rates' } },
  '8030': { type: 'P', name: { nl: 'Omzet btw 0%', en: 'Turnover, VAT 0%' } },
  '8040': { type: 'P', name: { nl: 'Omzet vrijgesteld', en: 'Turnover, exempt' } },
  '8050': { type: 'P', name: { nl: 'Omzet btw verlegd', en: 'Turnover, reverse charge' } },
} as const satisfies Readonly<Record<string, { readonly type: 'B' | 'P'; readonly name: Text }>>

export type AccountNumber = keyof typeof ACCOUNTS

/** Of each sort of tax: where the turnover goes, and where the tax. */
export const VAT_CODES = {
  high: { turnover: '8000', tax: '1510', name: { nl: 'Btw hoog', en: 'VAT, high rate' } },
  low: { turnover: '8010', tax: '1520', name: { nl: 'Btw laag', en: 'VAT, low rate' } },
  other: { turnover: '8020', tax: '1530', name: { nl: 'Btw overig', en: 'VAT, other rates' } },
  nought: { turnover: '8030', tax: '1530', name: { nl: 'Btw 0%', en: 'VAT 0%' } },
  exempt: { turnover: '8040', tax: '1530', name: { nl: 'Vrijgesteld', en: 'Exempt' } },
  shifted: { turnover: '8050', tax: '1530', name: { nl: 'Verlegd', en: 'Reverse charge' } },
} as const satisfies Readonly<
  Record<VatCode, { turnover: AccountNumber; tax: AccountNumber; name: Text }>
>

const UNTAXED = { Z: 'nought', E: 'exempt', AE: 'shifted' } as const

/** The bookings of a journal, one by one. */
export async function* bookingsOf(
  books: Books,
  journal: Booking['journal'],
): AsyncGenerator<Booking> {
  if (journal === 'sales') {
    for await (const booked of books.invoices()) yield bookInvoice(booked)
  } else {
    for await (const payment of books.payments()) yield bookPayment(payment)
  }
}

function bookInvoice({ debtor, invoice }: BookedInvoice): Booking {
  const { kind, number, issuedOn, totals } = invoice
  const side = (amount: number, debit: boolean) =>
    debit === (kind === 'invoice') ? { debit: amount, credit: 0 } : { debit: 0, credit: amount }
  const postings: Posting[] = [{ account: '1300', ...side(totals.gross, true), debtor }]
  for (const { category, rate, net, tax } of totals.groups) {
    const code = codeOf(category, rate)
    const accounts = VAT_CODES[code]
    const vat = { code, rate, tax }
    postings.push({ account: accounts.turnover, ...side(net, false), vat })
    if (tax > 0) postings.push({ account: accounts.tax, ...side(tax, false) })
  }
  return { journal: 'sales', number, date: issuedOn, document: number, postings }
}

function bookPayment({ debtor, number, paidOn, amount, invoiceNumber }: BookedPayment): Booking {
  const [debit, credit] = amount < 0 ? [0, -amount] : [amount, 0]
  const postings: Posting[] = [
    { account: '1100', debit, credit },
    { account: '1300', debit: credit, credit: debit, debtor },
  ]
  return { journal: 'bank', number, date: paidOn, document: invoiceNumber, postings }
}

function codeOf(category: VatCategory, rate: number): VatCode {
  if (category !== 'S') return UNTAXED[category]
  if (rate === 2100) return 'high'
  return rate === 900 ? 'low' : 'other'
}

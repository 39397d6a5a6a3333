import type { Language, Text } from '#kernel/language.ts'
import type { Description } from './description.ts'

/**
 * An invoice or credit note as it goes out: what the PDF, the UBL and the books are made of. Every
 * amount is in integer cents of a euro; those of a credit note are positive too. Dates are ISO.
 * Of the client it holds what a line's `subject`, `date`, `description` and price say, no more.
 */
export interface Invoice {
  readonly kind: InvoiceKind
  /** Without gaps in its series: letters, digits, dots, slashes and hyphens. */
  readonly number: string
  readonly language: Language
  readonly issuedOn: string
  /** The last day to pay; a credit note has none. */
  readonly dueOn?: string
  /** What a credit note takes back. */
  readonly credits?: { readonly number: string; readonly issuedOn: string }
  readonly supplier: Supplier
  readonly payer: Payer
  readonly lines: readonly InvoiceLine[]
  readonly totals: InvoiceTotals
  /** Creditor reference of ISO 11649 ("RF…"), see `creditorReference`. */
  readonly paymentReference: string
}

export type InvoiceKind = 'invoice' | 'credit-note'

export interface Supplier {
  readonly name: string
  readonly address: Address
  /** Eight digits, of the trade register. */
  readonly kvk: string
  /** Such as NL000000000B00. Without one no line can have standard, zero or reverse-charged tax. */
  readonly vatId?: string
  readonly iban: string
  readonly email: string
}

export interface Payer {
  readonly name: string
  readonly address: Address
  readonly kvk?: string
  /** Needed when the tax is reverse-charged. */
  readonly vatId?: string
  /** Twenty digits, of a government body. */
  readonly oin?: string
  /** Order, cost centre or name by which the payer knows whom to ask: never about the client. */
  readonly reference?: string
  /** Where a payer without a number in the trade register takes electronic invoices. */
  readonly email?: string
}

export interface Address {
  readonly street: string
  readonly postcode: string
  readonly city: string
  /** ISO 3166-1, two letters. */
  readonly country: string
}

export interface InvoiceLine {
  /** The name of the client, or the code that the payer knows. */
  readonly subject: string
  /** The day of the intervention. */
  readonly date: string
  readonly description: Description
  /** Hundredths: 125 is an hour and a quarter. */
  readonly quantity: number
  readonly unit: 'hour' | 'piece'
  /** Cents for one unit, without tax. */
  readonly unitPrice: number
  readonly vat: Vat
}

/** `S` with a rate, `Z` at nought, `E` exempt, `AE` owed by the payer instead. */
export type VatCategory = 'S' | 'Z' | 'E' | 'AE'

export interface Vat {
  readonly category: VatCategory
  /** Hundredths of a per cent: 2100 is 21 %. Nought but for `S`. */
  readonly rate: number
  /** Why there is no tax, for `E` and `AE`, in the language of the invoice. */
  readonly reason?: string
}

export interface InvoiceTotals {
  readonly net: number
  readonly vat: number
  readonly gross: number
  /** One row for each category and rate, in the order of the lines. */
  readonly groups: readonly VatGroup[]
}

export interface VatGroup extends Vat {
  readonly net: number
  readonly tax: number
}

/** What a line costs without tax, in cents: half a cent goes up. */
export function lineNet({ quantity, unitPrice }: InvoiceLine): number {
  return Math.floor((quantity * unitPrice + 50) / 100)
}

/** The totals of lines: tax is rounded once for each category and rate, half a cent up. */
export function invoiceTotals(lines: readonly InvoiceLine[]): InvoiceTotals {
  const nets = new Map<string, Vat & { net: number }>()
  for (const line of lines) {
    const { category, rate, reason } = line.vat
    const key = `${category} ${rate}`
    const known = nets.get(key)
    const net = (known?.net ?? 0) + lineNet(line)
    const why = known?.reason ?? reason
    nets.set(key, { category, rate, net, ...(why === undefined ? {} : { reason: why }) })
  }
  const groups = [...nets.values()].map((group) => ({
    ...group,
    tax: Math.floor((group.net * group.rate + 5000) / 10000),
  }))
  const net = sum(groups.map((group) => group.net))
  const vat = sum(groups.map((group) => group.tax))
  return { net, vat, gross: net + vat, groups }
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0)
}

/**
 * The creditor reference of ISO 11649 for an invoice number: "RF", two check digits, and the
 * letters and digits of the number (at most 21).
 */
export function creditorReference(number: string): string {
  const body = number
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
    .slice(-21)
  const check = 98 - remainder97(`${body}RF00`)
  return `RF${String(check).padStart(2, '0')}${body}`
}

/** Tells whether a text is a creditor reference with right check digits; spaces do not count. */
export function isCreditorReference(text: string): boolean {
  const bare = text.replaceAll(' ', '').toUpperCase()
  return /^RF\d{2}[A-Z0-9]{1,21}$/.test(bare) && remainder97(bare.slice(4) + bare.slice(0, 4)) === 1
}

/** Remainder by 97 of letters and digits, where A is 10 and Z is 35 (ISO 7064). */
function remainder97(text: string): number {
  let rest = 0
  for (const sign of text) {
    const value = Number.parseInt(sign, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest
}

/** What an invoice is called. */
export const INVOICE_KINDS: Readonly<Record<InvoiceKind, Text>> = {
  invoice: { nl: 'Factuur', en: 'Invoice' },
  'credit-note': { nl: 'Creditfactuur', en: 'Credit note' },
}

import { sql } from 'kysely'
import type { Language } from '#kernel/language.ts'
import { type WrittenQuery, written } from '#store/query.ts'
import type { Description } from './formats/description.ts'
import {
  creditorReference,
  type Invoice,
  type InvoiceKind,
  invoiceTotals,
  type Payer,
} from './formats/invoice.ts'
import type { ChargeUnit } from './tariff.ts'
import { type VatWord, vatOf } from './vat.ts'

/** A line as the database gives it. Sums in cents. */
export interface DocumentLine {
  readonly id: string
  readonly subject: string
  readonly date: string
  readonly description: Description
  readonly quantity: number
  readonly unit: ChargeUnit
  readonly unitPrice: number | null
  readonly vat: VatWord | null
  readonly net: number | null
}

/** All that an invoice says, and nothing else. A draft has no number, days and sums. */
export interface InvoiceDocument {
  readonly id: string
  readonly kind: InvoiceKind
  readonly payerId: string
  readonly number: string | null
  readonly language: Language
  readonly issuedOn: string | null
  readonly dueOn: string | null
  readonly reference: string
  /** Where it goes by mail. */
  readonly email: string | null
  readonly credits: {
    readonly id: string
    readonly number: string
    readonly issuedOn: string
  } | null
  readonly supplier: {
    readonly name: string
    readonly street: string
    readonly postcode: string
    readonly city: string
    readonly country: string
    readonly kvk: string
    readonly vat_id: string | null
    readonly iban: string
    readonly email: string
  } | null
  readonly payer: {
    readonly name: string
    readonly street: string
    readonly postcode: string
    readonly city: string
    readonly country: string
    readonly kvk: string | null
    readonly vatId: string | null
    readonly oin: string | null
  }
  readonly lines: readonly DocumentLine[]
  readonly net: number | null
  readonly vatSum: number | null
  readonly gross: number | null
  readonly open: number | null
}

/** One invoice, for those who keep the books and for who pays; `document` is null for others. */
export function findInvoice(id: string): WrittenQuery<{ document: InvoiceDocument | null }> {
  return written(sql`select invoice_document(${id}) as document`)
}

/** An invoice of one's own, in a list. */
export interface OwnInvoice {
  readonly id: string
  readonly kind: InvoiceKind
  readonly number: string
  readonly issuedOn: string
  readonly dueOn: string | null
  readonly payer: string
  readonly gross: number
  readonly open: number | null
  readonly disputed: boolean
  /** Whether something of it is open, and nobody disputes it yet. */
  readonly disputable: boolean
}

/** The invoices of whoever pays, newest first. */
export const listOwnInvoices = written(sql<OwnInvoice>`
  select id, kind, number, issued_on as "issuedOn", due_on as "dueOn", payer,
    gross::integer as gross, open::integer as open, disputed, disputable from own_invoices()`)

/** An issued invoice as it goes out; undefined for a draft that lacks something. */
export function toInvoice(document: InvoiceDocument): Invoice | undefined {
  const { kind, number, language, issuedOn, dueOn, supplier, credits } = document
  if (number === null || issuedOn === null || supplier === null) return undefined
  const lines = document.lines.flatMap(({ unitPrice, vat, ...line }) =>
    unitPrice === null || vat === null
      ? []
      : [
          {
            subject: line.subject,
            date: line.date,
            description: line.description,
            quantity: line.quantity,
            unit: line.unit,
            unitPrice,
            vat: vatOf(vat, language),
          },
        ],
  )
  return {
    kind,
    number,
    language,
    issuedOn,
    ...(dueOn !== null && { dueOn }),
    ...(credits !== null && {
      credits: { number: credits.number, issuedOn: credits.issuedOn },
    }),
    supplier: {
      name: supplier.name,
      address: addressOf(supplier),
      kvk: supplier.kvk,
      ...(supplier.vat_id !== null && { vatId: supplier.vat_id }),
      iban: supplier.iban,
      email: supplier.email,
    },
    payer: payerOf(document),
    lines,
    totals: invoiceTotals(lines),
    paymentReference: creditorReference(number),
  }
}

function payerOf({ payer, reference, email }: InvoiceDocument): Payer {
  return {
    name: payer.name,
    address: addressOf(payer),
    ...(payer.kvk !== null && { kvk: payer.kvk }),
    ...(payer.vatId !== null && { vatId: payer.vatId }),
    ...(payer.oin !== null && { oin: payer.oin }),
    ...(reference !== '' && { reference }),
    ...(email !== null && { email }),
  }
}

function addressOf({ street, postcode, city, country }: InvoiceDocument['payer'] | Supplied) {
  return { street, postcode, city, country }
}

type Supplied = NonNullable<InvoiceDocument['supplier']>

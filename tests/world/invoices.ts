import type { Invoice, InvoiceLine, Vat } from '#modules/finance/formats/invoice.ts'
import { creditorReference, invoiceTotals } from '#modules/finance/formats/invoice.ts'

const STANDARD: Vat = { category: 'S', rate: 2100 }
const EXEMPT: Vat = { category: 'E', rate: 0, reason: 'Vrijgesteld van btw.' }

const LINES: readonly InvoiceLine[] = [
  line({ quantity: 125, unitPrice: 11_500, vat: STANDARD }),
  line({ quantity: 83, unitPrice: 11_500, vat: STANDARD, description: 'preparation' }),
  line({ quantity: 100, unitPrice: 95_000, vat: EXEMPT, unit: 'piece', description: 'trajectory' }),
]

/** An invoice of nobody, to change for a test; its totals follow from its lines. */
export function sampleInvoice(change: Partial<Invoice> = {}): Invoice {
  const lines = change.lines ?? LINES
  return {
    kind: 'invoice',
    number: '2026-0001',
    language: 'nl',
    issuedOn: '2026-11-02',
    dueOn: '2026-12-02',
    supplier: {
      name: 'Bureau De Brug & Partners',
      address: address('Voorbeeldkade 1', '0000 AA'),
      kvk: '00000000',
      vatId: 'NL000000000B00',
      iban: 'NL02ABNA0123456789',
      email: 'administratie@example.org',
    },
    payer: {
      name: 'Verzekeraar De Linde',
      address: address('Laan 2', '0000 AB'),
      kvk: '00000001',
      reference: 'Inkoop 12',
    },
    lines,
    totals: invoiceTotals(lines),
    paymentReference: creditorReference('2026-0001'),
    ...change,
  }
}

/** The credit note that takes the sample back. */
export function sampleCreditNote(change: Partial<Invoice> = {}): Invoice {
  const { dueOn: _, ...rest } = sampleInvoice(change)
  const credits = { number: '2026-0001', issuedOn: '2026-11-02' }
  return { ...rest, kind: 'credit-note', number: '2026-0002', credits, ...change }
}

/** One line, as it is mostly. */
export function line(change: Partial<InvoiceLine> = {}): InvoiceLine {
  return {
    subject: 'A. van der Meulen',
    date: '2026-10-05',
    description: 'consult',
    quantity: 100,
    unit: 'hour',
    unitPrice: 11_500,
    vat: STANDARD,
    ...change,
  }
}

/** Invoices of every shape that goes out, by what is special about them. */
export function sampleInvoices(): Readonly<Record<string, Invoice>> {
  const { vatId: _, ...untaxed } = sampleInvoice().supplier
  const { kvk: __, ...person } = sampleInvoice().payer
  const exempt = [line({ vat: EXEMPT })]
  const shifted = [line({ vat: { category: 'AE', rate: 0, reason: 'Btw verlegd.' } })]
  const taxed = { ...sampleInvoice().payer, vatId: 'NL000000000B01', oin: '0'.repeat(20) }
  return {
    usual: sampleInvoice(),
    credit: sampleCreditNote(),
    low: sampleInvoice(linesOf([line({ vat: { category: 'S', rate: 900 }, quantity: 33 })])),
    nought: sampleInvoice(linesOf([line({ vat: { category: 'Z', rate: 0 } })])),
    exempt: sampleInvoice({ ...linesOf(exempt), supplier: untaxed }),
    shifted: sampleInvoice({ ...linesOf(shifted), payer: taxed, language: 'en' }),
    person: sampleInvoice({ payer: person }),
    abroad: sampleInvoice({
      payer: { ...person, address: { ...person.address, country: 'BE' } },
    }),
  }
}

function linesOf(lines: readonly InvoiceLine[]): Pick<Invoice, 'lines' | 'totals'> {
  return { lines, totals: invoiceTotals(lines) }
}

function address(street: string, postcode: string) {
  return { street, postcode, city: 'Voorbeeldstad', country: 'NL' }
}

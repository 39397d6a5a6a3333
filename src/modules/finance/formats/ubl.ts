import { create } from 'xmlbuilder2'
import { DESCRIPTIONS } from './description.ts'
import type { Address, Invoice, InvoiceLine, Payer, Supplier, Vat, VatGroup } from './invoice.ts'
import { lineNet } from './invoice.ts'

/** What an element holds, in the order of the standard; `undefined` leaves it out. */
type Element = { readonly [name: string]: Content }
type Content = string | undefined | Element | readonly Element[]

const UBL = 'urn:oasis:names:specification:ubl:schema:xsd'
const CORE = 'urn:cen.eu:en16931:2017'
const NLCIUS = `${CORE}#compliant#urn:fdc:nen.nl:nlcius:v1.0`
const BILLING = 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0'
/** UNTDID 1001, and UNTDID 4461: transfer by SEPA. */
const INVOICE_CODE = '380'
const CREDIT_NOTE_CODE = '381'
const SEPA_TRANSFER = '58'
/** ISO 6523 schemes of the trade register and of government bodies. */
const KVK = '0106'
const OIN = '0190'
/** UN/ECE recommendation 20. */
const UNITS = { hour: 'HUR', piece: 'C62' } as const

/**
 * An invoice or credit note in UBL 2.1, as SI-UBL 2.0 (NLCIUS) when the payer has a number in the
 * trade register or of a government body, or lives abroad; as EN 16931 without more for others,
 * such as a person who pays, whom the Dutch profile does not know.
 */
export function writeUbl(invoice: Invoice): string {
  const credit = invoice.kind === 'credit-note'
  const name = credit ? 'CreditNote' : 'Invoice'
  const document = {
    [name]: {
      '@xmlns': `${UBL}:${name}-2`,
      '@xmlns:cac': `${UBL}:CommonAggregateComponents-2`,
      '@xmlns:cbc': `${UBL}:CommonBasicComponents-2`,
      ...heading(invoice, credit),
      'cac:AccountingSupplierParty': { 'cac:Party': supplierParty(invoice.supplier) },
      'cac:AccountingCustomerParty': { 'cac:Party': payerParty(invoice.payer) },
      ...payment(invoice, credit),
      ...totals(invoice),
      [`cac:${name}Line`]: invoice.lines.map((line, index) => lineOf(invoice, line, index, credit)),
    },
  }
  return create({ version: '1.0', encoding: 'UTF-8', invalidCharReplacement: ' ' }, document).end({
    prettyPrint: true,
  })
}

function heading(invoice: Invoice, credit: boolean): Element {
  const { payer } = invoice
  const registered = payer.kvk ?? payer.oin
  const dutch = registered !== undefined || payer.address.country !== 'NL'
  return {
    'cbc:CustomizationID': dutch ? NLCIUS : CORE,
    'cbc:ProfileID': BILLING,
    'cbc:ID': invoice.number,
    'cbc:IssueDate': invoice.issuedOn,
    ...(credit
      ? { 'cbc:CreditNoteTypeCode': CREDIT_NOTE_CODE }
      : { 'cbc:DueDate': invoice.dueOn, 'cbc:InvoiceTypeCode': INVOICE_CODE }),
    'cbc:DocumentCurrencyCode': 'EUR',
    'cbc:BuyerReference': payer.reference ?? invoice.number,
    'cac:BillingReference': invoice.credits && {
      'cac:InvoiceDocumentReference': { 'cbc:ID': invoice.credits.number },
    },
  }
}

function supplierParty({ name, address, kvk, vatId, email }: Supplier): Element {
  return {
    'cbc:EndpointID': scheme(KVK, kvk),
    'cac:PartyName': { 'cbc:Name': name },
    'cac:PostalAddress': addressOf(address),
    // Whoever is exempt and has no number for the tax is known by the one of the trade register.
    'cac:PartyTaxScheme': vatId === undefined ? taxScheme(kvk, 'TAX') : taxScheme(vatId, 'VAT'),
    'cac:PartyLegalEntity': { 'cbc:RegistrationName': name, 'cbc:CompanyID': scheme(KVK, kvk) },
    'cac:Contact': { 'cbc:Name': name, 'cbc:ElectronicMail': email },
  }
}

function payerParty({ name, address, kvk, oin, vatId, email }: Payer): Element {
  const number = registration(oin, kvk)
  return {
    'cbc:EndpointID': number ?? (email === undefined ? undefined : scheme('EM', email)),
    'cac:PartyName': { 'cbc:Name': name },
    'cac:PostalAddress': addressOf(address),
    'cac:PartyTaxScheme': vatId === undefined ? undefined : taxScheme(vatId, 'VAT'),
    'cac:PartyLegalEntity': { 'cbc:RegistrationName': name, 'cbc:CompanyID': number },
  }
}

function registration(oin: string | undefined, kvk: string | undefined): Element | undefined {
  if (oin !== undefined) return scheme(OIN, oin)
  return kvk === undefined ? undefined : scheme(KVK, kvk)
}

function scheme(id: string, value: string): Element {
  return { '@schemeID': id, '#': value }
}

function taxScheme(number: string, id: string): Element {
  return { 'cbc:CompanyID': number, 'cac:TaxScheme': { 'cbc:ID': id } }
}

function addressOf({ street, city, postcode, country }: Address): Element {
  return {
    'cbc:StreetName': street,
    'cbc:CityName': city,
    'cbc:PostalZone': postcode,
    'cac:Country': { 'cbc:IdentificationCode': country },
  }
}

function payment(invoice: Invoice, credit: boolean): Element {
  if (credit) return { 'cac:PaymentTerms': { 'cbc:Note': SETTLED[invoice.language] } }
  return {
    'cac:PaymentMeans': {
      'cbc:PaymentMeansCode': SEPA_TRANSFER,
      'cbc:PaymentID': invoice.paymentReference,
      'cac:PayeeFinancialAccount': { 'cbc:ID': invoice.supplier.iban },
    },
  }
}

const SETTLED = {
  nl: 'Wij verrekenen dit bedrag of betalen het terug.',
  en: 'We settle this amount or pay it back.',
} as const

function totals({ totals: { net, vat, gross, groups } }: Invoice): Element {
  return {
    'cac:TaxTotal': { 'cbc:TaxAmount': euros(vat), 'cac:TaxSubtotal': groups.map(subtotal) },
    'cac:LegalMonetaryTotal': {
      'cbc:LineExtensionAmount': euros(net),
      'cbc:TaxExclusiveAmount': euros(net),
      'cbc:TaxInclusiveAmount': euros(gross),
      'cbc:PayableAmount': euros(gross),
    },
  }
}

function subtotal(group: VatGroup): Element {
  return {
    'cbc:TaxableAmount': euros(group.net),
    'cbc:TaxAmount': euros(group.tax),
    'cac:TaxCategory': category(group, group.reason),
  }
}

function category({ category: id, rate }: Vat, reason?: string): Element {
  return {
    'cbc:ID': id,
    'cbc:Percent': hundredths(rate),
    'cbc:TaxExemptionReason': reason,
    'cac:TaxScheme': { 'cbc:ID': 'VAT' },
  }
}

function lineOf(invoice: Invoice, line: InvoiceLine, index: number, credit: boolean): Element {
  const quantity = { '@unitCode': UNITS[line.unit], '#': hundredths(line.quantity) }
  return {
    'cbc:ID': String(index + 1),
    [credit ? 'cbc:CreditedQuantity' : 'cbc:InvoicedQuantity']: quantity,
    'cbc:LineExtensionAmount': euros(lineNet(line)),
    'cac:InvoicePeriod': { 'cbc:StartDate': line.date, 'cbc:EndDate': line.date },
    'cac:Item': {
      'cbc:Description': line.subject,
      'cbc:Name': DESCRIPTIONS[line.description][invoice.language],
      'cac:ClassifiedTaxCategory': category(line.vat),
    },
    'cac:Price': { 'cbc:PriceAmount': euros(line.unitPrice) },
  }
}

function euros(cents: number): Element {
  return { '@currencyID': 'EUR', '#': hundredths(cents) }
}

/** A whole number of hundredths as a decimal. */
function hundredths(value: number): string {
  const digits = String(Math.abs(value)).padStart(3, '0')
  return `${value < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

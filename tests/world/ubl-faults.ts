import type { Invoice } from '#modules/finance/formats/invoice.ts'
import { sampleInvoice, sampleInvoices } from './invoices.ts'

/** A mistake in a document, and the rule that must find it. */
export interface UblFault {
  readonly name: string
  readonly of: Invoice
  readonly change: (xml: string) => string
  readonly breaks: string
}

const usual = sampleInvoice()
const {
  exempt = usual,
  shifted = usual,
  nought = usual,
  credit = usual,
  low = usual,
} = sampleInvoices()

/** Empties the first element of this name at or after a mark. */
const without =
  (element: string, after = '') =>
  (xml: string) => {
    const from = Math.max(0, xml.indexOf(after))
    const whole = new RegExp(`<${element}[ >][\\s\\S]*?</${element}>\\s*`)
    return xml.slice(0, from) + xml.slice(from).replace(whole, '')
  }
const put =
  (element: string, value: string, after = '') =>
  (xml: string) => {
    const from = Math.max(0, xml.indexOf(after))
    const whole = new RegExp(`(<${element}(?: [^>]*)?>)[^<]*(</${element}>)`)
    return xml.slice(0, from) + xml.slice(from).replace(whole, `$1${value}$2`)
  }
const swap = (what: string | RegExp, by: string) => (xml: string) => xml.replace(what, by)
const fault = (name: string, breaks: string, change: UblFault['change'], of = usual): UblFault => ({
  name,
  of,
  change,
  breaks,
})

const SUPPLIER = '<cac:AccountingSupplierParty>'
const PAYER = '<cac:AccountingCustomerParty>'
const LINE = '<cac:InvoiceLine>'
const GROUP = '<cac:TaxSubtotal>'
const TOTAL = '<cac:LegalMonetaryTotal>'
const endpointOfPayer = (scheme: string) => (xml: string) => {
  const from = xml.indexOf(PAYER)
  return xml.slice(0, from) + xml.slice(from).replace(/schemeID="\d+"/, `schemeID="${scheme}"`)
}
/** A reason in the first group of the tax. */
const reasoned = (xml: string) => {
  const reason = '<cbc:TaxExemptionReason>x</cbc:TaxExemptionReason>'
  const from = xml.indexOf('<cac:TaxSubtotal>')
  return xml.slice(0, from) + xml.slice(from).replace('<cac:TaxScheme>', `${reason}<cac:TaxScheme>`)
}

/** What could go wrong in an invoice, each seen by one rule at least. */
export const UBL_FAULTS: readonly UblFault[] = [
  fault('no profile', 'BR-01', without('cbc:CustomizationID')),
  fault('no number', 'BR-02', without('cbc:ID')),
  fault('no date', 'BR-03', without('cbc:IssueDate')),
  fault('no kind', 'BR-04', without('cbc:InvoiceTypeCode')),
  fault('no currency', 'BR-05', without('cbc:DocumentCurrencyCode')),
  fault('no supplier name', 'BR-06', without('cbc:RegistrationName', SUPPLIER)),
  fault('no payer name', 'BR-07', without('cbc:RegistrationName', PAYER)),
  fault('no supplier address', 'BR-08', without('cac:PostalAddress', SUPPLIER)),
  fault('no payer address', 'BR-10', without('cac:PostalAddress', PAYER)),
  fault('no sum of lines', 'BR-12', without('cbc:LineExtensionAmount', TOTAL)),
  fault('no total without tax', 'BR-13', without('cbc:TaxExclusiveAmount')),
  fault('no total with tax', 'BR-14', without('cbc:TaxInclusiveAmount')),
  fault('no amount to pay', 'BR-15', without('cbc:PayableAmount')),
  fault('a group without base', 'BR-45', without('cbc:TaxableAmount')),
  fault('a group without tax', 'BR-46', without('cbc:TaxAmount', GROUP)),
  fault('a group without category', 'BR-47', without('cbc:ID', GROUP)),
  fault('a group without rate', 'BR-48', without('cbc:Percent', GROUP)),
  fault('no word for the way to pay', 'BR-49', without('cbc:PaymentMeansCode')),
  fault('no supplier country', 'BR-09', without('cac:Country', SUPPLIER)),
  fault('no payer country', 'BR-11', without('cac:Country', PAYER)),
  fault('no lines', 'BR-16', swap(/<cac:InvoiceLine>[\s\S]*<\/cac:InvoiceLine>/, '')),
  fault('no line number', 'BR-21', without('cbc:ID', LINE)),
  fault('no quantity', 'BR-22', without('cbc:InvoicedQuantity', LINE)),
  fault('no unit', 'BR-23', swap(/ unitCode="HUR"/, '')),
  fault('no line amount', 'BR-24', without('cbc:LineExtensionAmount', LINE)),
  fault('no description', 'BR-25', without('cbc:Name', LINE)),
  fault('no price', 'BR-26', without('cbc:PriceAmount', LINE)),
  fault('a negative price', 'BR-27', put('cbc:PriceAmount', '-115.00', LINE)),
  fault('a period that ends first', 'BR-30', put('cbc:EndDate', '2026-10-01', LINE)),
  fault('credits nothing', 'BR-55', without('cbc:ID', '<cac:BillingReference>'), credit),
  fault('no account', 'BR-61', without('cac:PayeeFinancialAccount')),
  fault('an address without scheme', 'BR-62', swap(/EndpointID schemeID="0106"/, 'EndpointID')),
  fault('a line without tax', 'BR-CO-04', without('cac:ClassifiedTaxCategory', LINE)),
  fault('a number without country', 'BR-CO-09', swap('NL000000000B00', '000000000B00')),
  fault('a line left out of the total', 'BR-CO-10', put('cbc:LineExtensionAmount', '1.00', LINE)),
  fault('a wrong total without tax', 'BR-CO-13', put('cbc:TaxExclusiveAmount', '1.00')),
  fault('tax that does not add up', 'BR-CO-14', put('cbc:TaxAmount', '1.00')),
  fault('a wrong total with tax', 'BR-CO-15', put('cbc:TaxInclusiveAmount', '1.00')),
  fault('a wrong amount to pay', 'BR-CO-16', put('cbc:PayableAmount', '1.00')),
  fault('tax at another rate', 'BR-CO-17', put('cbc:Percent', '12.00', '<cac:TaxTotal>')),
  fault(
    'no account of the tax',
    'BR-CO-18',
    swap(/<cac:TaxSubtotal>[\s\S]*<\/cac:TaxSubtotal>/, ''),
  ),
  fault('to be paid some day', 'BR-CO-25', without('cbc:DueDate')),
  fault('a supplier without number', 'BR-CO-26', (xml) =>
    without(
      'cbc:CompanyID',
      '<cac:PartyLegalEntity>',
    )(without('cac:PartyTaxScheme', SUPPLIER)(xml)),
  ),
  fault('shifted in no group', 'BR-AE-01', put('cbc:ID', 'Z', GROUP), shifted),
  fault('lines in no group', 'BR-S-01', put('cbc:ID', 'Z', GROUP), low),
  fault('exempt in no group', 'BR-E-01', put('cbc:ID', 'Z', GROUP), exempt),
  fault('nought in no group', 'BR-Z-01', put('cbc:ID', 'E', GROUP), nought),
  fault('nought at a rate', 'BR-Z-05', put('cbc:Percent', '21.00', LINE), nought),
  fault('another tax than the rate gives', 'BR-S-09', put('cbc:TaxAmount', '1.00', GROUP)),
  fault('parts of cents in the lines', 'BR-DEC-09', put('cbc:LineExtensionAmount', '1.005', TOTAL)),
  fault('parts of cents without tax', 'BR-DEC-12', put('cbc:TaxExclusiveAmount', '1.005')),
  fault('parts of cents of tax', 'BR-DEC-13', put('cbc:TaxAmount', '1.005')),
  fault('parts of cents with tax', 'BR-DEC-14', put('cbc:TaxInclusiveAmount', '1.005')),
  fault('parts of cents to pay', 'BR-DEC-18', put('cbc:PayableAmount', '1.005')),
  fault('parts of cents in a base', 'BR-DEC-19', put('cbc:TaxableAmount', '1.005')),
  fault('parts of cents in a group', 'BR-DEC-20', put('cbc:TaxAmount', '1.005', GROUP)),
  fault('parts of cents in a line', 'BR-DEC-23', put('cbc:LineExtensionAmount', '1.005', LINE)),
  fault('a kind of no list', 'BR-CL-01', put('cbc:InvoiceTypeCode', '999')),
  fault('a currency of no list', 'BR-CL-04', put('cbc:DocumentCurrencyCode', 'EUX')),
  fault('a country of no list', 'BR-CL-14', put('cbc:IdentificationCode', 'QQ', PAYER)),
  fault('a category of no list', 'BR-CL-17', put('cbc:ID', 'X', GROUP)),
  fault('a unit of no list', 'BR-CL-23', swap(/unitCode="HUR"/, 'unitCode="uur"')),
  fault('an address of no list', 'BR-CL-25', endpointOfPayer('9999')),
  fault('taxed by nobody', 'BR-S-02', without('cac:PartyTaxScheme', SUPPLIER)),
  fault('nought by nobody', 'BR-Z-02', without('cac:PartyTaxScheme', SUPPLIER), nought),
  fault('exempt nobody', 'BR-E-02', without('cac:PartyTaxScheme', SUPPLIER), exempt),
  fault('shifted by nobody', 'BR-AE-02', without('cac:PartyTaxScheme', SUPPLIER), shifted),
  fault('standard at nought', 'BR-S-05', put('cbc:Percent', '0.00', LINE)),
  fault('exempt at a rate', 'BR-E-05', put('cbc:Percent', '21.00', LINE), exempt),
  fault('shifted at a rate', 'BR-AE-05', put('cbc:Percent', '21.00', LINE), shifted),
  fault('a base of no lines', 'BR-S-08', put('cbc:TaxableAmount', '1.00')),
  fault('a base of no lines', 'BR-Z-08', put('cbc:TaxableAmount', '1.00'), nought),
  fault('a base of no lines', 'BR-E-08', put('cbc:TaxableAmount', '1.00'), exempt),
  fault('a base of no lines', 'BR-AE-08', put('cbc:TaxableAmount', '1.00'), shifted),
  fault('nought with tax', 'BR-Z-09', put('cbc:TaxAmount', '1.00', '<cac:TaxSubtotal>'), nought),
  fault('exempt with tax', 'BR-E-09', put('cbc:TaxAmount', '1.00', '<cac:TaxSubtotal>'), exempt),
  fault('shifted with tax', 'BR-AE-09', put('cbc:TaxAmount', '1.00', '<cac:TaxSubtotal>'), shifted),
  fault('a reason for tax', 'BR-S-10', reasoned),
  fault('a reason for nought', 'BR-Z-10', reasoned, nought),
  fault('no reason why exempt', 'BR-E-10', without('cbc:TaxExemptionReason'), exempt),
  fault('no reason why shifted', 'BR-AE-10', without('cbc:TaxExemptionReason'), shifted),
  fault('no trade register', 'BR-NL-1', without('cbc:CompanyID', '<cac:PartyLegalEntity>')),
  fault('nothing to know it by', 'BR-NL-2', without('cbc:BuyerReference')),
  fault('no street of the supplier', 'BR-NL-3', without('cbc:StreetName', SUPPLIER)),
  fault('no street of the payer', 'BR-NL-4', without('cbc:StreetName', PAYER)),
  fault('a payer in no register', 'BR-NL-10', without('cbc:CompanyID', PAYER)),
  fault('no way to pay', 'BR-NL-11', without('cac:PaymentMeans')),
  fault('cash', 'BR-NL-12', put('cbc:PaymentMeansCode', '10')),
]

import { all, cents, child, type Node, readUbl, text } from './ubl-document.ts'

interface Rule {
  /** As the official rules of EN 16931 and of the Dutch profile are numbered. */
  readonly id: string
  readonly holds: (document: Node) => boolean
}

/**
 * Names the rules of EN 16931 and of the Dutch profile (NLCIUS) that a document in UBL breaks:
 * those that concern what an invoice of ours can hold. Written anew from what the rules say, so
 * that neither the official files nor our writer decide the test.
 */
export function brokenUblRules(xml: string): string[] {
  const document = readUbl(xml)
  return RULES.filter(({ holds }) => !holds(document)).map(({ id }) => id)
}

const SELLER = 'AccountingSupplierParty/Party'
const BUYER = 'AccountingCustomerParty/Party'
const COUNTRY = 'PostalAddress/Country/IdentificationCode'
const TOTAL = 'LegalMonetaryTotal'
const DUTCH = /nlcius/
/** Two decimals at most. */
const IN_CENTS = /^-?\d+(?:\.\d{1,2})?$/
/** ISO 4217, and UNTDID 5305 as far as the standard takes it over. */
const CURRENCIES = new Set(Intl.supportedValuesOf('currency'))
const TAX_CATEGORIES = ['S', 'Z', 'E', 'AE', 'K', 'G', 'O', 'L', 'M', 'B']
const REGIONS = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
const isCountry = (code: string) => /^[A-Z]{2}$/.test(code) && REGIONS.of(code) !== undefined

const lines = (document: Node) => [
  ...all(document, 'InvoiceLine'),
  ...all(document, 'CreditNoteLine'),
]
const groups = (document: Node) => all(document, 'TaxTotal/TaxSubtotal')
const sum = (nodes: readonly Node[], path: string) =>
  nodes.reduce((total, node) => total + cents(node, path), 0)
const quantity = (line: Node) =>
  child(line, 'InvoicedQuantity') ?? child(line, 'CreditedQuantity') ?? {}
const groupRate = (node: Node) => `${text(node, 'TaxCategory/ID')} ${rate(node, 'TaxCategory')}`
const lineRate = (node: Node) =>
  `${text(node, 'Item/ClassifiedTaxCategory/ID')} ${rate(node, 'Item/ClassifiedTaxCategory')}`
const rate = (node: Node, path: string) => cents(node, `${path}/Percent`)
const credit = (document: Node) => text(document, 'CreditNoteTypeCode') !== ''
const vatNumber = (document: Node, party: string) =>
  all(document, `${party}/PartyTaxScheme`).some(
    (scheme) => text(scheme, 'TaxScheme/ID') === 'VAT' && text(scheme, 'CompanyID') !== '',
  )
const registered = (document: Node, party: string) =>
  ['0106', '0190'].includes(text(document, `${party}/PartyLegalEntity/CompanyID@schemeID`)) &&
  text(document, `${party}/PartyLegalEntity/CompanyID`) !== ''
const addressed = (document: Node, party: string) =>
  ['StreetName', 'CityName', 'PostalZone'].every(
    (part) => text(document, `${party}/PostalAddress/${part}`) !== '',
  )
const dutch = (document: Node) =>
  DUTCH.test(text(document, 'CustomizationID')) && text(document, `${SELLER}/${COUNTRY}`) === 'NL'

const needs = (id: string, path: string): Rule => ({
  id,
  holds: (document) => text(document, path) !== '',
})
const ofLines = (id: string, holds: (line: Node, document: Node) => boolean): Rule => ({
  id,
  holds: (document) => lines(document).every((line) => holds(line, document)),
})
const ofGroups = (
  id: string,
  category: string,
  holds: (group: Node, document: Node) => boolean,
): Rule => ({
  id,
  holds: (document) =>
    groups(document)
      .filter((group) => text(group, 'TaxCategory/ID') === category)
      .every((group) => holds(group, document)),
})
const ofDutch = (id: string, holds: (document: Node) => boolean): Rule => ({
  id,
  holds: (document) => !dutch(document) || holds(document),
})
const has = (id: string, path: string): Rule => ({
  id,
  holds: (document) => child(document, path) !== undefined,
})
const ofEach = (id: string, path: string, holds: (node: Node) => boolean): Rule => ({
  id,
  holds: (document) => all(document, path).every(holds),
})
const inCents = (id: string, path: string) =>
  ofEach(id, path, (amount) => IN_CENTS.test(text(amount, '')))
/** Tax of a group: half a cent is rounded up. */
const taxOf = (group: Node) =>
  Math.floor((cents(group, 'TaxableAmount') * rate(group, 'TaxCategory') + 5000) / 10_000)
const hasGroup = (document: Node, category: string) =>
  groups(document).some((group) => text(group, 'TaxCategory/ID') === category)
/** Each group's base is what the lines of its category and rate come to. */
const baseOfLines = (group: Node, document: Node) =>
  cents(group, 'TaxableAmount') ===
  sum(
    lines(document).filter((line) => lineRate(line) === groupRate(group)),
    'LineExtensionAmount',
  )
const untaxed = (group: Node) => cents(group, 'TaxAmount') === 0
const reasoned = (group: Node) => text(group, 'TaxCategory/TaxExemptionReason') !== ''
const hasCategory = (document: Node, category: string) =>
  lines(document).some((line) => text(line, 'Item/ClassifiedTaxCategory/ID') === category)

const RULES: readonly Rule[] = [
  needs('BR-01', 'CustomizationID'),
  needs('BR-02', 'ID'),
  needs('BR-03', 'IssueDate'),
  { id: 'BR-04', holds: (d) => text(d, 'InvoiceTypeCode') + text(d, 'CreditNoteTypeCode') !== '' },
  needs('BR-05', 'DocumentCurrencyCode'),
  needs('BR-06', `${SELLER}/PartyLegalEntity/RegistrationName`),
  needs('BR-07', `${BUYER}/PartyLegalEntity/RegistrationName`),
  has('BR-08', `${SELLER}/PostalAddress`),
  needs('BR-09', `${SELLER}/${COUNTRY}`),
  has('BR-10', `${BUYER}/PostalAddress`),
  needs('BR-11', `${BUYER}/${COUNTRY}`),
  needs('BR-12', `${TOTAL}/LineExtensionAmount`),
  needs('BR-13', `${TOTAL}/TaxExclusiveAmount`),
  needs('BR-14', `${TOTAL}/TaxInclusiveAmount`),
  needs('BR-15', `${TOTAL}/PayableAmount`),
  { id: 'BR-16', holds: (d) => lines(d).length > 0 },
  ofLines('BR-21', (line) => text(line, 'ID') !== ''),
  ofLines('BR-22', (line) => text(quantity(line), '') !== ''),
  ofLines('BR-23', (line) => text(quantity(line), '@unitCode') !== ''),
  ofLines('BR-24', (line) => text(line, 'LineExtensionAmount') !== ''),
  ofLines('BR-25', (line) => text(line, 'Item/Name') !== ''),
  ofLines('BR-26', (line) => text(line, 'Price/PriceAmount') !== ''),
  ofLines('BR-27', (line) => !text(line, 'Price/PriceAmount').startsWith('-')),
  ofLines(
    'BR-30',
    (line) => text(line, 'InvoicePeriod/EndDate') >= text(line, 'InvoicePeriod/StartDate'),
  ),
  ofEach('BR-45', 'TaxTotal/TaxSubtotal', (group) => text(group, 'TaxableAmount') !== ''),
  ofEach('BR-46', 'TaxTotal/TaxSubtotal', (group) => text(group, 'TaxAmount') !== ''),
  ofEach('BR-47', 'TaxTotal/TaxSubtotal', (group) => text(group, 'TaxCategory/ID') !== ''),
  ofEach('BR-48', 'TaxTotal/TaxSubtotal', (group) => text(group, 'TaxCategory/Percent') !== ''),
  ofEach('BR-49', 'PaymentMeans', (means) => text(means, 'PaymentMeansCode') !== ''),
  {
    id: 'BR-55',
    holds: (d) =>
      all(d, 'BillingReference').every((one) => text(one, 'InvoiceDocumentReference/ID') !== ''),
  },
  {
    id: 'BR-61',
    holds: (d) =>
      !['30', '58'].includes(text(d, 'PaymentMeans/PaymentMeansCode')) ||
      text(d, 'PaymentMeans/PayeeFinancialAccount/ID') !== '',
  },
  {
    id: 'BR-62',
    holds: (d) =>
      !child(d, `${SELLER}/EndpointID`) || text(d, `${SELLER}/EndpointID@schemeID`) !== '',
  },
  ofLines('BR-CO-04', (line) => text(line, 'Item/ClassifiedTaxCategory/ID') !== ''),
  {
    id: 'BR-CO-09',
    holds: (d) =>
      [SELLER, BUYER].every(
        (party) =>
          !vatNumber(d, party) || /^[A-Z]{2}/.test(text(d, `${party}/PartyTaxScheme/CompanyID`)),
      ),
  },
  {
    id: 'BR-CO-10',
    holds: (d) => cents(d, `${TOTAL}/LineExtensionAmount`) === sum(lines(d), 'LineExtensionAmount'),
  },
  {
    id: 'BR-CO-13',
    holds: (d) =>
      cents(d, `${TOTAL}/TaxExclusiveAmount`) === cents(d, `${TOTAL}/LineExtensionAmount`),
  },
  { id: 'BR-CO-14', holds: (d) => cents(d, 'TaxTotal/TaxAmount') === sum(groups(d), 'TaxAmount') },
  {
    id: 'BR-CO-15',
    holds: (d) =>
      cents(d, `${TOTAL}/TaxInclusiveAmount`) ===
      cents(d, `${TOTAL}/TaxExclusiveAmount`) + cents(d, 'TaxTotal/TaxAmount'),
  },
  {
    id: 'BR-CO-16',
    holds: (d) => cents(d, `${TOTAL}/PayableAmount`) === cents(d, `${TOTAL}/TaxInclusiveAmount`),
  },
  {
    // Of the official rule this is the strict half: not a cent off.
    id: 'BR-CO-17',
    holds: (d) => groups(d).every((group) => cents(group, 'TaxAmount') === taxOf(group)),
  },
  { id: 'BR-CO-18', holds: (d) => groups(d).length > 0 },
  {
    id: 'BR-CO-25',
    holds: (d) =>
      cents(d, `${TOTAL}/PayableAmount`) <= 0 ||
      text(d, 'DueDate') + text(d, 'PaymentTerms/Note') !== '',
  },
  {
    id: 'BR-CO-26',
    holds: (d) => text(d, `${SELLER}/PartyLegalEntity/CompanyID`) !== '' || vatNumber(d, SELLER),
  },
  ...['S', 'Z', 'E', 'AE'].map((category) => ({
    id: `BR-${category}-01`,
    holds: (d: Node) => !hasCategory(d, category) || hasGroup(d, category),
  })),
  { id: 'BR-S-02', holds: (d) => !hasCategory(d, 'S') || vatNumber(d, SELLER) },
  { id: 'BR-Z-02', holds: (d) => !hasCategory(d, 'Z') || vatNumber(d, SELLER) },
  {
    id: 'BR-E-02',
    holds: (d) => !hasCategory(d, 'E') || text(d, `${SELLER}/PartyTaxScheme/CompanyID`) !== '',
  },
  {
    id: 'BR-AE-02',
    holds: (d) =>
      !hasCategory(d, 'AE') ||
      (vatNumber(d, SELLER) && (vatNumber(d, BUYER) || registered(d, BUYER))),
  },
  ofLines('BR-S-05', (line) => !lineRate(line).startsWith('S ') || rateOfLine(line) > 0),
  ofLines('BR-Z-05', (line) => !lineRate(line).startsWith('Z ') || rateOfLine(line) === 0),
  ofLines('BR-E-05', (line) => !lineRate(line).startsWith('E ') || rateOfLine(line) === 0),
  ofLines('BR-AE-05', (line) => !lineRate(line).startsWith('AE ') || rateOfLine(line) === 0),
  ofGroups('BR-S-08', 'S', baseOfLines),
  ofGroups('BR-Z-08', 'Z', baseOfLines),
  ofGroups('BR-E-08', 'E', baseOfLines),
  ofGroups('BR-AE-08', 'AE', baseOfLines),
  ofGroups('BR-S-09', 'S', (group) => cents(group, 'TaxAmount') === taxOf(group)),
  ofGroups('BR-Z-09', 'Z', untaxed),
  ofGroups('BR-E-09', 'E', untaxed),
  ofGroups('BR-AE-09', 'AE', untaxed),
  ofGroups('BR-S-10', 'S', (group) => !reasoned(group)),
  ofGroups('BR-Z-10', 'Z', (group) => !reasoned(group)),
  ofGroups('BR-E-10', 'E', reasoned),
  ofGroups('BR-AE-10', 'AE', reasoned),
  inCents('BR-DEC-09', `${TOTAL}/LineExtensionAmount`),
  inCents('BR-DEC-12', `${TOTAL}/TaxExclusiveAmount`),
  inCents('BR-DEC-13', 'TaxTotal/TaxAmount'),
  inCents('BR-DEC-14', `${TOTAL}/TaxInclusiveAmount`),
  inCents('BR-DEC-18', `${TOTAL}/PayableAmount`),
  inCents('BR-DEC-19', 'TaxTotal/TaxSubtotal/TaxableAmount'),
  inCents('BR-DEC-20', 'TaxTotal/TaxSubtotal/TaxAmount'),
  ofLines('BR-DEC-23', (line) => IN_CENTS.test(text(line, 'LineExtensionAmount'))),
  {
    id: 'BR-CL-01',
    holds: (d) =>
      ['380', '381'].includes(text(d, 'InvoiceTypeCode') + text(d, 'CreditNoteTypeCode')),
  },
  { id: 'BR-CL-04', holds: (d) => CURRENCIES.has(text(d, 'DocumentCurrencyCode')) },
  {
    id: 'BR-CL-14',
    holds: (d) => [SELLER, BUYER].every((party) => isCountry(text(d, `${party}/${COUNTRY}`))),
  },
  ofEach('BR-CL-17', 'TaxTotal/TaxSubtotal', (group) =>
    TAX_CATEGORIES.includes(text(group, 'TaxCategory/ID')),
  ),
  ofLines('BR-CL-23', (line) => ['HUR', 'C62'].includes(text(quantity(line), '@unitCode'))),
  ofEach('BR-CL-25', `${BUYER}/EndpointID`, (point) =>
    ['0106', '0190', 'EM'].includes(text(point, '@schemeID')),
  ),
  ofDutch('BR-NL-1', (d) => registered(d, SELLER)),
  ofDutch('BR-NL-2', (d) => text(d, 'BuyerReference') + text(d, 'OrderReference/ID') !== ''),
  ofDutch('BR-NL-3', (d) => addressed(d, SELLER)),
  ofDutch('BR-NL-4', (d) => text(d, `${BUYER}/${COUNTRY}`) !== 'NL' || addressed(d, BUYER)),
  ofDutch('BR-NL-10', (d) => text(d, `${BUYER}/${COUNTRY}`) !== 'NL' || registered(d, BUYER)),
  ofDutch('BR-NL-11', (d) => credit(d) || child(d, 'PaymentMeans') !== undefined),
  ofDutch(
    'BR-NL-12',
    (d) => credit(d) || ['30', '58'].includes(text(d, 'PaymentMeans/PaymentMeansCode')),
  ),
]

function rateOfLine(line: Node): number {
  return rate(line, 'Item/ClassifiedTaxCategory')
}

import { XMLParser } from 'fast-xml-parser'

/** An element of the document: what stands in it by name, each as a list. */
interface Node {
  readonly [name: string]: readonly (Node | string)[] | undefined
}

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
  const parsed: unknown = PARSER.parse(xml)
  if (!isNode(parsed)) throw new Error('not a document')
  const document = child(parsed, 'Invoice') ?? child(parsed, 'CreditNote')
  if (!document) throw new Error('neither invoice nor credit note')
  return RULES.filter(({ holds }) => !holds(document)).map(({ id }) => id)
}

const PARSER = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  processEntities: true,
  alwaysCreateTextNode: true,
  isArray: () => true,
})

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null
}

/** All elements at a path such as `AccountingSupplierParty/Party`. */
function all(from: Node, path: string): Node[] {
  return path
    .split('/')
    .reduce<Node[]>(
      (nodes, name) => nodes.flatMap((node) => node[name] ?? []).filter(isNode),
      [from],
    )
}

function child(from: Node, path: string): Node | undefined {
  return all(from, path)[0]
}

/** The text of an element, or of its attribute (`path@name`); empty when there is none. */
function text(from: Node | undefined, path: string): string {
  const [elements = '', attribute] = path.split('@')
  const node = from && (elements === '' ? from : child(from, elements))
  const value = node?.[attribute === undefined ? '#text' : `@${attribute}`]
  return String(Array.isArray(value) ? value[0] : (value ?? '')).trim()
}

function cents(from: Node | undefined, path: string): number {
  return Math.round(Number(text(from, path) || 'x') * 100)
}

const SELLER = 'AccountingSupplierParty/Party'
const BUYER = 'AccountingCustomerParty/Party'
const COUNTRY = 'PostalAddress/Country/IdentificationCode'
const TOTAL = 'LegalMonetaryTotal'
const DUTCH = /nlcius/

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
  needs('BR-09', `${SELLER}/${COUNTRY}`),
  needs('BR-11', `${BUYER}/${COUNTRY}`),
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
    holds: (d) =>
      groups(d).every(
        (group) =>
          cents(group, 'TaxAmount') ===
          Math.floor((cents(group, 'TaxableAmount') * rate(group, 'TaxCategory') + 5000) / 10_000),
      ),
  },
  { id: 'BR-CO-18', holds: (d) => groups(d).length > 0 },
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
  ofLines('BR-E-05', (line) => !lineRate(line).startsWith('E ') || rateOfLine(line) === 0),
  ofLines('BR-AE-05', (line) => !lineRate(line).startsWith('AE ') || rateOfLine(line) === 0),
  ofGroups('BR-S-08', 'S', baseOfLines),
  ofGroups('BR-Z-08', 'Z', baseOfLines),
  ofGroups('BR-E-08', 'E', baseOfLines),
  ofGroups('BR-AE-08', 'AE', baseOfLines),
  ofGroups('BR-Z-09', 'Z', untaxed),
  ofGroups('BR-E-09', 'E', untaxed),
  ofGroups('BR-AE-09', 'AE', untaxed),
  ofGroups('BR-S-10', 'S', (group) => !reasoned(group)),
  ofGroups('BR-Z-10', 'Z', (group) => !reasoned(group)),
  ofGroups('BR-E-10', 'E', reasoned),
  ofGroups('BR-AE-10', 'AE', reasoned),
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

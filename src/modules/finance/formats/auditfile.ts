import { type Books, type Booking, bookingsOf, ACCOUNTS, type Posting, VAT_CODES } from './books.ts'
import type { Address, Invoice } from './invoice.ts'

const NAMESPACE = 'http://www.auditfiles.nl/XAF/3.2'
const SOFTWARE = 'Gestand'
const MONTHS = 12
/** As the format cuts its texts. */
const SHORT = 50
const LONG = 35
const POSTCODE = 10
const JOURNALS = [
  { journal: 'sales', id: 'VERK', name: 'Verkoopboek', type: 'S', account: '1300' },
  { journal: 'bank', id: 'BANK', name: 'Bankboek', type: 'B', account: '1100' },
] as const

/**
 * Writes the books as XML Auditfile Financieel 3.2 (the Dutch format for bookkeepers and the tax
 * office), in pieces. Goes through the books twice, once for the totals that stand before the
 * lines; what it keeps meanwhile is the list of payers.
 */
export async function* writeAuditfile(books: Books): AsyncGenerator<string> {
  const { debtors, lines, debit, credit } = await totalsOf(books)
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<auditfile xmlns="${NAMESPACE}">\n`
  yield headerOf(books)
  yield `<company>${companyOf(books)}<customersSuppliers>\n`
  for (const [id, payer] of debtors) yield debtorOf(id, payer)
  yield `</customersSuppliers>\n${ledgerOf()}${vatCodesOf()}${periodsOf(books)}`
  yield `<transactions>${element('linesCount', lines)}${amount('totalDebit', debit)}`
  yield amount('totalCredit', credit)
  for (const { journal, id, name, type, account } of JOURNALS) {
    yield `\n<journal>${element('jrnID', id)}${element('desc', name)}${element('jrnTp', type)}`
    yield element('offsetAccID', account)
    if (journal === 'bank') yield element('bankAccNr', books.supplier.iban)
    yield '\n'
    for await (const booking of bookingsOf(books, journal)) yield transactionOf(booking)
    yield '</journal>'
  }
  yield '\n</transactions>\n</company>\n</auditfile>\n'
}

async function totalsOf(books: Books) {
  const debtors = new Map<string, Invoice['payer']>()
  for await (const { debtor, invoice } of books.invoices()) debtors.set(debtor, invoice.payer)
  for await (const { debtor, payer } of books.payments()) {
    if (!debtors.has(debtor)) debtors.set(debtor, payer)
  }
  const totals = { debtors, lines: 0, debit: 0, credit: 0 }
  for (const { journal } of JOURNALS) {
    for await (const { postings } of bookingsOf(books, journal)) {
      totals.lines += postings.length
      for (const { debit, credit } of postings) {
        totals.debit += debit
        totals.credit += credit
      }
    }
  }
  return totals
}

function headerOf({ startsOn, endsOn, madeOn }: Books): string {
  return around(
    'header',
    element('fiscalYear', startsOn.slice(0, 4)),
    element('startDate', startsOn),
    element('endDate', endsOn),
    element('curCode', 'EUR'),
    element('dateCreated', madeOn),
    element('softwareDesc', SOFTWARE),
  )
}

function companyOf({ supplier }: Books): string {
  return [
    element('companyIdent', supplier.kvk),
    element('companyName', supplier.name),
    element('taxRegistrationCountry', supplier.address.country),
    element('taxRegIdent', supplier.vatId ?? supplier.kvk),
    addressOf(supplier.address),
  ].join('')
}

function debtorOf(id: string, payer: Invoice['payer']): string {
  const { name, kvk, vatId, address } = payer
  const taxed =
    vatId === undefined
      ? []
      : [element('taxRegistrationCountry', address.country), element('taxRegIdent', vatId)]
  return around(
    'customerSupplier',
    element('custSupID', id),
    element('custSupName', cut(name, SHORT)),
    kvk === undefined ? '' : element('commerceNr', kvk),
    ...taxed,
    element('custSupTp', 'C'),
    addressOf(address),
  )
}

function addressOf({ street, city, postcode, country }: Address): string {
  return around(
    'streetAddress',
    element('streetname', street),
    element('city', cut(city, SHORT)),
    element('postalCode', cut(postcode, POSTCODE)),
    element('country', country),
  )
}

function ledgerOf(): string {
  const accounts = Object.entries(ACCOUNTS).map(([id, { name, type }]) =>
    around(
      'ledgerAccount',
      element('accID', id),
      element('accDesc', name.nl),
      element('accTp', type),
    ),
  )
  return around('generalLedger', ...accounts)
}

function vatCodesOf(): string {
  const codes = Object.entries(VAT_CODES).map(([id, { name, tax }]) =>
    around(
      'vatCode',
      element('vatID', id),
      element('vatDesc', name.nl),
      element('vatToPayAccID', tax),
    ),
  )
  return around('vatCodes', ...codes)
}

/** A period for each month of the year. */
function periodsOf({ startsOn }: Books): string {
  const year = Number(startsOn.slice(0, 4))
  const day = (moment: number) => new Date(moment).toISOString().slice(0, 10)
  const months = Array.from({ length: MONTHS }, (_, index) =>
    around(
      'period',
      element('periodNumber', index + 1),
      element('startDatePeriod', day(Date.UTC(year, index, 1))),
      element('endDatePeriod', day(Date.UTC(year, index + 1, 0))),
    ),
  )
  return around('periods', ...months)
}

function transactionOf(booking: Booking): string {
  const { number, date, postings } = booking
  return around(
    'transaction',
    element('nr', cut(number, LONG)),
    element('periodNumber', Number(date.slice(5, 7))),
    element('trDt', date),
    amount(
      'amnt',
      postings.reduce((sum, { debit }) => sum + debit, 0),
    ),
    element('amntTp', 'D'),
    ...postings.map((posting, index) => lineOf(booking, posting, index)),
  )
}

function lineOf({ date, document }: Booking, posting: Posting, index: number): string {
  const { account, debtor, vat, debit, credit } = posting
  const side = credit > 0 ? 'C' : 'D'
  const owed =
    debtor === undefined ? [] : [element('custSupID', debtor), element('invRef', document)]
  const tax =
    vat &&
    around(
      'vat',
      element('vatID', vat.code),
      element('vatPerc', decimal(vat.rate)),
      amount('vatAmnt', vat.tax),
      element('vatAmntTp', side),
    )
  return around(
    'trLine',
    element('nr', index + 1),
    element('accID', account),
    element('docRef', document),
    element('effDate', date),
    amount('amnt', Math.max(debit, credit)),
    element('amntTp', side),
    ...owed,
    tax ?? '',
  )
}

/** Elements in an element, and the end of the line. */
function around(name: string, ...inside: readonly string[]): string {
  return `<${name}>${inside.join('')}</${name}>\n`
}

function amount(name: string, cents: number): string {
  return element(name, decimal(cents))
}

function decimal(hundredths: number): string {
  const digits = String(hundredths).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}

function cut(text: string, length: number): string {
  return Array.from(text).slice(0, length).join('')
}

function element(name: string, value: string | number): string {
  return `<${name}>${escape(String(value))}</${name}>`
}

/** A text as XML wants it: signs that it has no place for become a space. */
function escape(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

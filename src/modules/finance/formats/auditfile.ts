import { type Books, type Booking, bookingsOf, ACCOUNTS, type Posting, VAT_CODES } from './books.ts'
import type { Address, Invoice } from './invoice.ts'

const NAMESPACE = 'http://www.auditfiles.nl/XAF/3.2'
const SOFTWARE = 'Gestand'
const MONTHS = 12
/** As the format cuts its texts. */
const SHORT = 50
const JOURNALS = [
  { journal: 'sales', id: 'VERK', name: 'Verkoopboek', type: 'S', account: '1300' },
  { journal: 'bank', id: 'BANK', name: 'Bankboek', type: 'B', account: '1100' },
] as const

/**
 * Writes the books as XML Auditfile Financieel 3.2 (the Dutch format for bookkeepers and the tax
 * office), in pieces. Goes through the books twice, once for the totals that stand before the lines;
 * what it keeps meanwhile is the list of payers.
 */
export async function* writeAuditfile(books: Books): AsyncGenerator<string> {
  const { debtors, lines, debit, credit } = await totalsOf(books)
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<auditfile xmlns="${NAMESPACE}">\n${headerOf(books)}`
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
  return `<header>${element('fiscalYear', startsOn.slice(0, 4))}${element('startDate', startsOn)}${element(
    'endDate',
    endsOn,
  )}${element('curCode', 'EUR')}${element('dateCreated', madeOn)}${element('softwareDesc', SOFTWARE)}</header>\n`
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
  return `<customerSupplier>${[
    element('custSupID', id),
    element('custSupName', cut(name, SHORT)),
    kvk === undefined ? '' : element('commerceNr', kvk),
    vatId === undefined
      ? ''
      : element('taxRegistrationCountry', address.country) + element('taxRegIdent', vatId),
    element('custSupTp', 'C'),
    addressOf(address),
  ].join('')}</customerSupplier>\n`
}

function addressOf({ street, city, postcode, country }: Address): string {
  return `<streetAddress>${element('streetname', street)}${element('city', cut(city, SHORT))}${element(
    'postalCode',
    cut(postcode, 10),
  )}${element('country', country)}</streetAddress>`
}

function ledgerOf(): string {
  const accounts = Object.entries(ACCOUNTS).map(
    ([id, { name, type }]) =>
      `<ledgerAccount>${element('accID', id)}${element('accDesc', name.nl)}${element('accTp', type)}</ledgerAccount>\n`,
  )
  return `<generalLedger>\n${accounts.join('')}</generalLedger>\n`
}

function vatCodesOf(): string {
  const codes = Object.entries(VAT_CODES).map(
    ([id, { name, tax }]) =>
      `<vatCode>${element('vatID', id)}${element('vatDesc', name.nl)}${element('vatToPayAccID', tax)}</vatCode>\n`,
  )
  return `<vatCodes>\n${codes.join('')}</vatCodes>\n`
}

/** A period for each month of the year. */
function periodsOf({ startsOn }: Books): string {
  const year = Number(startsOn.slice(0, 4))
  const months = Array.from({ length: MONTHS }, (_, index) => {
    const day = (date: Date) => date.toISOString().slice(0, 10)
    const [first, last] = [Date.UTC(year, index, 1), Date.UTC(year, index + 1, 0)]
    return `<period>${element('periodNumber', index + 1)}${element(
      'startDatePeriod',
      day(new Date(first)),
    )}${element('endDatePeriod', day(new Date(last)))}</period>\n`
  })
  return `<periods>\n${months.join('')}</periods>\n`
}

function transactionOf(booking: Booking): string {
  const { number, date, postings } = booking
  const total = postings.reduce((sum, { debit }) => sum + debit, 0)
  return `<transaction>${element('nr', cut(number, 35))}${element(
    'periodNumber',
    Number(date.slice(5, 7)),
  )}${element('trDt', date)}${amount('amnt', total)}${element('amntTp', 'D')}${postings
    .map((posting, index) => lineOf(booking, posting, index))
    .join('')}</transaction>\n`
}

function lineOf({ date, document }: Booking, posting: Posting, index: number): string {
  const { account, debtor, vat, debit, credit } = posting
  const side = credit > 0 ? 'C' : 'D'
  const tax =
    vat &&
    `<vat>${element('vatID', vat.code)}${element('vatPerc', decimal(vat.rate))}${amount(
      'vatAmnt',
      vat.tax,
    )}${element('vatAmntTp', side)}</vat>`
  return `<trLine>${[
    element('nr', index + 1),
    element('accID', account),
    element('docRef', document),
    element('effDate', date),
    amount('amnt', Math.max(debit, credit)),
    element('amntTp', side),
    debtor === undefined ? '' : element('custSupID', debtor) + element('invRef', document),
    tax ?? '',
  ].join('')}</trLine>`
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

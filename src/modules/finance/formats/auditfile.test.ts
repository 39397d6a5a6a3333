import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { line, sampleCreditNote, sampleInvoice } from '#world/invoices.ts'
import { writeAuditfile } from './auditfile.ts'
import type { BookedInvoice, BookedPayment, Books } from './books.ts'
import { writeBooksCsv } from './books-csv.ts'
import { invoiceTotals, type Vat } from './invoice.ts'
import { elementsAt, readXml, textAt } from './xml-element.ts'

const VATS: readonly Vat[] = [
  { category: 'S', rate: 2100 },
  { category: 'S', rate: 900 },
  { category: 'S', rate: 600 },
  { category: 'Z', rate: 0 },
  { category: 'E', rate: 0, reason: 'x' },
  { category: 'AE', rate: 0, reason: 'x' },
]

const sold = fc.record({
  credit: fc.boolean(),
  debtor: fc.constantFrom('D1', 'D2', 'D3'),
  month: fc.integer({ min: 1, max: 12 }),
  lines: fc.array(
    fc.record({
      vat: fc.constantFrom(...VATS),
      quantity: fc.integer({ min: 1, max: 900 }),
      unitPrice: fc.integer({ min: 0, max: 90_000 }),
    }),
    { minLength: 1, maxLength: 5 },
  ),
})
const paid = fc.record({
  debtor: fc.constantFrom('D1', 'D4'),
  amount: fc.integer({ min: -50_000, max: 50_000 }),
})

test('debit and credit are the same, in each entry and in all, as the file says before them', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(sold, { maxLength: 8 }),
      fc.array(paid, { maxLength: 6 }),
      async (sales, payments) => {
        const file = readXml(await text(writeAuditfile(booksOf(sales, payments))), 'BAD')
        const [all] = elementsAt(file, 'auditfile/company/transactions')
        const entries = elementsAt(all, 'journal/transaction')
        const sides = entries.map((entry) => [sideOf(entry, 'D'), sideOf(entry, 'C')] as const)
        for (const [debit, credit] of sides) expect(debit).toBe(credit)
        const total = sides.reduce((sum, [debit]) => sum + debit, 0)
        expect(cents(textAt(all, 'totalDebit'))).toBe(total)
        expect(cents(textAt(all, 'totalCredit'))).toBe(total)
        const lines = entries.flatMap((entry) => elementsAt(entry, 'trLine'))
        expect(Number(textAt(all, 'linesCount'))).toBe(lines.length)
        expect(entries).toHaveLength(sales.length + payments.length)
      },
    ),
    { numRuns: 60 },
  )
})

test('what debtors owe in the books is what was sold less what was paid', async () => {
  const sales = [
    {
      credit: false,
      debtor: 'D1',
      month: 1,
      lines: [{ vat: VATS[0], quantity: 100, unitPrice: 1000 }],
    },
  ]
  const books = booksOf(sales, [{ debtor: 'D1', amount: 210 }])
  const rows = await csv(books, 'en')
  const owed = rows
    .filter(([, , , , account]) => account === '1300')
    .reduce((sum, row) => sum + cents(row[7] ?? '') - cents(row[8] ?? ''), 0)
  expect(owed).toBe(1210 - 210)
})

test('each account, payer, tax code and period that a line names is there, and has its form', async () => {
  const credit = {
    credit: true,
    debtor: 'D2',
    month: 12,
    lines: VATS.map((vat) => ({ vat, quantity: 100, unitPrice: 5 })),
  }
  const file = readXml(
    await text(writeAuditfile(booksOf([credit], [{ debtor: 'D4', amount: 5 }]))),
    'BAD',
  )
  const [company] = elementsAt(file, 'auditfile/company')
  const ids = (path: string) =>
    new Set(elementsAt(company, path).map((one) => textAt({ a: [one] }, 'a')))
  const lines = 'transactions/journal/transaction/trLine'
  const within = (used: string, known: string) =>
    expect(ids(used).isSubsetOf(ids(known)), used).toBe(true)
  within(`${lines}/accID`, 'generalLedger/ledgerAccount/accID')
  within(`${lines}/custSupID`, 'customersSuppliers/customerSupplier/custSupID')
  within(`${lines}/vat/vatID`, 'vatCodes/vatCode/vatID')
  within('transactions/journal/transaction/periodNumber', 'periods/period/periodNumber')
  expect(ids('customersSuppliers/customerSupplier/custSupID')).toEqual(new Set(['D2', 'D4']))
  for (const one of elementsAt(company, `${lines}/amnt`)) {
    expect(textAt({ a: [one] }, 'a')).toMatch(/^\d+\.\d{2}$/)
  }
})

test('nothing that tells of a client goes to the bookkeeper, unless a client pays', async () => {
  const books = booksOf([{ credit: false, debtor: 'D1', month: 3, lines: [{}] }], [])
  expect(await text(writeAuditfile(books))).not.toContain('Meulen')
  expect(await text(writeBooksCsv(books, 'nl'))).not.toContain('Meulen')
})

test('the same lines as CSV, as a Dutch spreadsheet reads them, and never as a formula', async () => {
  const books = booksOf(
    [{ credit: false, debtor: '=1+1', month: 3, lines: [{ quantity: 100, unitPrice: 5 }] }],
    [],
  )
  const rows = await csv(books, 'nl')
  expect(rows[1]).toEqual([
    'VERK',
    '2026-03-15',
    '2026-0001',
    '2026-0001',
    '1300',
    'Debiteuren',
    "'=1+1",
    '0,06',
    '0,00',
    '',
    '',
  ])
})

test('twenty thousand invoices are written piece by piece', async () => {
  let alive = 0
  let most = 0
  const one = booksOf([{ credit: false, debtor: 'D1', month: 1, lines: [{}] }], [])
  const [booked] = await Array.fromAsync(one.invoices())
  if (!booked) throw new Error('no invoice')
  const invoices = async function* () {
    for (let count = 0; count < 20_000; count += 1) {
      alive += 1
      most = Math.max(most, alive)
      yield booked
      alive -= 1
    }
  }
  let length = 0
  for await (const piece of writeAuditfile({ ...one, invoices })) {
    length += piece.length
    expect(piece.length).toBeLessThan(5_000)
  }
  expect(length).toBeGreaterThan(10_000_000)
  expect(most).toBe(1)
})

function booksOf(
  sales: readonly { credit: boolean; debtor: string; month: number; lines: readonly object[] }[],
  payments: readonly { debtor: string; amount: number }[],
): Books {
  const invoices = sales.map(({ credit, debtor, month, lines: some }, index): BookedInvoice => {
    const lines = some.map((one) => line(one))
    const issuedOn = `2026-${String(month).padStart(2, '0')}-15`
    const number = `2026-${String(index + 1).padStart(4, '0')}`
    const change = { lines, totals: invoiceTotals(lines), issuedOn, number }
    return { debtor, invoice: credit ? sampleCreditNote(change) : sampleInvoice(change) }
  })
  const paidBack = payments.map(
    ({ debtor, amount }, index): BookedPayment => ({
      debtor,
      payer: sampleInvoice().payer,
      number: `B${index}`,
      paidOn: '2026-06-30',
      amount,
      invoiceNumber: '2026-0001',
    }),
  )
  return {
    supplier: sampleInvoice().supplier,
    startsOn: '2026-01-01',
    endsOn: '2026-12-31',
    madeOn: '2027-01-04',
    invoices: () => iterate(invoices),
    payments: () => iterate(paidBack),
  }
}

async function* iterate<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}

async function text(pieces: AsyncIterable<string>): Promise<string> {
  return (await Array.fromAsync(pieces)).join('')
}

async function csv(books: Books, language: 'nl' | 'en'): Promise<string[][]> {
  return parse(await text(writeBooksCsv(books, language)), { delimiter: ';', bom: true })
}

function sideOf(entry: Parameters<typeof textAt>[0], side: string): number {
  return elementsAt(entry, 'trLine')
    .filter((one) => textAt(one, 'amntTp') === side)
    .reduce((sum, one) => sum + cents(textAt(one, 'amnt')), 0)
}

function cents(amount: string): number {
  return Math.round(Number(amount) * 100)
}

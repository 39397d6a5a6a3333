import type { Language } from '#kernel/language.ts'
import { ACCOUNTS, type Books, bookingsOf, type Booking } from './books.ts'

const JOURNALS = ['sales', 'bank'] as const

const HEAD = {
  nl: 'Dagboek;Datum;Boekstuk;Factuur;Rekening;Naam rekening;Debiteur;Debet;Credit;Btw;Btw-bedrag',
  en: 'Journal;Date;Entry;Invoice;Account;Account name;Debtor;Debit;Credit;VAT;VAT amount',
} as const

/** What a spreadsheet takes for a formula. */
const FORMULA = /^[=+\-@\t\r]/

/**
 * Writes the lines of the books as CSV, in pieces: semicolons between cells, decimals with a comma
 * in Dutch, and a mark before it by which spreadsheets know UTF-8.
 */
export async function* writeBooksCsv(books: Books, language: Language): AsyncGenerator<string> {
  yield `\uFEFF${HEAD[language]}\r\n`
  for (const journal of JOURNALS) {
    for await (const booking of bookingsOf(books, journal)) yield rowsOf(booking, language)
  }
}

function rowsOf(
  { journal, date, number, document, postings }: Booking,
  language: Language,
): string {
  const amount = (cents: number) => decimal(cents, language)
  return postings
    .map(({ account, debtor = '', debit, credit, vat }) =>
      [
        journal === 'sales' ? 'VERK' : 'BANK',
        date,
        textCell(number),
        textCell(document),
        account,
        textCell(ACCOUNTS[account].name[language]),
        textCell(debtor),
        amount(debit),
        amount(credit),
        vat ? amount(vat.rate) : '',
        vat ? amount(vat.tax) : '',
      ].join(';'),
    )
    .map((row) => `${row}\r\n`)
    .join('')
}

/** Cents with two decimals. */
export function decimal(cents: number, language: Language): string {
  const digits = String(cents).padStart(3, '0')
  return `${digits.slice(0, -2)}${language === 'nl' ? ',' : '.'}${digits.slice(-2)}`
}

/** A text that stays text in a spreadsheet. */
export function textCell(text: string): string {
  const plain = FORMULA.test(text) ? `'${text}` : text
  return /[";\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

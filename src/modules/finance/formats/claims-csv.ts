import type { Language } from '#kernel/language.ts'
import type { Claim } from '#modules/finance/collecting.ts'
import { decimal, textCell } from './books-csv.ts'

const HEAD = {
  nl: 'Factuur;Datum;Vervaldatum;Naam;Straat;Postcode;Plaats;Land;E-mail;Openstaand;Aanmaning 1;Aanmaning 2;Aanmaning 3',
  en: 'Invoice;Date;Due date;Name;Street;Postcode;Town;Country;E-mail;Open;Reminder 1;Reminder 2;Reminder 3',
} as const

/**
 * Writes what a collector gets, as CSV like the books: who owes how much, and when that was asked.
 * Nothing of what was done, and of whom it was done for only when they pay themselves.
 */
export function writeClaimsCsv(claims: readonly Claim[], language: Language): string {
  const rows = claims.map(({ amount, reminded, ...claim }) => [
    textCell(claim.number),
    claim.issuedOn,
    claim.dueOn ?? '',
    ...[claim.name, claim.street, claim.postcode, claim.city, claim.country].map(textCell),
    textCell(claim.email ?? ''),
    decimal(amount, language),
    ...[0, 1, 2].map((place) => reminded[place] ?? ''),
  ])
  return `\uFEFF${HEAD[language]}\r\n${rows.map((row) => `${row.join(';')}\r\n`).join('')}`
}

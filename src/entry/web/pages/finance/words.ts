import type { Tone } from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'
import { type InvoiceState, VAT_TITLES, type VatWord } from '#modules/finance/index.ts'

/** How a price is taxed, in a column that says so above it. */
export const VAT_RATES: Readonly<Record<VatWord, Text>> = {
  ...VAT_TITLES,
  '21': { nl: '21%', en: '21%' },
  '9': { nl: '9%', en: '9%' },
  '0': { nl: '0%', en: '0%' },
}

/** Words that pages of finance share. */
export const MONEY = {
  finance: { nl: 'Financiën', en: 'Finance' },
  invoices: { nl: 'Facturen', en: 'Invoices' },
  draft: { nl: 'Concept', en: 'Draft' },
  number: { nl: 'Nummer', en: 'Number' },
  payer: { nl: 'Betaler', en: 'Payer' },
  payers: { nl: 'Betalers', en: 'Payers' },
  date: { nl: 'Datum', en: 'Date' },
  due: { nl: 'Te betalen voor', en: 'To be paid by' },
  amount: { nl: 'Bedrag', en: 'Amount' },
  open: { nl: 'Open', en: 'Open' },
  state: { nl: 'Stand', en: 'State' },
  name: { nl: 'Naam of code', en: 'Name or code' },
  description: { nl: 'Omschrijving', en: 'Description' },
  quantity: { nl: 'Aantal', en: 'Quantity' },
  price: { nl: 'Prijs', en: 'Price' },
  vat: { nl: 'Btw', en: 'VAT' },
  net: { nl: 'Zonder btw', en: 'Without VAT' },
  total: { nl: 'Totaal', en: 'Total' },
  acts: { nl: 'Wat kan', en: 'What can be done' },
  save: { nl: 'Opslaan', en: 'Save' },
  all: { nl: 'Alle', en: 'All' },
} satisfies Record<string, Text>

export const STATES: Readonly<Record<InvoiceState, { label: Text; tone: Tone }>> = {
  draft: { label: MONEY.draft, tone: 'neutral' },
  open: { label: MONEY.open, tone: 'info' },
  overdue: { label: { nl: 'Te laat', en: 'Overdue' }, tone: 'error' },
  disputed: { label: { nl: 'Betwist', en: 'Disputed' }, tone: 'warning' },
  'handed-over': { label: { nl: 'Bij incasso', en: 'With a collector' }, tone: 'warning' },
  settled: { label: { nl: 'Voldaan', en: 'Settled' }, tone: 'success' },
}

export const UNITS: Readonly<Record<'hour' | 'piece', Text>> = {
  hour: { nl: 'per uur', en: 'per hour' },
  piece: { nl: 'per stuk', en: 'per piece' },
}

/** What stands behind a number of them. */
export const COUNTED: Readonly<Record<'hour' | 'piece', Text>> = {
  hour: { nl: 'uur', en: 'h' },
  piece: { nl: 'stuk', en: 'piece' },
}

export const REMINDERS: readonly Text[] = [
  { nl: 'Eerste aanmaning', en: 'First reminder' },
  { nl: 'Tweede aanmaning', en: 'Second reminder' },
  { nl: 'Laatste aanmaning', en: 'Final reminder' },
]

export const REASONS: Readonly<Record<string, Text>> = {
  amount: { nl: 'het bedrag klopt niet', en: 'the amount is wrong' },
  'not-ordered': { nl: 'niet besteld', en: 'not ordered' },
  'not-delivered': { nl: 'niet geleverd', en: 'not delivered' },
  quality: { nl: 'niet tevreden over wat geleverd is', en: 'not content with what was delivered' },
  other: { nl: 'een andere reden', en: 'another reason' },
}

export const DISPUTE_ENDS: Readonly<Record<string, Text>> = {
  upheld: { nl: 'de betaler kreeg gelijk', en: 'the payer was right' },
  rejected: { nl: 'de factuur klopte', en: 'the invoice was right' },
  settled: { nl: 'een regeling getroffen', en: 'settled between both' },
}

export const WAYS: Readonly<Record<string, Text>> = {
  bank: { nl: 'via de bank', en: 'by the bank' },
  transfer: { nl: 'overgemaakt', en: 'transferred' },
  cash: { nl: 'contant', en: 'in cash' },
  'write-off': { nl: 'afgeboekt', en: 'written off' },
  mail: { nl: 'per e-mail', en: 'by e-mail' },
  letter: { nl: 'per post', en: 'by post' },
}

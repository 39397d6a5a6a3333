import type { LedgerWords } from '#ledger/words.ts'

/** The words in which the ledger tells what happens with invoices. */
export const FINANCE_LEDGER_WORDS: LedgerWords = {
  subjects: {
    invoice_settings: { nl: 'de factuurgegevens', en: 'the invoice details' },
    tariffs: { nl: 'een tarief', en: 'a tariff' },
    billings: { nl: 'wie betaalt', en: 'who pays' },
    payers: { nl: 'een betaler', en: 'a payer' },
    charges: { nl: 'een factuurregel', en: 'a line of an invoice' },
    invoices: { nl: 'een factuur', en: 'an invoice' },
    issuances: { nl: 'een uitgegeven factuur', en: 'an issued invoice' },
    sendings: { nl: 'een verzonden factuur', en: 'a sent invoice' },
    bank_entries: { nl: 'een bijschrijving', en: 'a bank entry' },
    payments: { nl: 'een betaling', en: 'a payment' },
    payment_reversals: { nl: 'een teruggedraaide betaling', en: 'a reversed payment' },
    payment_reminders: { nl: 'een aanmaning', en: 'a payment reminder' },
    invoice_disputes: { nl: 'een betwiste factuur', en: 'a disputed invoice' },
    dispute_endings: { nl: 'het einde van een betwisting', en: 'the end of a dispute' },
    collector_handovers: { nl: 'een overdracht aan incasso', en: 'a hand-over to a collector' },
  },
  acts: {
    'inserted charges': { nl: 'declareerde een regel', en: 'declared a line' },
    'updated charges': { nl: 'paste een factuurregel aan', en: 'changed a line of an invoice' },
    'inserted billings': { nl: 'legde vast wie betaalt', en: 'recorded who pays' },
    'updated billings': { nl: 'wijzigde wie betaalt', en: 'changed who pays' },
    'inserted invoices': { nl: 'maakte een concept van een factuur', en: 'drafted an invoice' },
    'inserted issuances': { nl: 'gaf een factuur uit', en: 'issued an invoice' },
    'inserted sendings': { nl: 'verstuurde een factuur', en: 'sent an invoice' },
    'inserted payments': { nl: 'boekte een betaling', en: 'recorded a payment' },
    'inserted payment_reversals': { nl: 'draaide een betaling terug', en: 'reversed a payment' },
    'inserted payment_reminders': { nl: 'stuurde een aanmaning', en: 'sent a payment reminder' },
    'inserted invoice_disputes': {
      nl: 'legde vast dat een factuur wordt betwist',
      en: 'recorded that an invoice is disputed',
    },
    'inserted collector_handovers': {
      nl: 'droeg een factuur over aan incasso',
      en: 'handed an invoice over to a collector',
    },
  },
  lists: {
    'finance-overview': { nl: 'het overzicht van facturen', en: 'the overview of invoices' },
    charges: { nl: 'wat te factureren is', en: 'what is to be invoiced' },
    invoices: { nl: 'de facturen', en: 'the invoices' },
    invoice: { nl: 'een factuur', en: 'an invoice' },
    payers: { nl: 'de betalers', en: 'the payers' },
    payer: { nl: 'een betaler', en: 'a payer' },
    tariffs: { nl: 'de tarieven', en: 'the tariffs' },
    'invoice-settings': { nl: 'de factuurgegevens', en: 'the invoice details' },
    'bank-entries': { nl: 'de bijschrijvingen', en: 'the bank entries' },
    'own-invoices': { nl: 'de eigen facturen', en: 'one’s own invoices' },
    books: { nl: 'de boekhouding', en: 'the books' },
  },
  actors: {
    'invoice-access': { nl: 'Wie betaalt', en: 'The payer' },
  },
  silent: [],
}

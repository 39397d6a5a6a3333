import type { Vocabulary } from '#statement/catalogue.ts'

/** The words of invoices: who makes and collects them, and what an invoice is. */
export const FINANCE_VOCABULARY: Vocabulary = {
  kinds: {},
  categories: {
    invoice: {
      says: {
        nl: 'wat op een factuur staat: naam of code, datum, korte omschrijving, kosten en betaler',
        en: 'what an invoice says: name or code, date, short description, cost and payer',
      },
      dpv: 'Financial',
      part: 'invoice',
    },
  },
  relations: {
    finance: {
      says: { nl: 'wie de financiën doet', en: 'whoever does the finances' },
      to: 'organisation',
    },
    payer: {
      says: { nl: 'wie de facturen betaalt', en: 'whoever pays the invoices' },
      to: 'dossier',
      party: true,
    },
  },
  activities: {
    invoicing: { says: { nl: 'facturering', en: 'invoicing' }, apart: true },
    collecting: { says: { nl: 'innen van gelden', en: 'collecting' }, apart: true },
    'invoice-access': {
      says: { nl: 'inzage in facturen', en: 'access to invoices' },
      apart: true,
      forSubject: true,
    },
  },
  consents: {},
  events: {
    'invoice.year-ended': {
      says: {
        nl: 'het einde van het boekjaar van de factuur',
        en: 'the end of the financial year of the invoice',
      },
    },
  },
  parts: {
    invoice: {
      says: { nl: 'facturen en betalingen', en: 'invoices and payments' },
    },
  },
  decisions: {},
  periods: {},
  recipientKinds: {
    payer: {
      says: { nl: 'wie de factuur betaalt', en: 'whoever pays the invoice' },
      needsAgreement: false,
    },
    collector: {
      says: { nl: 'een incassobureau', en: 'a collection agency' },
      needsAgreement: true,
    },
  },
  rights: {},
  mechanisms: {
    'finance-apart': {
      says: {
        nl: 'wie facturen maakt, kan geen dossier zien: de database geeft alleen de factuurgegevens',
        en: 'whoever makes invoices sees no dossier: the database gives the details of invoices only',
      },
    },
    'invoice-fields': {
      says: {
        nl: 'op een factuur past niet meer dan naam of code, datum, een woord van een vaste lijst en het bedrag',
        en: 'an invoice has room for a name or code, a date, a word from a fixed list and the amount',
      },
    },
    'tax-records': {
      says: {
        nl: 'facturen blijven zo lang als de belastingwet vraagt, ook als het dossier weg is, en niet langer',
        en: 'invoices stay as long as tax law asks, also when the dossier is gone, and no longer',
      },
    },
    'dispute-hold': {
      says: {
        nl: 'zolang over een factuur onenigheid is, blijft het dossier bewaard en gaat er geen aanmaning uit',
        en: 'as long as an invoice is disputed the dossier is kept and no reminder goes out',
      },
    },
  },
}

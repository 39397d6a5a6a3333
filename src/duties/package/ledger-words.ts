import type { LedgerWords } from '#ledger/words.ts'

/** The words in which the ledger tells of packages. */
export const PACKAGE_LEDGER_WORDS: LedgerWords = {
  subjects: {
    packages: { nl: 'een pakket met gegevens', en: 'a package with data' },
    takeovers: { nl: 'vanwaar het dossier is overgenomen', en: 'where the dossier came from' },
  },
  acts: {
    'taken packages': {
      nl: 'haalde alle gegevens op',
      en: 'fetched all data',
    },
    'fetched packages': {
      nl: 'gaf alle gegevens aan wie de link en de code had',
      en: 'gave all data to whoever had the link and the code',
    },
    'inserted packages': {
      nl: 'maakte een pakket met alle gegevens, voor een verzoek',
      en: 'made a package with all data, for a request',
    },
    'inserted takeovers': {
      nl: 'nam gegevens over uit een pakket van een andere organisatie',
      en: 'took data over from the package of another organisation',
    },
  },
  lists: {
    package: { nl: 'wat in een pakket komt', en: 'what goes into a package' },
  },
  actors: {},
  silent: ['package_parts'],
}

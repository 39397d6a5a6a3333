import type { LedgerWords } from '#ledger/words.ts'

/** The words in which the ledger tells of what principals hear. */
export const PRINCIPAL_LEDGER_WORDS: Pick<LedgerWords, 'subjects' | 'acts' | 'lists'> = {
  subjects: {
    aggregate_reports: { nl: 'een rapportage in aantallen', en: 'a report in numbers' },
  },
  acts: {
    'inserted aggregate_reports': {
      nl: 'maakte een rapportage in aantallen voor een opdrachtgever',
      en: 'made a report in numbers for a principal',
    },
  },
  lists: {
    aggregates: { nl: 'rapportages in aantallen', en: 'reports in numbers' },
  },
}

import type { LedgerWords } from '#ledger/words.ts'

/** Words for retention and erasure. */
export const RETENTION_LEDGER_WORDS: LedgerWords = {
  subjects: {},
  acts: {
    'erasure-ordered': {
      nl: 'begon met het verwijderen van {dossier}',
      en: 'began to erase {dossier}',
    },
    erased: { nl: 'verwijderde {dossier}', en: 'erased {dossier}' },
    'destroyed accounts': {
      nl: 'vernietigde accounts na hun termijn',
      en: 'destroyed accounts after their term',
    },
    'destroyed ledger': {
      nl: 'vernietigde regels van het logboek na hun termijn',
      en: 'destroyed lines of the log after their term',
    },
    'term-chosen': {
      nl: 'koos een dag waarop iets uit {dossier} weggaat',
      en: 'chose a day on which something of {dossier} goes',
    },
    'hold-placed': {
      nl: 'legde een bewaarplicht vast voor {dossier}',
      en: 'recorded a hold on {dossier}',
    },
    'hold-lifted': {
      nl: 'hief een bewaarplicht op van {dossier}',
      en: 'lifted a hold on {dossier}',
    },
    'leftovers-accepted': {
      nl: 'beoordeelde wat een hercontrole vond',
      en: 'judged what a re-read had found',
    },
  },
  lists: {
    calendar: { nl: 'de kalender van bewaartermijnen', en: 'the calendar of terms' },
    holds: { nl: 'de bewaarplichten', en: 'the holds' },
    erasures: { nl: 'de verwijderingen', en: 'the erasures' },
    certificates: { nl: 'de certificaten van vernietiging', en: 'the certificates of destruction' },
  },
  actors: {},
  silent: [],
}

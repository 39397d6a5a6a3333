import type { LedgerWords } from '#ledger/words.ts'

/** The words in which the ledger tells of peer review. */
export const PEER_LEDGER_WORDS: Pick<LedgerWords, 'subjects' | 'acts' | 'lists'> = {
  subjects: {
    anonymised_cases: { nl: 'een anonieme casus', en: 'an anonymised case' },
    case_confirmations: { nl: 'het nakijken van een casus', en: 'the checking of a case' },
    case_shares: { nl: 'een gedeelde casus', en: 'a shared case' },
    peer_meetings: { nl: 'een bijeenkomst', en: 'a meeting' },
    peer_participants: { nl: 'een genodigde', en: 'somebody who was asked' },
  },
  acts: {
    'inserted anonymised_cases': {
      nl: 'maakte een versie zonder namen',
      en: 'made a version without names',
    },
    'updated anonymised_cases': {
      nl: 'wijzigde een versie zonder namen',
      en: 'changed a version without names',
    },
    'inserted case_confirmations': {
      nl: 'keek een versie zonder namen na',
      en: 'checked a version without names',
    },
    'inserted case_shares': {
      nl: 'deelde een versie zonder namen met een bijeenkomst van collega’s',
      en: 'shared a version without names with a meeting of colleagues',
    },
    'inserted peer_meetings': { nl: 'riep een bijeenkomst bijeen', en: 'called a meeting' },
    'inserted peer_participants': { nl: 'nodigde een collega uit', en: 'asked a colleague' },
  },
  lists: {
    'peer-meetings': { nl: 'de bijeenkomsten van collega’s', en: 'the meetings of colleagues' },
    'peer-meeting': { nl: 'de casussen van een bijeenkomst', en: 'the cases of a meeting' },
  },
}

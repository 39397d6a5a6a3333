import type { PackageWords } from '#duties/package/words.ts'

/** What tables and columns about other professionals and about standing in are called. */
export const PROFESSIONAL_PACKAGE_WORDS: PackageWords = {
  tables: {
    professional_requests: {
      nl: 'vragen aan andere professionals',
      en: 'questions to other professionals',
    },
    professional_sendings: { nl: 'verstuurde vragen', en: 'questions that were sent' },
    professional_answers: {
      nl: 'antwoorden van andere professionals',
      en: 'answers of other professionals',
    },
    anonymised_cases: { nl: 'versies zonder namen', en: 'versions without names' },
    case_confirmations: { nl: 'nagekeken versies', en: 'checked versions' },
    case_shares: { nl: 'met collega’s gedeelde versies', en: 'versions shared with colleagues' },
    substitution_announcements: { nl: 'berichten over waarneming', en: 'messages on standing in' },
  },
  columns: {
    announced_at: { nl: 'Gemeld op', en: 'Told at' },
    announced_by: { nl: 'Gemeld door', en: 'Told by' },
    confirmed_at: { nl: 'Nagekeken op', en: 'Checked at' },
    confirmed_by: { nl: 'Nagekeken door', en: 'Checked by' },
    digest: { nl: 'Kenmerk van de tekst', en: 'Digest of the text' },
    due_on: { nl: 'Antwoord voor', en: 'Answer before' },
    question: { nl: 'Vraag', en: 'Question' },
    reminded_at: { nl: 'Herinnerd op', en: 'Reminded at' },
    shared_at: { nl: 'Gedeeld op', en: 'Shared at' },
    shared_by: { nl: 'Gedeeld door', en: 'Shared by' },
    stored_at: { nl: 'Bewaard op', en: 'Kept at' },
    stored_by: { nl: 'Bewaard door', en: 'Kept by' },
  },
  values: {},
}

import type { PackageWords } from '#duties/package/words.ts'
import type { LedgerWords } from '#ledger/words.ts'
import { ANSWERS, QUESTIONS } from './message.ts'
import { ATTENDANCES, PACES, PROGRESS_FIELDS } from './progress.ts'

/** The words in which the ledger tells of what principals hear. */
export const PRINCIPAL_LEDGER_WORDS: Pick<LedgerWords, 'subjects' | 'acts' | 'lists'> = {
  subjects: {
    aggregate_reports: { nl: 'een rapportage in aantallen', en: 'a report in numbers' },
    progress_reports: { nl: 'een voortgangsbericht', en: 'a report of progress' },
    principal_messages: {
      nl: 'een bericht van of aan de opdrachtgever',
      en: 'a message from or to the principal',
    },
  },
  acts: {
    'inserted aggregate_reports': {
      nl: 'maakte een rapportage in aantallen voor een opdrachtgever',
      en: 'made a report in numbers for a principal',
    },
    'inserted progress_reports': {
      nl: 'schreef een voortgangsbericht',
      en: 'wrote a report of progress',
    },
    'inserted principal_messages': {
      nl: 'schreef een bericht tussen opdrachtgever en coach',
      en: 'wrote a message between principal and coach',
    },
  },
  lists: {
    aggregates: { nl: 'rapportages in aantallen', en: 'reports in numbers' },
  },
}

/** What tables and columns about principals are called in a package. */
export const PRINCIPAL_PACKAGE_WORDS: PackageWords = {
  tables: {
    principal_messages: {
      nl: 'berichten tussen opdrachtgever en coach',
      en: 'messages between principal and coach',
    },
    progress_reports: { nl: 'voortgangsberichten', en: 'reports of progress' },
  },
  columns: {
    attends: PROGRESS_FIELDS.attends,
    disclosure_id: { nl: 'Verstrekking', en: 'Disclosure' },
    ends_on: PROGRESS_FIELDS.endsOn,
    hours_able: PROGRESS_FIELDS.hoursAble,
    pace: PROGRESS_FIELDS.pace,
    side: { nl: 'Van', en: 'From' },
    topic: { nl: 'Bericht', en: 'Message' },
  },
  values: {
    ...ATTENDANCES,
    ...PACES,
    ...QUESTIONS,
    ...ANSWERS,
    party: { nl: 'de opdrachtgever', en: 'the principal' },
    practice: { nl: 'de coach', en: 'the coach' },
  },
}

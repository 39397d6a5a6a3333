import type { PackageWords } from '#duties/package/words.ts'
import type { Text } from '#kernel/language.ts'
import type { LedgerWords } from '#ledger/words.ts'

/** What working on a survey refuses, in words for the person who tried. */
export const SURVEY_ERRORS = {
  PARTY_WITHOUT_MAIL: {
    nl: 'Van deze opdrachtgever is geen e-mailadres bekend. Vul dat eerst in bij Partijen.',
    en: 'No email address of this party is known. Fill that in first under Parties.',
  },
  SURVEY_PLANNED: {
    nl: 'Deze enquête is al ingepland. De tekst en de keuze veranderen niet meer.',
    en: 'This survey was planned already. Its words and choice change no more.',
  },
  SURVEY_INCOMPLETE: {
    nl: 'De tekst of de link ontbreekt nog, in een van de talen. Vul die eerst aan.',
    en: 'Words or link are still missing, in one of the languages. Complete those first.',
  },
  SURVEY_UNCOUNTED: {
    nl: 'Kies eerst voor wie deze enquête is. Dan ziet u ook naar hoeveel mensen zij gaat.',
    en: 'First choose whom this survey is for. Then you also see to how many people it goes.',
  },
  SURVEY_TOO_FEW: {
    nl: 'Zo zouden te weinig mensen de enquête krijgen om niemand te verraden. Kies een grotere groep.',
    en: 'So few people would get the survey that it could give somebody away. Choose a larger group.',
  },
  SURVEY_DAY_OVER: {
    nl: 'Die dag is al voorbij. Kies vandaag of een latere dag.',
    en: 'That day is over. Choose today or a later day.',
  },
  SURVEY_OVER: {
    nl: 'Deze enquête is al klaar of gestopt. Er valt niets meer te sturen.',
    en: 'This survey is done or stopped already. There is nothing left to steer.',
  },
} as const satisfies Record<string, Text>

/** The words in which the ledger tells of surveys. */
export const SURVEY_LEDGER_WORDS: LedgerWords = {
  subjects: {
    surveys: { nl: 'een enquête', en: 'a survey' },
    survey_mailings: { nl: 'het versturen van een enquête', en: 'the sending of a survey' },
    survey_invitations: { nl: 'een uitnodiging voor een enquête', en: 'an invitation to a survey' },
    objections: { nl: 'een bezwaar', en: 'an objection' },
  },
  acts: {
    'inserted surveys': { nl: 'begon een enquête', en: 'began a survey' },
    'updated surveys': { nl: 'wijzigde een enquête', en: 'changed a survey' },
    'inserted survey_mailings': { nl: 'plande een enquête in', en: 'planned a survey' },
    'updated survey_mailings': {
      nl: 'hield een enquête tegen of liet haar verdergaan',
      en: 'held a survey or let it go on',
    },
    'inserted survey_invitations': {
      nl: 'vroeg u mee te doen aan een enquête',
      en: 'asked you to take part in a survey',
    },
    'updated objections': {
      nl: 'nam een bezwaar tegen onderzoek terug',
      en: 'took an objection to research back',
    },
  },
  lists: {
    surveys: { nl: 'de enquêtes', en: 'the surveys' },
    survey: { nl: 'een enquête', en: 'a survey' },
    'page-visits': { nl: 'de bezoekcijfers', en: 'the visitor figures' },
    research: { nl: 'de pagina over onderzoek', en: 'the page about research' },
  },
  actors: {},
  silent: [],
}

/** What tables and columns about surveys are called in a package. */
export const SURVEY_PACKAGE_WORDS: PackageWords = {
  tables: {
    survey_invitations: {
      nl: 'enquêtes waarvoor u bent gevraagd',
      en: 'surveys that you were asked for',
    },
    lasting_objections: { nl: 'bezwaren die blijven gelden', en: 'objections that last' },
  },
  columns: {},
  values: {},
}

import type { Message } from './message.ts'

/** Words that no module brings, and words that the statement uses but does not declare. */
export const WORD_MESSAGES = {
  UNKNOWN_CATEGORY: {
    nl: 'De categorie "{word}" bestaat niet.',
    en: 'There is no category "{word}".',
  },
  UNKNOWN_ACTIVITY: {
    nl: 'De activiteit "{word}" bestaat niet.',
    en: 'There is no activity "{word}".',
  },
  UNKNOWN_RELATION: {
    nl: 'De relatie "{word}" bestaat niet.',
    en: 'There is no relation "{word}".',
  },
  UNKNOWN_KIND: {
    nl: 'De soort dossier "{word}" bestaat niet.',
    en: 'There is no kind of dossier "{word}".',
  },
  UNKNOWN_CONSENT: {
    nl: 'De toestemming "{word}" bestaat niet.',
    en: 'There is no consent "{word}".',
  },
  UNKNOWN_EVENT: {
    nl: 'De gebeurtenis "{word}" bestaat niet.',
    en: 'There is no event "{word}".',
  },
  UNKNOWN_PART: {
    nl: 'Het onderdeel "{word}" van een dossier bestaat niet.',
    en: 'There is no part "{word}" of a dossier.',
  },
  UNKNOWN_RECIPIENT_KIND: {
    nl: 'De soort ontvanger "{word}" bestaat niet.',
    en: 'There is no kind of recipient "{word}".',
  },
  UNKNOWN_RIGHT: {
    nl: 'Het recht "{word}" bestaat niet.',
    en: 'There is no right "{word}".',
  },
  UNKNOWN_MECHANISM: {
    nl: 'Het mechanisme "{word}" bestaat niet.',
    en: 'There is no mechanism "{word}".',
  },
  UNKNOWN_DECISION: {
    nl: 'De keuze "{word}" bestaat niet.',
    en: 'There is no choice "{word}".',
  },
  UNKNOWN_PERIOD: {
    nl: 'Het tijdvak "{word}" bestaat niet.',
    en: 'There is no period "{word}".',
  },
  UNKNOWN_OWNER: {
    nl: 'Een rij kan niet bij "{word}" horen, alleen bij dossiers.',
    en: 'A row cannot belong to "{word}", only to dossiers.',
  },
  UNKNOWN_PARTICULAR: {
    nl: '"{word}" is geen gegeven van dit onderdeel. Kies uit: {known}.',
    en: '"{word}" is not a particular of this part. Choose from: {known}.',
  },
  UNDECLARED_CATEGORY: {
    nl: 'De categorie "{word}" staat niet onder categories.',
    en: 'The category "{word}" is not declared under categories.',
  },
  UNDECLARED_ACTIVITY: {
    nl: 'De activiteit "{word}" staat niet onder activities.',
    en: 'The activity "{word}" is not declared under activities.',
  },
  UNDECLARED_RELATION: {
    nl: 'De relatie "{word}" staat niet onder relations.',
    en: 'The relation "{word}" is not declared under relations.',
  },
  UNDECLARED_KIND: {
    nl: 'De soort dossier "{word}" staat niet onder kinds.',
    en: 'The kind of dossier "{word}" is not declared under kinds.',
  },
  UNDECLARED_CONSENT: {
    nl: 'De toestemming "{word}" staat niet onder consents.',
    en: 'The consent "{word}" is not declared under consents.',
  },
} satisfies Record<string, Message>

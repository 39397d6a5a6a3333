import type { Message } from './message.ts'

/** What can be wrong with a row as a whole. `{line}` is the number of the earlier line meant. */
export const ROW_MESSAGES = {
  ROW_TOO_LONG: {
    nl: 'Hier zijn meer cellen dan kolommen. Staat er een scheidingsteken in een tekst?',
    en: 'There are more cells than columns here. Is there a separator within a text?',
  },
  ROW_TOO_SHORT: {
    nl: 'Hier zijn minder cellen dan kolommen. Staat er een regeleinde in een tekst?',
    en: 'There are fewer cells than columns here. Is there a line break within a text?',
  },
  ROW_REPEATED: {
    nl: 'Deze regel is gelijk aan regel {line}. Haal er één weg.',
    en: 'This row equals line {line}. Remove one of them.',
  },
  PERSON_REPEATED: {
    severity: 'warning',
    nl: 'Dit lijkt de persoon van regel {line}. Klopt het dat het om twee diensten gaat?',
    en: 'This seems to be the person of line {line}. Is it right that these are two engagements?',
  },
  EMAIL_SHARED: {
    nl: 'Op regel {line} heeft iemand anders dit e-mailadres. Iedereen heeft er een nodig.',
    en: 'Somebody else has this email address on line {line}. Everybody needs their own.',
  },
  REFERENCE_REPEATED: {
    nl: 'Op regel {line} heeft iemand anders dit kenmerk.',
    en: 'Somebody else has this reference on line {line}.',
  },
  PERIOD_REVERSED: {
    nl: 'De einddatum ligt vóór de startdatum.',
    en: 'The end date lies before the start date.',
  },
  BORN_AFTER_START: {
    nl: 'De geboortedatum ligt niet vóór de startdatum.',
    en: 'The birth date does not lie before the start date.',
  },
} satisfies Record<string, Message>

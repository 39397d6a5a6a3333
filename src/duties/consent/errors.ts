import type { Text } from '#kernel/language.ts'

/** What asking and answering refuses. Doors register them as explanations. */
export const CONSENT_ERRORS = {
  CONSENT_ASKED: {
    nl: 'Deze toestemming is al gevraagd. De cliënt heeft nog niet geantwoord.',
    en: 'This consent was asked already. The client has not answered yet.',
  },
  CONSENT_STANDS: {
    nl: 'Deze toestemming geldt al, en eindigt nog niet. Er is niets te vragen of te verlengen.',
    en: 'This consent stands already, and does not end yet. There is nothing to ask or renew.',
  },
  SIGNED_OUTSIDE: {
    nl: 'Kies de dag van ondertekening: niet voor de dag waarop de vraag is gesteld, en niet na vandaag.',
    en: 'Choose the day of signing: not before the day of the question, and not after today.',
  },
  CONSENT_ANSWERED: {
    nl: 'Op deze vraag is al anders geantwoord.',
    en: 'This question was already answered otherwise.',
  },
  CONSENT_NOT_GIVEN: {
    nl: 'Voor deze vraag is geen toestemming gegeven, dus er valt niets in te trekken of te verlengen.',
    en: 'No consent was given to this question, so there is nothing to withdraw or renew.',
  },
  CONSENT_NOT_DECLARED: {
    nl: 'De privacyverklaring kent deze toestemming niet.',
    en: 'The privacy statement knows no such consent.',
  },
  CONSENT_REWORDED: {
    nl: 'De tekst van deze toestemming is veranderd. Verlengen kan daarom niet; u kunt de nieuwe vraag afwachten.',
    en: 'The words of this consent have changed. So it cannot be renewed; you can wait for the new question.',
  },
  QUESTION_UNSIGNED: {
    nl: 'Deze vraag is niet ondertekend en kan daarom niet worden gesteld. Meld dit bij de beheerder.',
    en: 'This question is not signed, so it cannot be asked. Tell the administrator.',
  },
} as const satisfies Readonly<Record<string, Text>>

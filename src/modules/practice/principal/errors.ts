import type { Text } from '#kernel/language.ts'

/** What is refused between the practice and a principal. */
export const PRINCIPAL_ERRORS = {
  YEAR_NOT_OVER: {
    nl: 'Dit jaar loopt nog. Kies een jaar dat voorbij is.',
    en: 'This year is not over. Choose a year that is.',
  },
  YEAR_TOO_LONG_AGO: {
    nl: 'Over dit jaar kan geen rapportage meer worden gemaakt: dossiers van toen zijn er niet meer.',
    en: 'No report can be made of this year any more: its dossiers are gone.',
  },
  FIELD_NOT_AGREED: {
    nl: 'Dit veld is voor deze dienst niet afgesproken. Laat het weg.',
    en: 'This field was not agreed for this service. Leave it out.',
  },
  PROGRESS_EMPTY: {
    nl: 'Vul ten minste één veld in.',
    en: 'Fill in at least one field.',
  },
  NO_OWN_WORDS: {
    nl: 'Eigen woorden kunnen hier niet. Kies alleen een vraag.',
    en: 'Words of your own are not possible here. Choose a question only.',
  },
  TOO_MANY_MESSAGES: {
    nl: 'Over dit document is al heel veel gevraagd. Bel of vraag om een nieuw document.',
    en: 'Very much was asked about this document already. Call, or ask for a new document.',
  },
} as const satisfies Readonly<Record<string, Text>>

import type { Text } from '#kernel/language.ts'

/** What is refused between the practice and a principal. */
export const PRINCIPAL_ERRORS = {
  YEAR_NOT_OVER: {
    nl: 'Dit jaar loopt nog. Een rapportage kan pas als het jaar voorbij is.',
    en: 'This year is not over. A report can be made when it is.',
  },
  YEAR_TOO_LONG_AGO: {
    nl: 'Over dit jaar kan geen rapportage meer worden gemaakt: dossiers van toen zijn er niet meer.',
    en: 'No report can be made of this year any more: its dossiers are gone.',
  },
} as const satisfies Readonly<Record<string, Text>>

import type { Text } from '#kernel/language.ts'

/** What the review of access refuses. Doors register them as explanations. */
export const ACCESS_REVIEW_ERRORS = {
  REVIEW_OPEN: {
    nl: 'Er loopt al een controle. Maak die eerst af.',
    en: 'A review is under way. Finish that one first.',
  },
} as const satisfies Readonly<Record<string, Text>>

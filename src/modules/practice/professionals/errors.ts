import type { Text } from '#kernel/language.ts'

/** What asking other professionals refuses, in words for the person who tried. */
export const PROFESSIONAL_ERRORS = {
  REQUEST_NOT_SENT: {
    nl: 'Deze vraag is nog niet verstuurd. Verstuur haar eerst, daarna kunt u een antwoord bewaren.',
    en: 'This question was not sent yet. Send it first, after that you can keep an answer.',
  },
  ANSWER_NOT_RECEIVED: {
    nl: 'Die dag is nog niet geweest. Vul de dag in waarop het antwoord kwam.',
    en: 'That day has not come yet. Fill in the day on which the answer came.',
  },
} as const satisfies Record<string, Text>

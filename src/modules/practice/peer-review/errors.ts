import type { Text } from '#kernel/language.ts'

/** What peer review refuses, in words for the person who tried. */
export const PEER_REVIEW_ERRORS = {
  CASE_CONFIRMED: {
    nl: 'Deze versie is nagekeken en verandert niet meer. Maak een nieuwe versie.',
    en: 'This version was checked and no longer changes. Make a new version.',
  },
  CASE_UNCONFIRMED: {
    nl: 'Deze versie is nog niet nagekeken. Kijk haar eerst na.',
    en: 'This version was not checked yet. Check it first.',
  },
  MEETING_OVER: {
    nl: 'Deze bijeenkomst is voorbij. Kies een andere.',
    en: 'This meeting is over. Choose another.',
  },
  MEETING_PERIOD: {
    nl: 'Een bijeenkomst eindigt na het begin en duurt hoogstens een dag.',
    en: 'A meeting ends after its start and lasts a day at most.',
  },
} as const satisfies Record<string, Text>

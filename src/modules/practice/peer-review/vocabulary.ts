import type { Vocabulary } from '#statement/catalogue.ts'

/** The words of discussing a case in which nobody can be recognised. */
export const PEER_REVIEW_VOCABULARY: Partial<Vocabulary> = {
  categories: {
    'anonymised-case': {
      says: {
        nl: 'een casus waarin niemand te herkennen is',
        en: 'a case in which nobody can be recognised',
      },
    },
    'shared-case': {
      says: {
        nl: 'de casus die collega’s in een bijeenkomst lezen',
        en: 'the case that colleagues read in a meeting',
      },
    },
  },
  activities: {
    'peer-review': { says: { nl: 'intercollegiale toetsing', en: 'peer review' } },
  },
  mechanisms: {
    'anonymised-cases': {
      says: {
        nl: 'collega’s zien van een casus alleen de nagekeken versie zonder namen, voor één bijeenkomst',
        en: 'colleagues see of a case only the checked version without names, for one meeting',
      },
    },
  },
}

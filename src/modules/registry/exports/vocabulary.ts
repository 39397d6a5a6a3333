import type { Vocabulary } from '#statement/catalogue.ts'

/** The words of numbers in which nobody can be recognised. */
export const EXPORTS_VOCABULARY: Partial<Vocabulary> = {
  categories: {
    figures: {
      says: {
        nl: 'aantallen waarin niemand te herkennen is',
        en: 'numbers in which nobody can be recognised',
      },
    },
  },
  recipientKinds: {
    'figures-reader': {
      says: {
        nl: 'wie alleen aantallen krijgt waarin niemand te herkennen is',
        en: 'whoever gets only numbers in which nobody can be recognised',
      },
      needsAgreement: false,
    },
  },
  mechanisms: {
    'anonymised-exports': {
      says: {
        nl: 'aantallen gaan alleen naar buiten in groepen die groot genoeg zijn, één keer per jaar, zonder wie bezwaar maakte',
        en: 'numbers go out only in groups that are large enough, once for each year, without those who objected',
      },
    },
  },
}

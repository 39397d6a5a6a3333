import type { Vocabulary } from '#statement/catalogue.ts'

/** The words of what principals hear, beside what clients release to them. */
export const PRINCIPAL_VOCABULARY: Partial<Vocabulary> = {
  categories: {
    progress: {
      says: {
        nl: 'voortgang: aanwezigheid, verwacht einde, en verloop of inzetbare uren',
        en: 'progress: attendance, expected end, and course or hours able to work',
      },
    },
    'principal-contact': {
      says: {
        nl: 'berichten tussen opdrachtgever en coach',
        en: 'messages between principal and coach',
      },
      dpv: 'Communication',
    },
  },
  mechanisms: {
    'small-groups': {
      says: {
        nl: 'rapportages in aantallen vertellen niets over kleine groepen',
        en: 'reports in numbers tell nothing of small groups',
      },
    },
    'agreed-fields': {
      says: {
        nl: 'over voortgang hoort een opdrachtgever alleen wat is afgesproken',
        en: 'of progress a principal hears only what was agreed',
      },
    },
  },
}

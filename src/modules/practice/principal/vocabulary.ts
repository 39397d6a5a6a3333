import type { Vocabulary } from '#statement/catalogue.ts'

/** The words of what principals hear, beside what clients release to them. */
export const PRINCIPAL_VOCABULARY: Partial<Vocabulary> = {
  mechanisms: {
    'small-groups': {
      says: {
        nl: 'rapportages in aantallen vertellen niets over kleine groepen',
        en: 'reports in numbers tell nothing of small groups',
      },
    },
  },
}

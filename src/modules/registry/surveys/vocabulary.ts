import type { Vocabulary } from '#statement/catalogue.ts'

/** What keeps the promises about surveys. */
export const SURVEY_VOCABULARY: Partial<Vocabulary> = {
  mechanisms: {
    'survey-apart': {
      says: {
        nl: 'wie een enquête laat uitgaan, krijgt alleen een aantal, en iedereen krijgt dezelfde link',
        en: 'whoever commissions a survey gets an amount alone, and everybody gets the same link',
      },
    },
    'survey-objection': {
      says: {
        nl: 'na bezwaar gaat er geen enquête meer uit, ook niet een die al klaarstond',
        en: 'after an objection no survey goes out any more, not even one that was ready',
      },
    },
  },
}

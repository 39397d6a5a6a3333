import type { Vocabulary } from '#statement/catalogue.ts'

/** The words of sending news to those who want it. */
export const NEWS_VOCABULARY: Partial<Vocabulary> = {
  relations: {
    'news-sender': {
      says: { nl: 'wie het nieuws stuurt', en: 'whoever sends the news' },
      to: 'dossier',
    },
  },
  activities: {
    marketing: { says: { nl: 'nieuws en informatie sturen', en: 'sending news and information' } },
  },
  consents: {
    news: { says: { nl: 'nieuws en informatie', en: 'news and information' } },
  },
}

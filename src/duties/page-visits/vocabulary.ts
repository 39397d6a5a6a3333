import type { Vocabulary } from '#statement/catalogue.ts'

/** The words of counting visits to public pages. */
export const PAGE_VISITS_VOCABULARY: Vocabulary = {
  kinds: {},
  categories: {
    'page-visit': {
      says: {
        nl: 'hoe vaak onze openbare pagina’s worden bekeken, zonder wie',
        en: 'how often our public pages are viewed, without by whom',
      },
      part: 'page-visit',
    },
  },
  relations: {},
  activities: {
    'page-statistics': {
      says: { nl: 'bezoekcijfers van de site', en: 'visitor figures of the site' },
    },
  },
  consents: {},
  events: {
    'page.visited': {
      says: { nl: 'de dag van het bezoek', en: 'the day of the visit' },
    },
  },
  parts: {
    'page-visit': {
      says: { nl: 'bezoekcijfers', en: 'visitor figures' },
    },
  },
  decisions: {},
  periods: {},
  recipientKinds: {},
  rights: {},
  mechanisms: {
    'own-statistics': {
      says: {
        nl: 'bezoek aan de site tellen wij zelf en zonder iemand te herkennen, en wie dat niet wil, wordt niet geteld',
        en: 'we count visits to the site ourselves and recognise nobody, and whoever refuses is not counted',
      },
    },
  },
}

import type { Vocabulary } from '#statement/catalogue.ts'

/** The words of the end of a practice: who takes care of the dossiers then. */
export const SUCCESSION_VOCABULARY: Partial<Vocabulary> = {
  relations: {
    successor: {
      says: { nl: 'de opvolger', en: 'the successor' },
      to: 'organisation',
    },
  },
  activities: {
    'practice-ending': {
      says: { nl: 'het einde van de praktijk regelen', en: 'arranging the end of the practice' },
    },
    succession: {
      says: {
        nl: 'dossiers overnemen of afsluiten als de praktijk stopt',
        en: 'taking dossiers over or closing them when the practice ends',
      },
    },
  },
  mechanisms: {
    succession: {
      says: {
        nl: 'een opvolger ziet pas iets als het einde van de praktijk door twee mensen is vastgesteld, en een dossier pas als de cliënt dat kiest',
        en: 'a successor sees something only once two people established the end of the practice, and a dossier only once its client chooses that',
      },
    },
  },
}

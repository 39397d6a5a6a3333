import type { Vocabulary } from '#statement/catalogue.ts'

/** The words of the end of a practice, and of who takes care of its dossiers. */
export const SUCCESSION_VOCABULARY: Partial<Vocabulary> = {
  mechanisms: {
    'practice-succession': {
      says: {
        nl: 'stopt de praktijk, dan voert een opvolger met naam uit wat elke cliënt koos',
        en: 'when the practice ends, a named successor carries out what each client chose',
      },
    },
  },
}

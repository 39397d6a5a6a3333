import { z } from 'zod'
import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'

const PASSAGE_LIMIT = 5_000
/** The longest suggestion, in characters. */
export const SUGGESTION_LIMIT = 2_000

/** What a reader suggests at a paragraph of the statement, for whoever is responsible for it. */
export const suggestionLeftMail = mailKind(
  'suggestion-left',
  ofOrganisation.extend({
    version: z.int().positive(),
    /** The paragraph, as the reader saw it. */
    passage: z.string().max(PASSAGE_LIMIT),
    words: z.string().max(SUGGESTION_LIMIT),
  }),
  ({ organisation, passage, path, version, words }) => ({
    subject: {
      nl: `Een suggestie bij de privacyverklaring van ${organisation}`,
      en: `A suggestion on the privacy statement of ${organisation}`,
    },
    paragraphs: [
      {
        nl: `Een lezer van versie ${version} ziet iets wat beter kan. Wie dat is, weten wij niet.`,
        en: `A reader of version ${version} sees what can be better. Who that is, we do not know.`,
      },
      { nl: `De alinea: “${passage}”`, en: `The paragraph: “${passage}”` },
      { nl: `De suggestie: “${words}”`, en: `The suggestion: “${words}”` },
    ],
    link: { label: { nl: 'Lees de alinea', en: 'Read the paragraph' }, path },
  }),
)

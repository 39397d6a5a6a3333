import { z } from 'zod'
import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'

const PASSAGES_LIMIT = 500
const PASSAGE_LIMIT = 5_000

/** The privacy statement itself, for a client who wants to have it. */
export const statementSentMail = mailKind(
  'statement-sent',
  ofOrganisation.extend({
    version: z.int().positive(),
    /** What the statement says, in the reader's language, paragraph by paragraph. */
    passages: z.array(z.string().max(PASSAGE_LIMIT)).max(PASSAGES_LIMIT),
  }),
  ({ organisation, passages, path, version }) => ({
    subject: {
      nl: `De privacyverklaring van ${organisation}`,
      en: `The privacy statement of ${organisation}`,
    },
    paragraphs: [
      {
        nl: `Voordat uw dienst begint, krijgt u onze privacyverklaring. Dit is versie ${version}.`,
        en: `Before your service begins you get our privacy statement. This is version ${version}.`,
      },
      ...passages.map((text) => ({ nl: text, en: text })),
    ],
    link: { label: { nl: 'Lees haar op onze website', en: 'Read it on our website' }, path },
  }),
)

import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'

/** Tells a client that a summary of a consult waits for an answer. */
export const summarySentMail = mailKind(
  'summary-sent',
  ofOrganisation,
  ({ organisation, path }) => ({
    subject: {
      nl: `${organisation} vraagt u een samenvatting te lezen`,
      en: `${organisation} asks you to read a summary`,
    },
    paragraphs: [
      {
        nl: 'Er staat een samenvatting van een gesprek voor u klaar. Klopt hij, dan keurt u hem goed. Klopt hij niet, dan zegt u dat in uw eigen woorden.',
        en: 'A summary of a conversation is waiting for you. If it is right, approve it. If it is not, say so in your own words.',
      },
    ],
    link: { label: { nl: 'Lees de samenvatting', en: 'Read the summary' }, path },
  }),
)

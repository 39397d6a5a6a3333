import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'

/**
 * Tells whoever wrote a summary that the client answered. What the answer is stands in the dossier.
 */
export const summaryAnsweredMail = mailKind(
  'summary-answered',
  ofOrganisation,
  ({ organisation, path }) => ({
    subject: {
      nl: `Er is gereageerd op een samenvatting (${organisation})`,
      en: `A summary was answered (${organisation})`,
    },
    paragraphs: [
      {
        nl: 'Een cliënt heeft gereageerd op een samenvatting die u hebt gestuurd.',
        en: 'A client has answered a summary that you sent.',
      },
    ],
    link: { label: { nl: 'Bekijk de reactie', en: 'See the answer' }, path },
  }),
)

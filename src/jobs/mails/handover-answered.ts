import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'

/** Tells a coach that a colleague answered to the offer of a dossier. */
export const handoverAnsweredMail = mailKind(
  'handover-answered',
  ofOrganisation,
  ({ organisation, path }) => ({
    subject: {
      nl: `Een collega van ${organisation} heeft gereageerd op uw overdracht`,
      en: `A colleague at ${organisation} answered to your hand-over`,
    },
    paragraphs: [
      {
        nl: 'Neemt uw collega het dossier over, dan staat het niet meer bij uw cliënten. Anders blijft u de coach.',
        en: 'If your colleague takes the dossier over, it is no longer among your clients. Otherwise you remain the coach.',
      },
    ],
    link: { label: { nl: 'Naar uw cliënten', en: 'To your clients' }, path },
  }),
)

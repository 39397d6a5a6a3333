import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'

/** Tells a coach that a colleague offers a dossier. */
export const handoverOfferedMail = mailKind(
  'handover-offered',
  ofOrganisation,
  ({ organisation, path }) => ({
    subject: {
      nl: `Een collega van ${organisation} wil een dossier aan u overdragen`,
      en: `A colleague at ${organisation} wants to hand a dossier over to you`,
    },
    paragraphs: [
      {
        nl: 'U ziet om welke dienst het gaat. Neemt u het dossier over, dan bent u vanaf dat moment de coach van deze cliënt.',
        en: 'You see which service it is about. If you take the dossier over, you are the coach of this client from that moment.',
      },
    ],
    link: { label: { nl: 'Bekijk het voorstel', en: 'See the offer' }, path },
  }),
)

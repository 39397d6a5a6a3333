import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'

/** Tells a client that another coach became responsible. */
export const coachChangedMail = mailKind(
  'coach-changed',
  ofOrganisation,
  ({ organisation, path }) => ({
    subject: {
      nl: `U hebt een andere coach bij ${organisation}`,
      en: `You have another coach at ${organisation}`,
    },
    paragraphs: [
      {
        nl: 'Een collega heeft uw dossier overgenomen. Uw vorige coach kan het niet meer inzien. In uw dossier ziet u wie nu uw coach is.',
        en: 'A colleague took your dossier over. Your former coach can no longer look into it. In your dossier you see who your coach is now.',
      },
    ],
    link: { label: { nl: 'Naar uw dossier', en: 'To your dossier' }, path },
  }),
)

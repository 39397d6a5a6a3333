import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'

/** Tells a holder that a diploma is there to download. */
export const diplomaIssuedMail = mailKind(
  'diploma-issued',
  ofOrganisation,
  ({ organisation, path }) => ({
    subject: {
      nl: `Uw diploma van ${organisation} is er`,
      en: `Your diploma of ${organisation} is there`,
    },
    paragraphs: [
      {
        nl: 'Gefeliciteerd: uw diploma is uitgegeven. U kunt het downloaden en met anderen delen.',
        en: 'Congratulations: your diploma was issued. You can download it and share it with others.',
      },
    ],
    link: { label: { nl: 'Naar mijn diploma’s', en: 'To my diplomas' }, path },
  }),
)

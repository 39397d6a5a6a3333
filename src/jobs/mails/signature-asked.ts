import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'

/** Asks somebody to sign a document. */
export const signatureAskedMail = mailKind(
  'signature-asked',
  ofOrganisation,
  ({ organisation, path }) => ({
    subject: {
      nl: `${organisation} vraagt om uw handtekening`,
      en: `${organisation} asks for your signature`,
    },
    paragraphs: [
      {
        nl: 'Er staat een document klaar om te ondertekenen. Houd uw telefoon bij de hand: u bevestigt uw handtekening met een code.',
        en: 'A document is ready to be signed. Keep your phone at hand: you confirm your signature with a code.',
      },
    ],
    link: { label: { nl: 'Bekijk het document', en: 'View the document' }, path },
  }),
)

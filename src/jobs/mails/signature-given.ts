import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'

/** Tells a coach how a client answered to a document to sign. */
export const signatureGivenMail = mailKind('signature-given', ofOrganisation, ({ path }) => ({
  subject: {
    nl: 'Een cliënt heeft op een ondertekening geantwoord',
    en: 'A client answered to a document to sign',
  },
  paragraphs: [
    {
      nl: 'Een van uw cliënten heeft een document ondertekend, of heeft laten weten dat niet te doen.',
      en: 'One of your clients signed a document, or said that they will not.',
    },
  ],
  link: { label: { nl: 'Bekijk het dossier', en: 'View the dossier' }, path },
}))

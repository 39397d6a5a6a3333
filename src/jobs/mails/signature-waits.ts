import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'

/** Reminds somebody of a document that waits for a signature. */
export const signatureWaitsMail = mailKind('signature-waits', ofOrganisation, ({ path }) => ({
  subject: {
    nl: 'Er wacht nog een document op uw handtekening',
    en: 'A document still waits for your signature',
  },
  paragraphs: [
    {
      nl: 'Er staat al een tijdje een document klaar om te ondertekenen. Wilt u niet tekenen, dan kunt u dat ook laten weten.',
      en: 'A document has been ready to be signed for a while. If you do not want to sign, you can say so too.',
    },
  ],
  link: { label: { nl: 'Bekijk het document', en: 'View the document' }, path },
}))

import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'

/** Asks a client to fill in a form. */
export const formSharedMail = mailKind('form-shared', ofOrganisation, ({ organisation, path }) => ({
  subject: {
    nl: `${organisation} vraagt u een formulier in te vullen`,
    en: `${organisation} asks you to fill in a form`,
  },
  paragraphs: [
    {
      nl: 'Uw coach heeft een formulier voor u klaargezet. U vult het in op uw eigen pagina, wanneer het u uitkomt.',
      en: 'Your coach has a form ready for you. You fill it in on your own page, when it suits you.',
    },
  ],
  link: { label: { nl: 'Vul het formulier in', en: 'Fill in the form' }, path },
}))

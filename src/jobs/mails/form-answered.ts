import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'

/** Tells a coach that a client filled in a form. */
export const formAnsweredMail = mailKind('form-answered', ofOrganisation, ({ path }) => ({
  subject: {
    nl: 'Een cliënt heeft een formulier ingevuld',
    en: 'A client filled in a form',
  },
  paragraphs: [
    {
      nl: 'Een van uw cliënten heeft een formulier ingevuld dat u had klaargezet.',
      en: 'One of your clients filled in a form that you had prepared.',
    },
  ],
  link: { label: { nl: 'Bekijk het dossier', en: 'View the dossier' }, path },
}))

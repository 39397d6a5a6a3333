import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'

/** Tells a principal that a question was answered. */
export const principalAnsweredMail = mailKind(
  'principal-answered',
  ofOrganisation,
  ({ organisation, path }) => ({
    subject: {
      nl: `${organisation} heeft uw vraag beantwoord`,
      en: `${organisation} has answered your question`,
    },
    paragraphs: [
      {
        nl: 'Er is een antwoord op een vraag die u stelde. U kunt het lezen na het inloggen.',
        en: 'There is an answer to a question that you asked. You can read it after signing in.',
      },
    ],
    link: { label: { nl: 'Lees het antwoord', en: 'Read the answer' }, path },
  }),
)

import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'

/** Tells coach and client that a principal asked something about what was let go. */
export const principalAskedMail = mailKind(
  'principal-asked',
  ofOrganisation,
  ({ organisation, path }) => ({
    subject: {
      nl: `Er is een vraag van een opdrachtgever bij ${organisation}`,
      en: `There is a question of a principal at ${organisation}`,
    },
    paragraphs: [
      {
        nl: 'Iemand die een vrijgegeven document las, heeft daar een vraag over. U kunt die vraag lezen na het inloggen.',
        en: 'Somebody who read a released document has a question about it. You can read the question after signing in.',
      },
    ],
    link: { label: { nl: 'Lees de vraag', en: 'Read the question' }, path },
  }),
)

import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'

/** Tells somebody that a question for consent waits. What is asked stands on the page. */
export const consentAskedMail = mailKind(
  'consent-asked',
  ofOrganisation,
  ({ organisation, path }) => ({
    subject: {
      nl: `${organisation} vraagt uw toestemming`,
      en: `${organisation} asks for your consent`,
    },
    paragraphs: [
      {
        nl: 'Er staat een vraag om toestemming voor u klaar. U mag ja of nee zeggen, en een ja kunt u later weer intrekken.',
        en: 'A question for your consent is waiting. You may say yes or no, and you can withdraw a yes later.',
      },
    ],
    link: {
      label: { nl: 'Lees en beantwoord de vraag', en: 'Read and answer the question' },
      path,
    },
  }),
)

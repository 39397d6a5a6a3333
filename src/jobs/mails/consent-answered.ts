import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'

/** Tells whoever asked for consent that there is an answer, or that a consent was withdrawn. */
export const consentAnsweredMail = mailKind(
  'consent-answered',
  ofOrganisation,
  ({ organisation, path }) => ({
    subject: {
      nl: `Er is iets veranderd aan een toestemming (${organisation})`,
      en: `A consent has changed (${organisation})`,
    },
    paragraphs: [
      {
        nl: 'Een cliënt heeft een vraag om toestemming beantwoord of een toestemming ingetrokken.',
        en: 'A client has answered a question for consent or withdrawn a consent.',
      },
    ],
    link: { label: { nl: 'Bekijk de toestemming', en: 'See the consent' }, path },
  }),
)

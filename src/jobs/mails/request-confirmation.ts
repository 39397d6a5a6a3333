import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'

/** Leads to the page where a request that was made without an account is confirmed. */
export const requestConfirmationMail = mailKind(
  'request-confirmation',
  ofOrganisation,
  ({ organisation, path }) => ({
    subject: {
      nl: `Bevestig uw verzoek aan ${organisation}`,
      en: `Confirm your request to ${organisation}`,
    },
    paragraphs: [
      {
        nl: 'Met dit e-mailadres is een verzoek over persoonsgegevens gedaan. Bevestig het op deze pagina. Daarna gaan wij ermee aan de slag, en kunt u het daar volgen.',
        en: 'A request about personal data was made with this e-mail address. Confirm it on this page. After that we start on it, and you can follow it there.',
      },
    ],
    link: { label: { nl: 'Bevestig het verzoek', en: 'Confirm the request' }, path },
    after: [
      {
        nl: 'Deed u dit verzoek niet? Dan hoeft u niets te doen. Zonder bevestiging vervalt het na zeven dagen.',
        en: 'Did you not make this request? Then you need not do anything. Without confirmation it lapses after seven days.',
      },
    ],
  }),
)

import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'

/** Tells a person that a consent ends by itself. Which one stands on the page. */
export const consentEndingMail = mailKind(
  'consent-ending',
  ofOrganisation,
  ({ organisation, path }) => ({
    subject: {
      nl: `Een toestemming aan ${organisation} loopt bijna af`,
      en: `A consent to ${organisation} ends soon`,
    },
    paragraphs: [
      {
        nl: 'U gaf eerder toestemming voor een bepaalde tijd, en die tijd is bijna voorbij. Vindt u het goed dat het doorgaat, dan kunt u de toestemming verlengen. Wilt u dat niet, dan hoeft u niets te doen: het stopt vanzelf.',
        en: 'You consented for a limited time, and that time is nearly over. If you agree that it goes on, you can renew the consent. If you do not, you need not do anything: it stops by itself.',
      },
    ],
    link: { label: { nl: 'Bekijk uw toestemmingen', en: 'See your consents' }, path },
  }),
)

import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'

/** Tells a client that an answer or a withdrawal was entered for them. */
export const consentRecordedMail = mailKind(
  'consent-recorded',
  ofOrganisation,
  ({ organisation, path }) => ({
    subject: {
      nl: `Uw toestemming is bijgewerkt bij ${organisation}`,
      en: `Your consent was updated at ${organisation}`,
    },
    paragraphs: [
      {
        nl: 'Uw coach heeft vastgelegd wat u over een toestemming hebt laten weten, op papier of op een andere manier. Klopt het niet, of wilt u iets veranderen? Dat kan op uw eigen pagina’s, of laat het ons weten.',
        en: 'Your coach recorded what you let us know about a consent, on paper or otherwise. Is it not right, or do you want to change something? You can do so on your own pages, or let us know.',
      },
    ],
    link: { label: { nl: 'Bekijk wat is vastgelegd', en: 'See what was recorded' }, path },
  }),
)

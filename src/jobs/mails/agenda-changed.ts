import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'

/** Tells a member that somebody else changed an appointment of theirs. Whose stands on the page. */
export const agendaChangedMail = mailKind(
  'agenda-changed',
  ofOrganisation,
  ({ organisation, path }) => ({
    subject: {
      nl: `Er is iets veranderd in uw agenda bij ${organisation}`,
      en: `Something changed in your calendar at ${organisation}`,
    },
    paragraphs: [
      {
        nl: 'Een afspraak in uw agenda is gepland, gewijzigd, afgezegd of door de cliënt beantwoord, of er ligt een voorstel voor een andere tijd.',
        en: 'An appointment in your calendar was planned, changed, cancelled or answered by the client, or another time was proposed.',
      },
    ],
    link: { label: { nl: 'Bekijk de afspraak', en: 'See the appointment' }, path },
  }),
)

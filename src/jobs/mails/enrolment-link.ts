import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'

/** Leads somebody who wants to enrol to the page where they make an account. */
export const enrolmentLinkMail = mailKind(
  'enrolment-link',
  ofOrganisation,
  ({ organisation, path }) => ({
    subject: {
      nl: `Uw inschrijving bij ${organisation}`,
      en: `Your enrolment with ${organisation}`,
    },
    paragraphs: [
      {
        nl: 'U wilt zich inschrijven als student. Maak eerst een account. Daarna vult u in wie u bent en welke opleiding u volgt.',
        en: 'You want to enrol as a student. Make an account first. After that you enter who you are and which programme you follow.',
      },
    ],
    link: { label: { nl: 'Ga verder met inschrijven', en: 'Go on with your enrolment' }, path },
    after: [
      {
        nl: 'De link werkt één keer en is twee dagen geldig. Vroeg u dit niet aan? Dan hoeft u niets te doen: wij bewaren niets van u.',
        en: 'The link works once and is valid for two days. Did you not ask for this? Then you need not do anything: we keep nothing about you.',
      },
    ],
  }),
)

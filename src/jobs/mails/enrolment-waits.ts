import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'

/** Reminds a student of an enrolment that waits for them. */
export const enrolmentWaitsMail = mailKind(
  'enrolment-waits',
  ofOrganisation,
  ({ organisation, path }) => ({
    subject: {
      nl: `Uw inschrijving bij ${organisation} is nog niet klaar`,
      en: `Your enrolment with ${organisation} is not complete yet`,
    },
    paragraphs: [
      {
        nl: 'Uw inschrijving wacht op u. Vul aan wat er ontbreekt en dien haar in. Daarna controleren uw werkgever en uw opleidingsinstituut uw opleidingsgegevens.',
        en: 'Your enrolment waits for you. Fill in what is missing and submit it. After that your employer and your training institute verify your training data.',
      },
    ],
    link: { label: { nl: 'Naar uw inschrijving', en: 'To your enrolment' }, path },
  }),
)

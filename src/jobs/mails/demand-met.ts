import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'

/** Tells a person that the law made the organisation give something to an authority. */
export const demandMetMail = mailKind('demand-met', ofOrganisation, ({ organisation, path }) => ({
  subject: {
    nl: `${organisation} moest gegevens van u verstrekken`,
    en: `${organisation} had to disclose data about you`,
  },
  paragraphs: [
    {
      nl: 'Een overheid heeft op grond van een wet gegevens van u gevorderd. Wij zijn nagegaan dat wij daaraan moesten voldoen en hebben niet meer gegeven dan was gevorderd.',
      en: 'An authority demanded data about you on the ground of a law. We made sure that we had to meet that demand, and gave no more than was demanded.',
    },
  ],
  link: {
    label: { nl: 'Lees wie wat kreeg en waarom', en: 'Read who got what and why' },
    path,
  },
}))

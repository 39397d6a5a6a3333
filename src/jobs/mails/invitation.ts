import { z } from 'zod'
import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'

const data = ofOrganisation.extend({
  /** To what: the own dossier, that of a child, to work here, or to act for a party. */
  to: z.enum(['dossier', 'represented', 'member', 'party']),
  days: z.int().positive(),
})

/** Asks somebody to make an account, or to use the one they have. */
export const invitationMail = mailKind('invitation', data, ({ organisation, path, to, days }) => ({
  subject: {
    nl: `Uitnodiging van ${organisation}`,
    en: `Invitation from ${organisation}`,
  },
  paragraphs: [PURPOSE[to](organisation)],
  link: {
    label: { nl: 'Neem de uitnodiging aan', en: 'Accept the invitation' },
    path,
  },
  after: [
    {
      nl: `De link werkt één keer en is ${days} dagen geldig. Stuur hem niet door.`,
      en: `The link works once and is valid for ${days} days. Please do not forward it.`,
    },
    {
      nl: `Verwachtte u dit bericht niet? Dan hoeft u niets te doen.`,
      en: `If you did not expect this message, you need not do anything.`,
    },
  ],
}))

const PURPOSE = {
  dossier: (organisation: string) => ({
    nl: `${organisation} nodigt u uit om uw eigen dossier te bekijken. U ziet daar wat wij over u bewaren en wie het heeft ingezien.`,
    en: `${organisation} invites you to see your own file. It shows what we hold about you and who has looked at it.`,
  }),
  represented: (organisation: string) => ({
    nl: `${organisation} nodigt u uit als ouder of voogd. U ziet het dossier van wie u vertegenwoordigt en wie het heeft ingezien, en u beslist namens de cliënt.`,
    en: `${organisation} invites you as a parent or guardian. You see the dossier of whom you represent and who has looked at it, and you decide for the client.`,
  }),
  member: (organisation: string) => ({
    nl: `${organisation} nodigt u uit als medewerker. U maakt een account aan en stelt inloggen in twee stappen in.`,
    en: `${organisation} invites you as a member of staff. You will make an account and set up two-step sign-in.`,
  }),
  party: (organisation: string) => ({
    nl: `${organisation} nodigt u uit om namens uw organisatie mee te kijken. U ziet alleen wat voor uw organisatie is bestemd.`,
    en: `${organisation} invites you to look along on behalf of your organisation. You see only what is meant for your organisation.`,
  }),
}

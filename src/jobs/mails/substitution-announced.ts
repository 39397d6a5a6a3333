import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'

/** Tells a client that somebody stands in for their professional: who and when stands in Mijn. */
export const substitutionAnnouncedMail = mailKind(
  'substitution-announced',
  ofOrganisation,
  ({ organisation, path }) => ({
    subject: {
      nl: `Uw professional is afwezig (${organisation})`,
      en: `Your professional is away (${organisation})`,
    },
    paragraphs: [
      {
        nl: 'Uw eigen professional is een tijd afwezig. Een collega neemt dan waar en kan in uw dossier kijken. In Mijn ziet u wie dat is en op welke dagen.',
        en: 'Your own professional is away for some time. A colleague then stands in and can look in your dossier. In Mijn you see who that is and on which days.',
      },
      {
        nl: 'Wilt u dat liever niet? Laat het ons weten.',
        en: 'Would you rather not have that? Let us know.',
      },
    ],
    link: { label: { nl: 'Bekijk wie waarneemt', en: 'See who stands in' }, path },
  }),
)

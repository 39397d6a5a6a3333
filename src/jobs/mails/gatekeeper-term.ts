import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'

/** Reminds a coach of a term of the gatekeeper act. */
export const gatekeeperTermMail = mailKind('gatekeeper-term', ofOrganisation, ({ path }) => ({
  subject: {
    nl: 'Een wettelijke termijn nadert',
    en: 'A statutory term is near',
  },
  paragraphs: [
    {
      nl: 'In een van uw dossiers is een termijn van de Wet verbetering poortwachter bijna of helemaal voorbij. In het dossier ziet u welke stap nog moet worden gezet.',
      en: 'In one of your dossiers a term of the gatekeeper act is nearly or entirely over. The dossier shows which step is still to be taken.',
    },
  ],
  link: { label: { nl: 'Bekijk het dossier', en: 'View the dossier' }, path },
}))

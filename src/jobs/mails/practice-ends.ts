import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'

/** Tells a client that the practice ends, and that there is something to choose. */
export const practiceEndsMail = mailKind(
  'practice-ends',
  ofOrganisation,
  ({ organisation, path }) => ({
    subject: {
      nl: `${organisation} stopt: kies wat er met uw dossier gebeurt`,
      en: `${organisation} ends: choose what becomes of your dossier`,
    },
    paragraphs: [
      {
        nl: 'Onze praktijk stopt. Een opvolger zorgt voor de dossiers en ziet nu alleen wie u bent en hoe u te bereiken bent. In uw dossier kijkt niemand zonder dat u dat kiest.',
        en: 'Our practice ends. A successor takes care of the dossiers and sees only who you are and how to reach you. Nobody looks into your dossier unless you choose so.',
      },
      {
        nl: 'U kunt uw dossier laten overdragen, laten afsluiten of laten vernietigen zodra de wet dat toelaat. U kunt het ook zelf meenemen. Kiest u niet, dan sluiten wij het af en bewaren wij het tot de termijn voorbij is.',
        en: 'You can have your dossier handed over, closed, or destroyed as soon as the law allows. You can take it along yourself as well. If you do not choose, we close it and keep it until its term is over.',
      },
    ],
    link: { label: { nl: 'Kiezen', en: 'Choose' }, path },
  }),
)

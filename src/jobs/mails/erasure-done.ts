import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'

/** Tells somebody that what was held on them is gone. The last that is sent to them. */
export const erasureDoneMail = mailKind(
  'erasure-done',
  ofOrganisation,
  ({ organisation, path }) => ({
    subject: {
      nl: `Uw dossier is verwijderd (${organisation})`,
      en: `Your dossier has been erased (${organisation})`,
    },
    paragraphs: [
      {
        nl: `Uw dossier bij ${organisation} is verwijderd. De sleutel waarmee het was versleuteld is vernietigd. Daarna hebben wij overal nagelezen of er niets van is achtergebleven.`,
        en: `Your dossier at ${organisation} has been erased. The key that encrypted it has been destroyed. After that we read everything over to see that nothing of it was left.`,
      },
      {
        nl: 'Op deze pagina staat wat er is gebeurd. Zij kent uw naam niet: bewaar de link als u haar nog eens wilt zien.',
        en: 'This page tells what was done. It does not know your name: keep the link if you want to see it again.',
      },
    ],
    link: { label: { nl: 'Bekijk de verwijdering', en: 'See the erasure' }, path },
    after: [
      {
        nl: 'Na deze mail bewaren wij uw adres niet meer.',
        en: 'After this mail we no longer keep your address.',
      },
    ],
  }),
)

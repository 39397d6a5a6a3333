import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'

/** Asks who works on a dossier to put something right in it. */
export const rectificationAskedMail = mailKind(
  'rectification-asked',
  ofOrganisation,
  ({ organisation, path }) => ({
    subject: {
      nl: `${organisation}: zet iets recht in een dossier`,
      en: `${organisation}: put something right in a dossier`,
    },
    paragraphs: [
      {
        nl: 'Iemand vroeg om verbetering van gegevens en dat is toegewezen. In het dossier staat wat er moet veranderen.',
        en: 'Somebody asked for a correction of data and that was granted. The dossier says what must change.',
      },
    ],
    link: { label: { nl: 'Naar het dossier', en: 'To the dossier' }, path },
  }),
)

import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'

/** Tells whoever handles complaints that there is one. */
export const complaintArrivedMail = mailKind(
  'complaint-arrived',
  ofOrganisation,
  ({ organisation, path }) => ({
    subject: {
      nl: `Er is een klacht binnengekomen (${organisation})`,
      en: `A complaint has arrived (${organisation})`,
    },
    paragraphs: [
      {
        nl: 'Er is een klacht binnengekomen die u kunt behandelen. Op de pagina ziet u de termijn en de stappen.',
        en: 'A complaint has arrived that you can deal with. The page shows its term and steps.',
      },
    ],
    link: { label: { nl: 'Bekijk de klacht', en: 'See the complaint' }, path },
  }),
)

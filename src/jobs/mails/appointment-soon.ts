import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'

/** Reminds a client of an appointment within a day. When, where and with whom stand on the page. */
export const appointmentSoonMail = mailKind(
  'appointment-soon',
  ofOrganisation,
  ({ organisation, path }) => ({
    subject: {
      nl: `Herinnering aan uw afspraak bij ${organisation}`,
      en: `A reminder of your appointment at ${organisation}`,
    },
    paragraphs: [
      {
        nl: 'U hebt binnenkort een afspraak. Op uw eigen pagina ziet u hoe laat, waar en met wie. Kunt u niet komen, bel ons dan.',
        en: 'You have an appointment soon. Your own page says at what time, where and with whom. If you cannot come, please call us.',
      },
    ],
    link: { label: { nl: 'Bekijk uw afspraken', en: 'See your appointments' }, path },
  }),
)

import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'

/** Tells whoever handles incidents that one was reported. */
export const incidentReportedMail = mailKind(
  'incident-reported',
  ofOrganisation,
  ({ organisation, path }) => ({
    subject: {
      nl: `Er is een incident gemeld (${organisation})`,
      en: `An incident was reported (${organisation})`,
    },
    paragraphs: [
      {
        nl: 'Iemand heeft een incident met persoonsgegevens gemeld. Binnen 72 uur na de ontdekking moet besloten zijn of de Autoriteit Persoonsgegevens het moet weten.',
        en: 'Somebody reported an incident with personal data. Within 72 hours after its discovery it must be decided whether the Dutch Data Protection Authority must know.',
      },
    ],
    link: { label: { nl: 'Bekijk het incident', en: 'See the incident' }, path },
  }),
)

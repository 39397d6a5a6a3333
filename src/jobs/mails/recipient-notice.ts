import { z } from 'zod'
import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'

const CHANGES = {
  rectification: { nl: 'verbeterd', en: 'corrected' },
  erasure: { nl: 'verwijderd', en: 'erased' },
  restriction: { nl: 'beperkt: gebruik ze niet meer', en: 'restricted: do not use them any more' },
} as const

/** Tells a recipient that data it got were rectified, erased or restricted (article 19 GDPR). */
export const recipientNoticeMail = mailKind(
  'recipient-notice',
  ofOrganisation.extend({
    reference: z.string().max(60),
    change: z.enum(['rectification', 'erasure', 'restriction']),
  }),
  ({ organisation, path, reference, change }) => ({
    subject: {
      nl: `Gegevens van ${organisation} zijn veranderd`,
      en: `Data of ${organisation} have changed`,
    },
    paragraphs: [
      {
        nl: `U kreeg van ons gegevens uit dossier ${reference}. Deze gegevens zijn ${CHANGES[change].nl}. Verwerk dit ook bij u.`,
        en: `You got data from us out of dossier ${reference}. These data were ${CHANGES[change].en}. Please do the same.`,
      },
    ],
    link: { label: { nl: 'Wat wij beloven', en: 'What we promise' }, path },
  }),
)

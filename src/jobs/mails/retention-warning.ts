import { z } from 'zod'
import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'

const data = ofOrganisation.extend({
  /** The day as people write it, in each language. */
  on: z.object({ nl: z.string().max(60), en: z.string().max(60) }),
})

/** Tells somebody that the own dossier goes soon, while something can still be done. */
export const retentionWarningMail = mailKind(
  'retention-warning',
  data,
  ({ organisation, path, on }) => ({
    subject: {
      nl: `Uw dossier wordt binnenkort vernietigd (${organisation})`,
      en: `Your dossier will be destroyed soon (${organisation})`,
    },
    paragraphs: [
      {
        nl: `Op ${on.nl} loopt de bewaartermijn van uw dossier bij ${organisation} af. Dan vernietigen wij het vanzelf. U hoeft daar niets voor te doen.`,
        en: `On ${on.en} the term of your dossier at ${organisation} ends. We destroy it then by itself. There is nothing that you need to do.`,
      },
      {
        nl: 'Wilt u er nog iets van hebben? Neem het vóór die dag mee. Daarna kan niemand het terughalen, ook wij niet.',
        en: 'Do you want to keep any of it? Take it along before that day. After it nobody can bring it back, nor can we.',
      },
    ],
    link: { label: { nl: 'Bekijk uw dossier', en: 'See your dossier' }, path },
  }),
)

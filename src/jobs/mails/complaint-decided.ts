import { z } from 'zod'
import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'

const data = ofOrganisation.extend({
  /** Whether the outcome follows on paper, because there is no account to read it with. */
  letter: z.boolean(),
})

/** Tells somebody that there is an outcome of their complaint. */
export const complaintDecidedMail = mailKind(
  'complaint-decided',
  data,
  ({ organisation, path, letter }) => ({
    subject: {
      nl: `Er is een uitkomst van uw klacht (${organisation})`,
      en: `There is an outcome of your complaint (${organisation})`,
    },
    paragraphs: [
      letter
        ? {
            nl: 'Wij hebben besloten over uw klacht. U krijgt van ons een brief met de uitkomst en de redenen.',
            en: 'We have decided on your complaint. You will get a letter from us with the outcome and the reasons.',
          }
        : {
            nl: 'Wij hebben besloten over uw klacht. De uitkomst en de redenen staan voor u klaar.',
            en: 'We have decided on your complaint. The outcome and the reasons are waiting for you.',
          },
      {
        nl: 'Bent u het er niet mee eens, dan kunt u naar de Autoriteit Persoonsgegevens gaan.',
        en: 'If you do not agree, you can turn to the Dutch Data Protection Authority.',
      },
    ],
    link: letter
      ? {
          label: { nl: 'Lees hoe wij met klachten omgaan', en: 'Read how we deal with complaints' },
          path,
        }
      : { label: { nl: 'Lees de uitkomst', en: 'Read the outcome' }, path },
  }),
)

import { z } from 'zod'
import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'

const data = ofOrganisation.extend({ waiting: z.int().positive() })

/** Reminds an institution of training data that wait to be verified, by number and not by name. */
export const verificationsWaitMail = mailKind(
  'verifications-wait',
  data,
  ({ organisation, path, waiting }) => ({
    subject: {
      nl: `${organisation}: er wachten controles op u`,
      en: `${organisation}: verifications wait for you`,
    },
    paragraphs: [
      waiting === 1
        ? {
            nl: 'De opleidingsgegevens van één student wachten al langer dan twee weken op uw controle.',
            en: 'The training data of one student have been waiting for your verification for over two weeks.',
          }
        : {
            nl: `De opleidingsgegevens van ${waiting} studenten wachten al langer dan twee weken op uw controle.`,
            en: `The training data of ${waiting} students have been waiting for your verification for over two weeks.`,
          },
    ],
    link: { label: { nl: 'Naar de controles', en: 'To the verifications' }, path },
  }),
)

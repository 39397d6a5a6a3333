import { z } from 'zod'
import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'

/** Reminds who handles requests, and in the end who answers for it, of a term that ends. */
export const requestDueMail = mailKind(
  'request-due',
  ofOrganisation.extend({ number: z.string().max(30), daysLeft: z.int() }),
  ({ path, number, daysLeft }) => ({
    subject:
      daysLeft < 0
        ? { nl: `Verzoek ${number} is te laat`, en: `Request ${number} is overdue` }
        : { nl: `Verzoek ${number} moet bijna af`, en: `Request ${number} is due soon` },
    paragraphs: [
      daysLeft < 0
        ? {
            nl: 'De termijn van dit verzoek is voorbij en het is nog niet beantwoord. De belofte hierover is daarmee gebroken.',
            en: 'The term of this request is over and it was not answered. The promise about it is broken by that.',
          }
        : {
            nl: `Er zijn nog ${daysLeft} dagen om dit verzoek te beantwoorden. Lukt dat niet, verleng dan de termijn voordat zij afloopt.`,
            en: `There are ${daysLeft} days left to answer this request. If that is not possible, extend the term before it ends.`,
          },
    ],
    link: { label: { nl: 'Naar het verzoek', en: 'To the request' }, path },
  }),
)

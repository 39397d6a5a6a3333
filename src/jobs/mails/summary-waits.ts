import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'

/** Reminds a client of a summary that was sent and not answered. */
export const summaryWaitsMail = mailKind(
  'summary-waits',
  ofOrganisation,
  ({ organisation, path }) => ({
    subject: {
      nl: `${organisation} wacht nog op uw antwoord`,
      en: `${organisation} still waits for your answer`,
    },
    paragraphs: [
      {
        nl: 'Er staat al een tijdje een samenvatting van een gesprek voor u klaar. Zegt u of zij klopt? Pas daarna kan zij worden gebruikt.',
        en: 'A summary of a conversation has been waiting for you for a while. Will you say whether it is right? Only then can it be used.',
      },
    ],
    link: { label: { nl: 'Lees de samenvatting', en: 'Read the summary' }, path },
  }),
)

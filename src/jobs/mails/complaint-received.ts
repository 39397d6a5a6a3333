import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'

/** Tells somebody that their complaint arrived. What it is about stays out of the mail. */
export const complaintReceivedMail = mailKind(
  'complaint-received',
  ofOrganisation,
  ({ organisation, path }) => ({
    subject: {
      nl: `${organisation} heeft uw klacht ontvangen`,
      en: `${organisation} has received your complaint`,
    },
    paragraphs: [
      {
        nl: 'Wij hebben uw klacht ontvangen en gaan ermee aan de slag. Over wie de klacht gaat, behandelt haar niet en krijgt haar niet te zien. Wij horen u en de andere kant voordat wij iets besluiten.',
        en: 'We have received your complaint and will deal with it. Whoever it is about does not handle it and does not get to see it. We hear you and the other side before we decide anything.',
      },
      {
        nl: 'U kunt met uw klacht ook naar de Autoriteit Persoonsgegevens gaan, nu of later.',
        en: 'You can also take your complaint to the Dutch Data Protection Authority, now or later.',
      },
    ],
    link: { label: { nl: 'Lees hoe het verder gaat', en: 'Read what happens next' }, path },
  }),
)

import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'

/** Gives whoever commissions a survey the link by which words are handed over. */
export const surveyCommissionedMail = mailKind(
  'survey-commissioned',
  ofOrganisation,
  ({ organisation, path }) => ({
    subject: {
      nl: `Uw enquête bij ${organisation}`,
      en: `Your survey at ${organisation}`,
    },
    paragraphs: [
      {
        nl: `${organisation} verstuurt een enquête namens u. Op de pagina hieronder levert u de tekst en het adres van de vragenlijst aan. Daar ziet u later ook hoeveel mensen de mail kregen.`,
        en: `${organisation} sends out a survey for you. On the page below you hand over the words and the address of the questionnaire. Later you also see there how many people got the mail.`,
      },
      {
        nl: 'U krijgt geen namen en geen adressen. Iedereen krijgt hetzelfde adres van de vragenlijst.',
        en: 'You get no names and no addresses. Everybody gets the same address of the questionnaire.',
      },
    ],
    link: { label: { nl: 'Tekst aanleveren', en: 'Hand over the words' }, path },
    after: [
      {
        nl: 'Wie deze link heeft, kan de tekst aanpassen. Geef hem dus niet verder.',
        en: 'Whoever has this link can change the words. So do not pass it on.',
      },
    ],
  }),
)

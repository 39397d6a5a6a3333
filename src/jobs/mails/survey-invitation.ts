import { z } from 'zod'
import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'
import type { Text } from '#kernel/language.ts'

/** Blank lines part the words into paragraphs. */
const PARAGRAPHS = /\n\s*\n/

/** With the page by which the reader refuses. */
const surveyInvitation = ofOrganisation.extend({
  /** Who commissions the survey. */
  party: z.string().min(1).max(200),
  /** In the language of the reader. */
  title: z.string().min(1).max(150),
  words: z.string().min(1).max(3000),
  /** Of the questionnaire; the same for everybody. */
  link: z.url({ protocol: /^https$/ }).max(500),
})

/** Asks somebody to take part in a survey, for somebody who does not learn whom. */
export const surveyInvitationMail = mailKind(
  'survey-invitation',
  surveyInvitation,
  ({ organisation, party, title, words, link, path }) => ({
    subject: same(title),
    paragraphs: [
      {
        nl: `Wij schrijven u namens ${party}. Uw naam en uw adres krijgen zij niet van ons.`,
        en: `We write to you for ${party}. They do not get your name or your address from us.`,
      },
      ...words.split(PARAGRAPHS).map(same),
    ],
    link: { label: { nl: 'Naar de vragenlijst', en: 'To the questionnaire' }, path: link },
    after: [
      {
        nl: `Iedereen krijgt hetzelfde adres van de vragenlijst. Aan uw antwoorden is dus niet te zien dat ze van u zijn. Of u meedoet, weet ${organisation} ook niet.`,
        en: `Everybody gets the same address of the questionnaire. So your answers do not show that they are yours. Nor does ${organisation} know whether you take part.`,
      },
    ],
    stop: {
      label: {
        nl: 'Wilt u geen enquêtes meer van ons? Dan houdt het meteen op',
        en: 'Would you rather get no more surveys from us? Then it ends at once',
      },
      path,
    },
  }),
)

function same(words: string): Text {
  return { nl: words, en: words }
}

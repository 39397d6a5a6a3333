import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'

/** Tells whoever asked another professional something that the answer is late. */
export const answerLateMail = mailKind('answer-late', ofOrganisation, ({ organisation, path }) => ({
  subject: {
    nl: `Een antwoord is over tijd (${organisation})`,
    en: `An answer is late (${organisation})`,
  },
  paragraphs: [
    {
      nl: 'U vroeg iets aan een andere professional. De dag waarop u een antwoord verwachtte, is voorbij.',
      en: 'You asked another professional something. The day on which you expected an answer is past.',
    },
  ],
  link: { label: { nl: 'Bekijk de vraag', en: 'See the question' }, path },
}))

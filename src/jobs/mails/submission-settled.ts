import { z } from 'zod'
import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'

const data = ofOrganisation.extend({
  about: z.enum(['enrolment', 'diploma']),
  outcome: z.enum(['verified', 'rejected']),
})

/** Tells a student what came of an enrolment or of an application for the diploma. */
export const submissionSettledMail = mailKind(
  'submission-settled',
  data,
  ({ organisation, path, about, outcome }) => ({
    subject: {
      nl: `${SUBJECT[about].nl} bij ${organisation}`,
      en: `${SUBJECT[about].en} with ${organisation}`,
    },
    paragraphs: [TOLD[outcome]],
    link: { label: { nl: 'Bekijk uw opleiding', en: 'See your training' }, path },
  }),
)

const SUBJECT = {
  enrolment: { nl: 'Uw inschrijving', en: 'Your enrolment' },
  diploma: { nl: 'Uw diploma-aanvraag', en: 'Your diploma application' },
}

const TOLD = {
  verified: {
    nl: 'Uw werkgever en uw opleidingsinstituut hebben uw opleidingsgegevens gecontroleerd en akkoord bevonden.',
    en: 'Your employer and your training institute verified your training data and found them right.',
  },
  rejected: {
    nl: 'Uw opleidingsgegevens zijn teruggestuurd, met de reden erbij. Lees wat er niet klopt en dien ze daarna opnieuw in.',
    en: 'Your training data were sent back, with the reason. Read what is not right and submit them again after that.',
  },
}

import type { Text } from '#kernel/language.ts'

/** What is said after an act in the register. */
export const REGISTRY_NOTICES: Readonly<Record<string, Text>> = {
  'submission-confirmed': {
    nl: 'Akkoord. Zijn beide instellingen akkoord, dan is het definitief.',
    en: 'Confirmed. Once both institutions confirmed, it is final.',
  },
  'submission-rejected': {
    nl: 'Teruggestuurd. De student krijgt bericht en leest uw reden.',
    en: 'Sent back. The student is told and reads your reason.',
  },
  'student-enrolled': {
    nl: 'De student is ingeschreven en krijgt een e-mail.',
    en: 'The student is enrolled and gets an email.',
  },
  'student-invited': {
    nl: 'De uitnodiging is opnieuw verstuurd.',
    en: 'The invitation was sent again.',
  },
  'colleague-invited': { nl: 'De uitnodiging is verstuurd.', en: 'The invitation was sent.' },
  'accreditation-asked': {
    nl: 'De aanvraag is ingediend. U hoort van het register.',
    en: 'The application was made. You will hear from the register.',
  },
  'enrolment-submitted': {
    nl: 'Ingediend. Uw werkgever en uw opleidingsinstituut controleren nu uw opleiding.',
    en: 'Submitted. Your employer and your training institute now verify your programme.',
  },
  'enrolment-link-sent': {
    nl: 'Kijk in uw e-mail. Met de link daarin gaat u verder.',
    en: 'Look in your email. You go on with the link in it.',
  },
  'training-ended': { nl: 'De opleiding is beëindigd.', en: 'The training was ended.' },
  corrected: {
    nl: 'De gegevens zijn verbeterd. De persoon krijgt bericht.',
    en: 'The details were corrected. The person is told.',
  },
}

import type { Text } from '#kernel/language.ts'

/** What is said after an act about counts, audits, portfolios and signals. */
export const AUDIT_NOTICES: Readonly<Record<string, Text>> = {
  'tally-planned': {
    nl: 'De telling staat klaar. Zij wordt binnen enkele minuten gemaakt, of op de dag die u koos.',
    en: 'The count is planned. It is made within minutes, or on the day that you chose.',
  },
  'tally-called-off': { nl: 'De telling gaat niet door.', en: 'The count was called off.' },
  'audit-planned': {
    nl: 'De audit is gepland. De studenten en de instelling krijgen bericht.',
    en: 'The audit is planned. The students and the institution are told.',
  },
  'audit-ended': {
    nl: 'De audit is beëindigd. Niemand kan er nog voor in een portfolio kijken.',
    en: 'The audit was ended. Nobody can look in a portfolio for it any more.',
  },
  'portfolio-asked': {
    nl: 'U kunt dit portfolio twee weken inzien. De student ziet dat.',
    en: 'You can look in this portfolio for two weeks. The student sees that.',
  },
  'portfolio-added': { nl: 'Toegevoegd aan uw portfolio.', en: 'Added to your portfolio.' },
  'signal-sent': {
    nl: 'Het signaal is verstuurd. De instelling en de student krijgen bericht.',
    en: 'The signal was sent. The institution and the student are told.',
  },
  'signal-answered': {
    nl: 'Uw antwoord is verstuurd. De student leest het ook.',
    en: 'Your answer was sent. The student reads it too.',
  },
}

import { aPage, mailKind } from '#jobs/mail-kind.ts'

/** Leads to a page where a new password can be chosen. */
export const recoveryMail = mailKind('recovery', aPage, ({ path }) => ({
  subject: { nl: 'Een nieuw wachtwoord kiezen', en: 'Choose a new password' },
  paragraphs: [
    {
      nl: 'U vroeg om een nieuw wachtwoord. Kies het op deze pagina.',
      en: 'You asked for a new password. Choose it on this page.',
    },
  ],
  link: { label: { nl: 'Kies een nieuw wachtwoord', en: 'Choose a new password' }, path },
  after: [
    {
      nl: 'De link werkt één keer en is een uur geldig. Logt u in twee stappen in, dan blijft de tweede stap nodig.',
      en: 'The link works once and is valid for one hour. If you sign in in two steps, the second step is still needed.',
    },
    {
      nl: 'Vroeg u hier niet om? Dan hoeft u niets te doen: uw wachtwoord blijft wat het is.',
      en: 'If you did not ask for this, you need not do anything: your password stays as it is.',
    },
  ],
}))

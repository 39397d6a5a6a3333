import { aPage, mailKind } from '#jobs/mail-kind.ts'

/** Goes to a new e-mail address, which counts once its link is followed. */
export const emailChangeMail = mailKind('email-change', aPage, ({ path }) => ({
  subject: { nl: 'Bevestig uw e-mailadres', en: 'Confirm your e-mail address' },
  paragraphs: [
    {
      nl: 'U wilt voortaan met dit e-mailadres inloggen. Bevestig dat het van u is.',
      en: 'You want to sign in with this e-mail address from now on. Please confirm that it is yours.',
    },
  ],
  link: { label: { nl: 'Bevestig dit adres', en: 'Confirm this address' }, path },
  after: [
    {
      nl: 'De link werkt één keer en is een dag geldig. Vroeg u hier niet om? Dan hoeft u niets te doen.',
      en: 'The link works once and is valid for one day. If you did not ask for this, you need not do anything.',
    },
  ],
}))

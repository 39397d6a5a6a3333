import { z } from 'zod'
import { aPage, mailKind } from '#jobs/mail-kind.ts'

const data = aPage.extend({
  what: z.enum(['password', 'second-factor', 'second-factor-removed', 'email']),
})

/**
 * Tells the owner of an account that the way to sign in has changed, in case somebody else did it.
 */
export const accountChangedMail = mailKind('account-changed', data, ({ path, what }) => ({
  subject: { nl: 'Uw account is gewijzigd', en: 'Your account has changed' },
  paragraphs: [
    CHANGES[what],
    {
      nl: 'Deed u dit zelf, dan hoeft u niets te doen. Deed u dit niet, kies dan meteen een nieuw wachtwoord en meld het ons.',
      en: 'If you did this yourself, you need not do anything. If you did not, choose a new password at once and tell us.',
    },
  ],
  link: { label: { nl: 'Ga naar de inlogpagina', en: 'Go to the sign-in page' }, path },
}))

const CHANGES = {
  password: {
    nl: 'Het wachtwoord van uw account is zojuist gewijzigd. Alle andere apparaten zijn uitgelogd.',
    en: 'The password of your account was changed just now. All other devices have been signed out.',
  },
  'second-factor': {
    nl: 'Voor uw account is zojuist een authenticator-app ingesteld. Inloggen gaat nu in twee stappen.',
    en: 'An authenticator app was set up for your account just now. You now sign in in two steps.',
  },
  'second-factor-removed': {
    nl: 'Voor uw account is inloggen in twee stappen zojuist uitgezet.',
    en: 'Two-step sign-in was turned off for your account just now.',
  },
  email: {
    nl: 'Uw account heeft zojuist een ander e-mailadres gekregen. Inloggen met dit adres kan niet meer.',
    en: 'Your account was given another e-mail address just now. You can no longer sign in with this one.',
  },
}

import type { Text } from '#kernel/language.ts'

/** What the accounts refuse with. Texts may hold places, {least}, that the error's details fill. */
export const ACCOUNT_ERRORS = {
  SIGN_IN_REFUSED: {
    nl: 'Dit e-mailadres en wachtwoord horen niet bij elkaar. Controleer ze en probeer het opnieuw.',
    en: 'This e-mail address and password do not belong together. Check them and try again.',
  },
  TRY_LATER: {
    nl: 'Er is te vaak geprobeerd. Wacht {seconds} seconden en probeer het dan opnieuw.',
    en: 'There were too many tries. Wait {seconds} seconds and then try again.',
  },
  SIGN_IN_EXPIRED: {
    nl: 'Het inloggen heeft te lang geduurd. Begin opnieuw met uw e-mailadres en wachtwoord.',
    en: 'Signing in took too long. Begin again with your e-mail address and password.',
  },
  CODE_REFUSED: {
    nl: 'Deze code klopt niet of is al gebruikt. Wacht op de volgende code en vul die in.',
    en: 'This code is not right or was used before. Wait for the next code and enter that one.',
  },
  RECOVERY_CODE_REFUSED: {
    nl: 'Deze herstelcode klopt niet of is al gebruikt. Gebruik een andere.',
    en: 'This recovery code is not right or was used before. Use another one.',
  },
  SECOND_FACTOR_NEEDED: {
    nl: 'Log eerst in twee stappen in; daarna kunt u dit wijzigen.',
    en: 'Sign in in two steps first; after that you can change this.',
  },
  SECOND_FACTOR_COMPULSORY: {
    nl: 'U werkt voor een organisatie: daarom kunt u inloggen in twee stappen niet uitzetten.',
    en: 'You work for an organisation: that is why you cannot turn two-step sign-in off.',
  },
  SET_UP_EXPIRED: {
    nl: 'Het instellen heeft te lang geduurd. Begin opnieuw en scan de nieuwe code.',
    en: 'Setting up took too long. Begin again and scan the new code.',
  },
  PASSWORD_WRONG: {
    nl: 'Dit is niet uw huidige wachtwoord.',
    en: 'This is not your present password.',
  },
  PASSWORD_TOO_SHORT: {
    nl: 'Kies een wachtwoord van ten minste {least} tekens. Een zin van een paar woorden werkt goed.',
    en: 'Choose a password of at least {least} characters. A sentence of a few words works well.',
  },
  PASSWORD_TOO_LONG: {
    nl: 'Kies een wachtwoord van ten hoogste {most} tekens.',
    en: 'Choose a password of at most {most} characters.',
  },
  PASSWORD_PERSONAL: {
    nl: 'Uw naam of e-mailadres zit in dit wachtwoord. Kies er een zonder.',
    en: 'Your name or e-mail address is part of this password. Choose one without.',
  },
  PASSWORD_COMMON: {
    nl: 'Dit wachtwoord is te makkelijk te raden. Kies een zin van een paar woorden die niet bij elkaar horen.',
    en: 'This password is too easy to guess. Choose a few words that do not belong together.',
  },
  INVITATION_EXPIRED: {
    nl: 'Deze uitnodiging is gebruikt of verlopen. Vraag een nieuwe aan wie u uitnodigde.',
    en: 'This invitation was used or has expired. Ask whoever invited you for a new one.',
  },
  ACCOUNT_EXISTS: {
    nl: 'U hebt al een account met dit e-mailadres. Log in om de uitnodiging aan te nemen.',
    en: 'You have an account with this e-mail address. Sign in to accept the invitation.',
  },
  LINK_EXPIRED: {
    nl: 'Deze link is gebruikt of verlopen. Vraag een nieuwe aan.',
    en: 'This link was used or has expired. Ask for a new one.',
  },
  EMAIL_INVALID: {
    nl: 'Dit is geen e-mailadres. Controleer of u het goed hebt getypt.',
    en: 'This is not an e-mail address. Check whether you typed it right.',
  },
} as const satisfies Readonly<Record<string, Text>>

import type { Text } from '#kernel/language.ts'

/** Why the gate stays shut. Doors register them as explanations. */
export const RECIPIENT_ERRORS = {
  RECIPIENT_UNDECLARED: {
    nl: 'De privacyverklaring noemt deze ontvanger niet. Er gaat niets naar buiten.',
    en: 'The privacy statement does not name this recipient. Nothing leaves.',
  },
  RECIPIENT_UNRELATED: {
    nl: 'Deze partij heeft met dit dossier niets te maken. Er gaat niets naar buiten.',
    en: 'This party has nothing to do with this dossier. Nothing leaves.',
  },
  PURPOSE_UNDECLARED: {
    nl: 'Voor dit doel krijgt deze ontvanger volgens de privacyverklaring niets.',
    en: 'According to the privacy statement this recipient gets nothing for this purpose.',
  },
  CATEGORY_UNDECLARED: {
    nl: 'Dit soort gegevens mag hier volgens de privacyverklaring niet naartoe.',
    en: 'According to the privacy statement this kind of data may not go there.',
  },
  AGREEMENT_LAPSED: {
    nl: 'De overeenkomst met deze ontvanger is verlopen. Vernieuw haar eerst in de verklaring.',
    en: 'The agreement with this recipient has lapsed. Renew it in the statement first.',
  },
  CONSENT_MISSING: {
    nl: 'De cliënt heeft hiervoor geen toestemming gegeven, of die geldt niet meer.',
    en: 'The client did not consent to this, or the consent no longer stands.',
  },
  DEMAND_NOT_APPROVED: {
    nl: 'Deze vordering is nog niet goedgekeurd. Een tweede persoon moet eerst beslissen.',
    en: 'This demand was not approved yet. A second person has to decide first.',
  },
  DEMAND_EXCEEDED: {
    nl: 'Dit stuk valt buiten de vordering. Alleen wat gevorderd is, mag mee.',
    en: 'This item is beyond the demand. Only what was demanded may go.',
  },
  DEMAND_NOT_RECEIVED: {
    nl: 'De dag van ontvangst kan niet na vandaag liggen.',
    en: 'The day of receipt cannot be after today.',
  },
  DOSSIER_UNKNOWN: {
    nl: 'Er is geen dossier met dit nummer.',
    en: 'There is no dossier with this number.',
  },
  DEMAND_DECIDED: {
    nl: 'Iemand anders heeft al over deze vordering beslist.',
    en: 'Somebody else decided on this demand already.',
  },
  OWN_DEMAND: {
    nl: 'U legde deze vordering zelf vast. Iemand anders moet erover beslissen.',
    en: 'You recorded this demand yourself. Somebody else has to decide on it.',
  },
} as const satisfies Readonly<Record<string, Text>>

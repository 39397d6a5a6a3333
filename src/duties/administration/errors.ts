import type { Text } from '#kernel/language.ts'

/**
 * What the administration of staff, parties and absences refuses. Doors register them as
 * explanations.
 */
export const ADMINISTRATION_ERRORS = {
  OWN_FUNCTION: {
    nl: 'Over uw eigen functies en vertrek beslist een andere beheerder.',
    en: 'Another administrator decides on your own functions and departure.',
  },
  LAST_ADMINISTRATOR: {
    nl: 'Dit is de laatste beheerder. Maak eerst iemand anders beheerder.',
    en: 'This is the last administrator. Make somebody else administrator first.',
  },
  FUNCTION_UNKNOWN: {
    nl: 'Deze functie staat niet in de privacyverklaring.',
    en: 'The privacy statement has no such function.',
  },
  INVITED_TO_NOTHING: {
    nl: 'Kies ten minste één functie.',
    en: 'Choose at least one function.',
  },
  INVITED_ALREADY_IN: {
    nl: 'Wie dit e-mailadres heeft, doet hier al mee. Een uitnodiging is niet nodig.',
    en: 'Whoever has this e-mail address takes part already. There is no need for an invitation.',
  },
  INVITATION_OPEN: {
    nl: 'Naar dit e-mailadres is al een uitnodiging onderweg. Trek die eerst in.',
    en: 'An invitation to this e-mail address is open already. Withdraw that one first.',
  },
  ABSENCE_ENDS_EARLY: {
    nl: 'De laatste dag ligt voor de eerste. Kies dezelfde dag of een latere.',
    en: 'The last day is before the first. Choose the same day or a later one.',
  },
  ABSENCE_OWN_SUBSTITUTE: {
    nl: 'Niemand kan voor zichzelf waarnemen. Kies iemand anders.',
    en: 'Nobody can stand in for themselves. Choose somebody else.',
  },
} as const satisfies Readonly<Record<string, Text>>

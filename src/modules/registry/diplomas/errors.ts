import type { Text } from '#kernel/language.ts'

/** What issuing diplomas refuses. Doors register them as explanations. */
export const DIPLOMA_ERRORS = {
  DIPLOMA_NOT_VERIFIED: {
    nl: 'Dit diploma kan nog niet worden uitgegeven, of het is er al. Werkgever en opleidingsinstituut moeten de aanvraag allebei goedkeuren.',
    en: 'This diploma cannot be issued yet, or it was. Employer and training institute must both confirm the application.',
  },
  DIPLOMA_REVOKED: {
    nl: 'Dit diploma is ingetrokken en blijft dat. Staat er een nieuw diploma klaar, gebruik dan dat.',
    en: 'This diploma was revoked and stays so. If there is a new one, use that.',
  },
  DIPLOMA_FIXED: {
    nl: 'Wat is uitgegeven of ingetrokken, verandert niet meer.',
    en: 'What was issued or revoked no longer changes.',
  },
  REVOCATION_UNPUBLISHED: {
    nl: 'De lijst van ingetrokken diploma’s is niet bijgewerkt, dus er is niets veranderd. Probeer het nog eens.',
    en: 'The list of revoked diplomas was not renewed, so nothing changed. Try once more.',
  },
  ISSUER_KEY_MISSING: {
    nl: 'Uw organisatie heeft nog geen sleutel om diploma’s mee te ondertekenen. Maak er eerst een.',
    en: 'Your organisation has no key to sign diplomas with yet. Make one first.',
  },
  DIPLOMA_NUMBER_WRONG: {
    nl: 'Dit nummer kan niet kloppen. Kijk of u een cijfer verkeerd overnam.',
    en: 'This number cannot be right. See whether you copied a digit wrongly.',
  },
  KEY_FIXED: {
    nl: 'Deze sleutel is al ingetrokken, of er wordt nog mee ondertekend. Maak eerst een nieuwe.',
    en: 'This key was withdrawn already, or still signs. Make a new one first.',
  },
  CREDENTIAL_UNREADABLE: {
    nl: 'Dit bestand is geen diploma dat wij kunnen lezen. Gebruik het bestand zoals u het kreeg.',
    en: 'This file is no diploma that we can read. Use the file as you got it.',
  },
} as const satisfies Readonly<Record<string, Text>>

import type { OwnProblem } from '#modules/lists/index.ts'

/** What can be wrong in a client list alone. */
export const SERVICE_PROBLEMS = {
  missing: {
    code: 'SERVICE_MISSING',
    nl: 'De dienst ontbreekt.',
    en: 'The service is missing.',
  },
  unknown: {
    code: 'SERVICE_UNKNOWN',
    nl: 'Deze dienst kennen wij niet. Schrijf bijvoorbeeld re-integratie of loopbaancheck.',
    en: 'We do not know this service. Write for example re-integration or career check.',
  },
  unclear: {
    code: 'SERVICE_UNCLEAR',
    nl: 'Hier staat meer dan één dienst. Maak voor elke dienst een eigen regel.',
    en: 'There is more than one service here. Make a row of its own for each engagement.',
  },
  noColumn: {
    code: 'COLUMN_SERVICE_MISSING',
    nl: 'Er is geen kolom met de dienst. Wijs er een aan of kies één dienst voor de hele lijst.',
    en: 'There is no column with the service. Point one out or choose one service for all rows.',
  },
} as const satisfies Record<string, OwnProblem>

import type { Text } from '#kernel/language.ts'

/** Why a row that was read could not be stored. */
export const REFUSALS = {
  ROW_UNREAD: {
    nl: 'Deze regel is niet goed gelezen. Zie de meldingen bij de regel.',
    en: 'This row was not read well. See the messages with the row.',
  },
  COACH_UNKNOWN: {
    nl: 'Hier werkt geen coach met dit e-mailadres.',
    en: 'No coach with this email address works here.',
  },
  SERVICE_NOT_DECLARED: {
    nl: 'De privacyverklaring kent deze dienst niet.',
    en: 'The privacy statement does not know this service.',
  },
} as const satisfies Record<string, Text>

/** Why a row is left out though nothing is wrong with it. */
export const LEFT_OUT = {
  CLIENT_KNOWN: {
    nl: 'Deze cliënt staat al in de caseload, met deze dienst.',
    en: 'This client is in the caseload already, with this service.',
  },
  ROW_IMPORTED: {
    nl: 'Deze regel is al eerder geïmporteerd.',
    en: 'This row was imported before.',
  },
  SERVICE_ENDED: {
    nl: 'Deze dienst is al geëindigd. Alleen lopende diensten gaan mee.',
    en: 'This service has ended already. Only services that go on come in.',
  },
} as const satisfies Record<string, Text>

export type Refusal = keyof typeof REFUSALS
export type LeftOut = keyof typeof LEFT_OUT

/** What became of a row, or would become of it. */
export type RowOutcome =
  | {
      readonly line: number
      readonly outcome: 'new'
      /** The same person had another service before. */
      readonly knownPerson: boolean
    }
  | { readonly line: number; readonly outcome: 'left-out'; readonly code: LeftOut }
  | { readonly line: number; readonly outcome: 'refused'; readonly code: Refusal }

export interface ImportOutcome {
  /** Whether clients were stored: not in a dry run, and not when a row was refused. */
  readonly stored: boolean
  readonly rows: readonly RowOutcome[]
}

/** The reason in words; empty for a row that came in. */
export function explainOutcome(outcome: RowOutcome): Text {
  if (outcome.outcome === 'refused') return REFUSALS[outcome.code]
  return outcome.outcome === 'left-out' ? LEFT_OUT[outcome.code] : { nl: '', en: '' }
}

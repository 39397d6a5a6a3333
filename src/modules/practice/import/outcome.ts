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
      /** ISO date on which somebody with this address, or name and birthday, was erased. */
      readonly erasedOn?: string
    }
  | { readonly line: number; readonly outcome: 'left-out'; readonly code: LeftOut }
  | { readonly line: number; readonly outcome: 'refused'; readonly code: Refusal }

export interface ImportOutcome {
  /** Whether clients were stored: not in a dry run, and not when a row was refused. */
  readonly stored: boolean
  readonly rows: readonly RowOutcome[]
}

/** Said of a row that comes in all the same: whoever imports asks whether it is the same person. */
const ERASED_BEFORE: Text = {
  nl: 'Let op: iemand met dit e-mailadres, of met deze naam en geboortedatum, is eerder op eigen verzoek verwijderd ({day}). Vraag of het dezelfde persoon is en of die dit wil.',
  en: 'Mind: somebody with this e-mail address, or with this name and date of birth, was erased on request before ({day}). Ask whether it is the same person, and whether they want this.',
}

/** The reason in words; empty for a row that came in without more. */
export function explainOutcome(outcome: RowOutcome): Text {
  if (outcome.outcome === 'refused') return REFUSALS[outcome.code]
  if (outcome.outcome === 'left-out') return LEFT_OUT[outcome.code]
  const { erasedOn } = outcome
  if (erasedOn === undefined) return { nl: '', en: '' }
  const fill = (text: string): string => text.replace('{day}', erasedOn)
  return { nl: fill(ERASED_BEFORE.nl), en: fill(ERASED_BEFORE.en) }
}

import type { Text } from '#kernel/language.ts'
import type { ProofTransaction } from '#ledger/proof-transaction.ts'

/** Finds whether the organisation does what its statement promises. */
export interface Check {
  /** A name that stays: proofs are kept under it. `openings-explained` */
  readonly name: string
  /** What is so when it finds nothing wrong. */
  readonly says: Text
  /**
   * The mechanisms of which it shows that they work: of declarations with their section, and a star
   * for any of a section (`relations.*`, `retention.dossier`), of the vocabulary by their word
   * (`ledger`).
   */
  readonly keeps: readonly string[]
  /** Mechanisms of which it can show that they do not work, but not that they do. */
  readonly breaks?: readonly string[]
  /** What it looks at, in words that follow a number: "openings of dossiers". */
  readonly looksAt?: Text
  /** What can be wrong, by code, in words that follow a number: "{count} openings without …". */
  readonly codes: Readonly<Record<string, Text>>
  /** How often it should run; every 24 hours when left out. */
  readonly everyHours?: number
  readonly run: (tx: ProofTransaction) => Promise<CheckRun>
}

export interface CheckRun {
  /** How many things it looked at; a check that looked at nothing has shown nothing. */
  readonly lookedAt: number
  /** What is wrong, at most `FINDINGS_LIMIT`. */
  readonly findings: readonly Finding[]
  /** How much is wrong, when that is more than the findings tell. */
  readonly wrong?: number
}

/** One thing that is wrong. */
export interface Finding {
  /** One of the codes of the check. */
  readonly code: string
  /** Id or name of the thing, never its content. */
  readonly subject: string
  /**
   * Those of the mechanisms that the check keeps which are touched by it: `activities.coaching`.
   * None named: all of them. Only promises that rest on one are broken.
   */
  readonly touches?: readonly string[]
}

/** Findings of one run that are kept; how many there were in all is counted. */
export const FINDINGS_LIMIT = 200

export const DEFAULT_EVERY_HOURS = 24

/** Tells whether a check shows that a mechanism works. */
export function keepsMechanism({ keeps }: Check, mechanism: string): boolean {
  return keeps.some((pattern) => fits(pattern, mechanism))
}

/** Tells whether what a check finds can be about a mechanism. */
export function concernsMechanism(check: Check, mechanism: string): boolean {
  const { breaks = [] } = check
  return keepsMechanism(check, mechanism) || breaks.some((pattern) => fits(pattern, mechanism))
}

/** Tells whether what was found touches a mechanism; what names none touches all. */
export function touchesMechanism(touches: readonly string[], mechanism: string): boolean {
  return touches.length === 0 || touches.some((pattern) => fits(pattern, mechanism))
}

function fits(pattern: string, mechanism: string): boolean {
  return pattern.endsWith('.*') ? mechanism.startsWith(pattern.slice(0, -1)) : mechanism === pattern
}

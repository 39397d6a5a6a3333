import type { Vocabulary } from '#statement/catalogue.ts'
import type { Statement } from '#statement/index.ts'
import { findWord } from '#statement/vocabulary.ts'

/** Days before the end of an agreement from which it must be renewed. */
const NOTICE_DAYS = 60

export interface AgreementLine {
  /** Word of the recipient in the statement. */
  readonly recipient: string
  readonly name: string | undefined
  readonly kind: string
  readonly gets: readonly string[]
  readonly purposes: readonly string[]
  readonly afterConsent: boolean
  /** ISO date of the last day. */
  readonly until: string | undefined
  /** `not-needed`: nothing is processed for us by it. */
  readonly state: 'not-needed' | 'missing' | 'lapsed' | 'ending' | 'stands'
  /** Days that it still stands, today included. */
  readonly daysLeft: number | undefined
}

/**
 * The recipients of a statement, with how the agreement with each stands on a day.
 *
 * @param today ISO date.
 */
export function listAgreements(
  { declarations }: Statement,
  vocabulary: Vocabulary,
  today: string,
): AgreementLine[] {
  return Object.entries(declarations.recipients ?? {}).map(([recipient, declared]) => {
    const { name, kind, gets = [], for: purposes = [], after, agreement } = declared
    const until = agreement?.until
    const needed = findWord(vocabulary.recipientKinds, kind)?.needsAgreement ?? true
    const daysLeft = until === undefined ? undefined : Math.max(0, daysUntil(today, until) + 1)
    return {
      recipient,
      name,
      kind,
      gets,
      purposes,
      afterConsent: after !== undefined,
      until,
      daysLeft,
      state: stateOf(needed, daysLeft),
    }
  })
}

function stateOf(needed: boolean, daysLeft: number | undefined): AgreementLine['state'] {
  if (daysLeft === undefined) return needed ? 'missing' : 'not-needed'
  if (daysLeft === 0) return 'lapsed'
  return daysLeft <= NOTICE_DAYS ? 'ending' : 'stands'
}

const DAY_MS = 24 * 60 * 60 * 1_000

function daysUntil(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
}

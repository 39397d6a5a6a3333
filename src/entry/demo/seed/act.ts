import type { Moment } from '#entry/demo/day.ts'
import { createRandom } from '#entry/demo/random.ts'

/** Something that was done, as the ledger tells it. */
export interface Act {
  readonly at: Date
  /** An account; null for what the software did. */
  readonly by: string | null
  readonly activity: string
  /** A word of the ledger: `inserted`, `opened`. */
  readonly act: string
  readonly subject?: string
  readonly dossierId?: string | undefined
  readonly item?: string
  readonly amount?: number
}

/** Who does something, when and for which activity. */
export type Doing = Pick<Act, 'at' | 'by' | 'activity'>

/** A moment, some milliseconds later or earlier. */
export function after(moment: Date | Moment, ms: number): Date {
  return new Date(new Date(moment).getTime() + ms)
}

export const MINUTE_MS = 60_000

/**
 * Nobody does everything on the hour: a number of milliseconds that is the same for the same key.
 */
export function spread(key: string, fromMinutes: number, toMinutes: number): number {
  return createRandom(key).int(fromMinutes * MINUTE_MS, toMinutes * MINUTE_MS)
}

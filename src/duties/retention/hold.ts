import { sql } from 'kysely'
import { written } from '#store/query.ts'
import type { Transaction } from '#store/transaction.ts'
import type { HoldReason } from './calendar.ts'

export interface NewHold {
  /** The number of the dossier. */
  readonly reference: string
  readonly reason: HoldReason
  /** ISO date, the last day of it; five years ahead at most. */
  readonly endsOn: string
}

/**
 * Keeps a dossier from being destroyed until a day, for a reason.
 *
 * @throws `DOSSIER_UNKNOWN`; `HOLD_OUTSIDE` when the day is past or too far; `ERASURE_BEGUN` when
 * it is on its way out already; `NOT_FOUND` for whoever does not keep the terms.
 */
export async function placeHold(
  tx: Transaction,
  { reference, reason, endsOn }: NewHold,
): Promise<void> {
  await tx.run(written(sql`select place_hold(${reference}, ${reason}, ${endsOn}::date)`))
}

/** Ends a hold: what is due goes at the next run. @throws `NOT_FOUND` when it ended before. */
export async function liftHold(tx: Transaction, id: string): Promise<void> {
  await tx.run(written(sql`select lift_hold(${id}::uuid)`))
}

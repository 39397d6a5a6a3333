import { dayOf } from '#entry/web/components/index.ts'
import type { LedgerLine } from '#ledger/telling.ts'

/** What the same account did in the same activity to the same kind of thing on one day. */
export interface DayLook {
  /** The newest entry of it. */
  readonly line: LedgerLine
  readonly times: number
  /** When it was done first that day. */
  readonly firstAt: Date
}

/**
 * Takes entries together by day, so that a day of work in a dossier reads as what it was and not as
 * every page that was turned.
 *
 * @param lines Newest first.
 * @param silent Tables of which nothing is told.
 * @returns Newest first.
 */
export function takeByDay(lines: readonly LedgerLine[], silent: readonly string[]): DayLook[] {
  const told = lines.filter(({ subject }) => subject === null || !silent.includes(subject))
  const groups = Map.groupBy(told, keyOf)
  return [...groups.values()].flatMap((group) => {
    const [line] = group
    const first = group.at(-1)
    return line && first ? [{ line, times: group.length, firstAt: first.at }] : []
  })
}

function keyOf({ at, accountId, activity, act, subject }: LedgerLine): string {
  return JSON.stringify([dayOf(at), accountId, activity, act, subject])
}

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

/** A page of looks that ends with a day, so that no day is told in two parts. */
export interface LookPage {
  readonly looks: readonly DayLook[]
  /** Where the next page begins, as `before` of the ledger; undefined on the last. */
  readonly next: number | undefined
}

/**
 * Whole days, until there are as many looks as fit on a page.
 *
 * @param lines What was read, newest first; `next` tells that there is more.
 */
export function pageOfDays(
  { lines, next }: { readonly lines: readonly LedgerLine[]; readonly next: number | undefined },
  { silent, limit }: LookChoice,
): LookPage {
  const days = [...Map.groupBy(lines, ({ at }) => dayOf(at)).values()]
  // What was read last may be half of a day.
  const whole = next !== undefined && days.length > 1 ? days.slice(0, -1) : days
  const looks: DayLook[] = []
  for (const [rank, day] of whole.entries()) {
    looks.push(...takeByDay(day, silent))
    const isLast = next === undefined && rank === days.length - 1
    if (looks.length >= limit && !isLast) return { looks, next: day.at(-1)?.id }
  }
  return { looks, next: next === undefined ? undefined : whole.at(-1)?.at(-1)?.id }
}

export interface LookChoice {
  /** Tables of which nothing is told. */
  readonly silent: readonly string[]
  /** Looks on a page, more when a day has more. */
  readonly limit: number
}

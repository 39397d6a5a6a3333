import type { LedgerLine } from './telling.ts'

/** Entries that say the same of the same minute, told once. */
export interface LedgerGroup {
  /** The newest of them. */
  readonly line: LedgerLine
  /** Ids of all, newest first. */
  readonly ids: readonly number[]
}

const MINUTE_MS = 60_000

/**
 * Takes together what the same account did, in the same activity, to the same kind of thing in the
 * same dossier, within a minute of the newest. What happened in between stays where it is; which
 * row it was is not told then.
 *
 * @param lines Newest first.
 * @param silent Tables of which nothing is told.
 * @returns Newest first.
 */
export function groupLines(
  lines: readonly LedgerLine[],
  silent: readonly string[] = [],
): LedgerGroup[] {
  const groups: { line: LedgerLine; ids: number[] }[] = []
  const newest = new Map<string, { line: LedgerLine; ids: number[] }>()
  for (const line of lines) {
    if (line.subject !== null && silent.includes(line.subject)) continue
    const key = keyOf(line)
    const group = newest.get(key)
    if (group && group.line.at.getTime() - line.at.getTime() < MINUTE_MS) {
      group.ids.push(line.id)
    } else {
      const fresh = { line, ids: [line.id] }
      groups.push(fresh)
      newest.set(key, fresh)
    }
  }
  return groups
}

/** Lists of different length are different lists. */
function keyOf({ accountId, activity, act, subject, dossierId, amount }: LedgerLine): string {
  return JSON.stringify([accountId, activity, act, subject, dossierId, amount])
}

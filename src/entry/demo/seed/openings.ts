import { type Act, after, MINUTE_MS, spread } from './act.ts'

/** A visit ends when nothing was done for this long. */
const VISIT_MS = 30 * MINUTE_MS

const DONE_INSIDE: ReadonlySet<string> = new Set(['inserted', 'delivered'])

/** Activities in which something is done about a dossier that is not open. */
const FROM_OUTSIDE: ReadonlySet<string> = new Set(['intake', 'legal-disclosure'])

/** An act opens the dossier once more, this long before. */
const JUST_BEFORE_MS = 40

/**
 * The openings without which the acts could not have been: a look at the dossier some minutes
 * before the first act of a visit, and one with each act.
 */
export function openingsOf(acts: readonly Act[]): Act[] {
  const inside = acts
    .filter(({ dossierId, act, activity, by }) => {
      return dossierId && DONE_INSIDE.has(act) && !FROM_OUTSIDE.has(activity) && by !== null
    })
    .toSorted((a, b) => +a.at - +b.at)
  const last = new Map<string, Date>()
  return inside.flatMap(({ at, by, activity, dossierId }) => {
    const opened = { by, activity, act: 'opened', dossierId }
    const place = `${by} ${activity} ${dossierId}`
    const before = last.get(place)
    last.set(place, at)
    if (before && +before === +at) return []
    const look = { ...opened, at: after(at, -spread(`${place} ${+at}`, 1, 8)) }
    const begins = !before || +at - +before > VISIT_MS
    return [...(begins ? [look] : []), { ...opened, at: after(at, -JUST_BEFORE_MS) }]
  })
}

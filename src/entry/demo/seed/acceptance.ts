import { addDays, dayOf, momentOn } from '#entry/demo/day.ts'
import type { DemoEngagement } from '#entry/demo/shape.ts'
import { after, MINUTE_MS, spread } from './act.ts'

/** When the coach invites the client to look along: just after the statement was shown. */
export function invitedAt({ key, notice, activatedAt }: DemoEngagement): Date | undefined {
  const base = activatedAt ?? notice?.shownAt
  return base === undefined ? undefined : after(base, spread(`${key} invited`, 3, 12))
}

/** When the client accepts: on the evening after the service began. Before that nobody does. */
export function acceptedAt({ key, activatedAt }: DemoEngagement): Date | undefined {
  if (activatedAt === undefined) return undefined
  const evening = momentOn(addDays(dayOf(activatedAt), 1), 0)
  return after(evening, 600 * MINUTE_MS + spread(`${key} accepted`, 0, 90))
}

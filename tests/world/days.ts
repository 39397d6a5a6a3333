import { dutchDay } from '#jobs/dutch-zone.ts'

const DAY_MS = 86_400_000

/** Today where the organisations are, or so many days from it: `2026-09-01`. */
export function dayFromNow(days = 0): string {
  return dutchDay(new Date(Date.now() + days * DAY_MS))
}

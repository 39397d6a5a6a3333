/** A place in an action list: a week counted from the start, and perhaps a day of it. */
export interface Slot {
  /** The first week is 1. */
  readonly week: number
  /** The first day of a week is 1: the weekday on which the trajectory started. */
  readonly day?: number | undefined
}

const DAY_MS = 86_400_000
const DAYS_A_WEEK = 7

/** The last day on which something in a slot is in time: without a day that of its week. */
export function dueOn(startedOn: string, { week, day = DAYS_A_WEEK }: Slot): string {
  return plusDays(startedOn, (week - 1) * DAYS_A_WEEK + day - 1)
}

/** The week in which a day falls: 1 for the first seven days, 0 or less before the start. */
export function weekOf(startedOn: string, day: string): number {
  const days = (instant(day) - instant(startedOn)) / DAY_MS
  return Math.floor(days / DAYS_A_WEEK) + 1
}

function plusDays(day: string, days: number): string {
  return new Date(instant(day) + days * DAY_MS).toISOString().slice(0, 10)
}

/** Days are counted in UTC, where each has as many hours. */
function instant(day: string): number {
  return Date.parse(`${day}T00:00:00Z`)
}

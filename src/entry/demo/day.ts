/** A day as an ISO date: `2026-11-23`. Days compare as texts. */
export type Day = string

/** A moment as an ISO instant in UTC: `2026-11-23T09:30:00Z`. */
export type Moment = string

const DAY_MS = 24 * 60 * 60 * 1000

export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)
}

/** The days from one day to another. */
export function countDays(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
}

/** The same day some months earlier; the last day of that month when it has none. */
export function monthsBefore(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate()
  const earlier = new Date(Date.UTC(year, month - 1 - months, Math.min(date, last)))
  return earlier.toISOString().slice(0, 10)
}

/** The day itself, or the Monday after it when it falls in a weekend. */
export function workday(day: Day): Day {
  const weekday = new Date(day).getUTCDay()
  if (weekday === 6) return addDays(day, 2)
  return weekday === 0 ? addDays(day, 1) : day
}

/** A moment on a day, minutes after eight in the morning UTC. */
export function momentOn(day: Day, minutes: number): Moment {
  const time = new Date(Date.parse(day) + (8 * 60 + minutes) * 60_000)
  return `${time.toISOString().slice(0, 19)}Z`
}

/** The day on which a moment falls, in UTC. */
export function dayOf(moment: Moment): Day {
  return moment.slice(0, 10)
}

/** A day as an ISO date, `2026-11-23`. */
export type Day = string

/** A time of the day by the clock, `14:30`. */
export type Clock = string

const ZONE = 'Europe/Amsterdam'
const HOUR_MS = 60 * 60 * 1000
const DAY_MS = 24 * HOUR_MS

// Swedish writes a moment as ISO 8601 does.
const CLOCK = new Intl.DateTimeFormat('sv-SE', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

/** What calendar and clock in the Netherlands say at an instant. */
export function wallTimeOf(instant: Date): { readonly day: Day; readonly time: Clock } {
  const text = CLOCK.format(instant)
  return { day: text.slice(0, 10), time: text.slice(11, 16) }
}

/**
 * The instant at which the clock in the Netherlands says this. In the hour that summer time skips
 * it is an hour later; of the hour that comes twice it is the first.
 */
export function instantAt(day: Day, time: Clock): Date {
  const asWritten = Date.parse(`${day}T${time}:00Z`)
  const [summer, winter] = [new Date(asWritten - 2 * HOUR_MS), new Date(asWritten - HOUR_MS)]
  const said = wallTimeOf(summer)
  return said.day === day && said.time === time ? summer : winter
}

/** A day some days later, or earlier. */
export function laterDay(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)
}

/** The day of the week; Monday is 1 and Sunday 7. */
export function weekdayOf(day: Day): number {
  return new Date(day).getUTCDay() || 7
}

/** The Monday of the week of a day. */
export function mondayOf(day: Day): Day {
  return laterDay(day, 1 - weekdayOf(day))
}

/** The first day of a month, some months later or earlier. */
export function monthOf(day: Day, later = 0): Day {
  const first = new Date(`${day.slice(0, 7)}-01`)
  first.setUTCMonth(first.getUTCMonth() + later)
  return first.toISOString().slice(0, 10)
}

/** The week of a day as ISO 8601 numbers it. */
export function weekNumberOf(day: Day): number {
  const thursday = laterDay(mondayOf(day), 3)
  const first = mondayOf(`${thursday.slice(0, 4)}-01-04`)
  return 1 + Math.round((Date.parse(mondayOf(day)) - Date.parse(first)) / (7 * DAY_MS))
}

/** Whether a text is a day that there is. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const instant = new Date(text)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text)
}

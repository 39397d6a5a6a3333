import type { Language } from '#kernel/language.ts'

/** Everything that pages say about time is said as the clock in the Netherlands says it. */
const ZONE = 'Europe/Amsterdam'

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  nl: [
    'januari',
    'februari',
    'maart',
    'april',
    'mei',
    'juni',
    'juli',
    'augustus',
    'september',
    'oktober',
    'november',
    'december',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
}

/** A day without a time, as PostgreSQL and forms write it: `2026-11-23`. */
export type Day = string

interface DayParts {
  readonly year: string
  readonly month: string
  readonly day: string
}

// Swedish writes a moment as ISO 8601 does, so that one quick call gives all parts.
const CLOCK = new Intl.DateTimeFormat('sv-SE', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

/** Since then the clock in the Netherlands differs by whole hours from the one of the world. */
const WHOLE_HOURS_FROM = Date.UTC(1946, 0)
const HOUR_MS = 3_600_000
const HOURS_KEPT = 10_000

/** Days by the hour: the formatter is dear, and the moments of a list repeat. */
const days = new Map<number, Day>()

/** The day in the Netherlands on which an instant falls. */
export function dayOf(instant: Date): Day {
  const at = instant.getTime()
  if (!(at >= WHOLE_HOURS_FROM)) return CLOCK.format(instant).slice(0, 10)
  const hour = Math.floor(at / HOUR_MS)
  const known = days.get(hour)
  if (known !== undefined) return known
  const day = CLOCK.format(instant).slice(0, 10)
  if (days.size >= HOURS_KEPT) days.clear()
  days.set(hour, day)
  return day
}

/** The time in the Netherlands at an instant: "14.30 uur" in Dutch, "14:30" in English. */
export function formatTime(instant: Date, language: Language): string {
  const time = CLOCK.format(instant).slice(11)
  return language === 'nl' ? `${time.replace(':', '.')} uur` : time
}

/** Two times of one day, the sign of the hour said once: "09.00 – 10.00 uur". */
export function formatTimes(from: Date, until: Date, language: Language): string {
  const [first = ''] = formatTime(from, language).split(' ')
  return `${first} – ${formatTime(until, language)}`
}

/** Writes a day out: "23 november 2026". What is not a day comes back as it is. */
export function formatDay(day: Day | Date, language: Language): string {
  const parts = partsOf(day)
  if (!parts) return String(day)
  return `${Number(parts.day)} ${monthName(parts, language)} ${Number(parts.year)}`
}

/** Writes a day in digits, for tables: "23-11-2026" in Dutch, "23/11/2026" in English. */
export function formatDayShort(day: Day | Date, language: Language): string {
  const parts = partsOf(day)
  if (!parts) return String(day)
  const mark = language === 'nl' ? '-' : '/'
  return `${parts.day}${mark}${parts.month}${mark}${parts.year}`
}

/** Writes a day with its time: "23 november 2026, 14.30 uur". */
export function formatMoment(instant: Date, language: Language): string {
  return `${formatDay(instant, language)}, ${formatTime(instant, language)}`
}

/**
 * Writes a period, without repeating a month or year that both days share: "23 t/m 30 november
 * 2026".
 *
 * @param until The last day of it; absent when it has no end yet.
 */
export function formatPeriod(
  { from, until }: { from: Day; until?: Day | undefined },
  language: Language,
): string {
  const start = partsOf(from)
  const end = until === undefined ? undefined : partsOf(until)
  if (!start || !end || until === undefined)
    return `${SINCE[language]} ${formatDay(from, language)}`
  if (from === until) return formatDay(from, language)
  let first = `${Number(start.day)}`
  if (start.year !== end.year) first = formatDay(from, language)
  else if (start.month !== end.month) first = `${first} ${monthName(start, language)}`
  return `${first} ${language === 'nl' ? 't/m' : 'to'} ${formatDay(until, language)}`
}

const SINCE: Readonly<Record<Language, string>> = { nl: 'vanaf', en: 'from' }

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/

function partsOf(day: Day | Date): DayParts | undefined {
  const iso = typeof day === 'string' ? day : dayOf(day)
  if (!ISO_DAY.test(iso)) return undefined
  return { year: iso.slice(0, 4), month: iso.slice(5, 7), day: iso.slice(8) }
}

function monthName({ month }: DayParts, language: Language): string {
  return MONTHS[language][Number(month) - 1] ?? month
}

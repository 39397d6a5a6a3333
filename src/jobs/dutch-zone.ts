export const DUTCH_ZONE = 'Europe/Amsterdam'

// Swedish writes a moment as ISO 8601 does.
const CLOCK = new Intl.DateTimeFormat('sv-SE', {
  timeZone: DUTCH_ZONE,
  dateStyle: 'short',
  timeStyle: 'medium',
})

/**
 * What the clock in the Netherlands says at an instant, as what a clock beside this computer would
 * say: the library for calendar files writes times with a zone by the clock of the computer.
 */
export function dutchClock(instant: Date): Date {
  return new Date(CLOCK.format(instant).replace(' ', 'T'))
}

const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: DUTCH_ZONE })

/** The day of a moment, as the organisations reckon it: `2026-09-01`. */
export function dutchDay(moment: Date): string {
  return DAY.format(moment)
}

const OFFSET = new Intl.DateTimeFormat('en', { timeZone: DUTCH_ZONE, timeZoneName: 'longOffset' })

/** The moment at which a day (`YYYY-MM-DD`) begins in the Netherlands, with the offset of then. */
export function startOfDutchDay(day: string): string {
  // Clocks change at one o'clock UTC, so that midnight of both has the same offset.
  const parts = OFFSET.formatToParts(new Date(`${day}T00:00:00Z`))
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value.replace('GMT', '')
  return `${day}T00:00:00${offset ?? 'Z'}`
}

/** The zone as calendars want it beside such times (RFC 5545, 3.6.5), by the rule since 1996. */
export function writeDutchZone(): string {
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${DUTCH_ZONE}`,
    'BEGIN:DAYLIGHT',
    'TZNAME:CEST',
    'TZOFFSETFROM:+0100',
    'TZOFFSETTO:+0200',
    'DTSTART:19960331T020000',
    'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
    'END:DAYLIGHT',
    'BEGIN:STANDARD',
    'TZNAME:CET',
    'TZOFFSETFROM:+0200',
    'TZOFFSETTO:+0100',
    'DTSTART:19961027T030000',
    'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
    'END:STANDARD',
    'END:VTIMEZONE',
  ].join('\r\n')
}

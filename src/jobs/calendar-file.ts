import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventRepeatingFreq,
  ICalEventStatus,
} from 'ical-generator'
import type { Language, Text } from '#kernel/language.ts'
import { DUTCH_ZONE, dutchClock, writeDutchZone } from './dutch-zone.ts'

/** A time as calendars take it in. It says when, and nothing else. */
export interface CalendarEvent {
  readonly id: string
  /** How often it was changed; a higher one replaces a lower one. */
  readonly sequence: number
  readonly startsAt: Date
  readonly endsAt: Date
  readonly cancelled?: boolean
  /** How many weeks it comes back, at the same hour by the clock here; once when left out. */
  readonly weeks?: number
  /** When it was planned at first, of one time in a series: the id is that of the series. */
  readonly recursAt?: Date
  /** When it was last changed; the moment of writing when left out. */
  readonly changedAt?: Date
}

/** Who invites and who is invited, where the file is an invitation (RFC 5546). */
export interface Invitation {
  readonly method: 'REQUEST' | 'CANCEL'
  readonly organizer: { readonly name: string; readonly email: string }
  readonly attendee: { readonly name: string; readonly email: string }
}

export interface CalendarFile {
  readonly language: Language
  /** The host in the ids of events: they must be the same in every file (RFC 7986, 5.3). */
  readonly host: string
  readonly events: readonly CalendarEvent[]
  /** Left out, it is a list of times to read: publishing by a method asks who organises each. */
  readonly invitation?: Invitation
}

const SUMMARY: Text = { nl: 'Afspraak', en: 'Appointment' }
const PRODUCT = '//Gestand//Gestand//NL'
const MINUTES_BETWEEN_READS = 30

/**
 * Writes times as iCalendar (RFC 5545): no name, no place, no word of what it is about. They are in
 * UTC, but for a series, which keeps its hour when summer time begins or ends.
 */
export function writeCalendarFile({ language, host, events, invitation }: CalendarFile): string {
  const calendar = ical({
    prodId: PRODUCT,
    ...(invitation && { method: METHODS[invitation.method] }),
    timezone: { name: null, generator: writeDutchZone },
    ...(!invitation && { ttl: MINUTES_BETWEEN_READS * 60 }),
  })
  for (const event of events) {
    const isCancelled = event.cancelled ?? invitation?.method === 'CANCEL'
    calendar.createEvent({
      id: `${event.id}@${host}`,
      sequence: event.sequence,
      ...timesOf(event),
      stamp: event.changedAt ?? new Date(),
      summary: SUMMARY[language],
      status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      class: ICalEventClass.PRIVATE,
      ...(invitation && {
        organizer: invitation.organizer,
        attendees: [
          {
            ...invitation.attendee,
            rsvp: invitation.method === 'REQUEST',
            role: ICalAttendeeRole.REQ,
            status: ICalAttendeeStatus.NEEDSACTION,
          },
        ],
      }),
    })
  }
  return calendar.toString()
}

function timesOf({ startsAt, endsAt, weeks, recursAt }: CalendarEvent) {
  if (weeks === undefined && !recursAt) return { start: startsAt, end: endsAt }
  return {
    timezone: DUTCH_ZONE,
    start: dutchClock(startsAt),
    end: dutchClock(endsAt),
    ...(weeks !== undefined && {
      repeating: { freq: ICalEventRepeatingFreq.WEEKLY, count: weeks },
    }),
    ...(recursAt && { recurrenceId: dutchClock(recursAt) }),
  }
}

const METHODS = {
  REQUEST: ICalCalendarMethod.REQUEST,
  CANCEL: ICalCalendarMethod.CANCEL,
} as const

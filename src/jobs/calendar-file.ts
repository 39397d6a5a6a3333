import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
} from 'ical-generator'
import type { Language, Text } from '#kernel/language.ts'

/** A time as calendars take it in. It says when, and nothing else. */
export interface CalendarEvent {
  readonly id: string
  /** How often it was changed; a higher one replaces a lower one. */
  readonly sequence: number
  readonly startsAt: Date
  readonly endsAt: Date
  readonly cancelled?: boolean
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
  /** Left out, it is a list of times to read (METHOD:PUBLISH). */
  readonly invitation?: Invitation
}

const SUMMARY: Text = { nl: 'Afspraak', en: 'Appointment' }
const PRODUCT = '//Gestand//Gestand//NL'
const MINUTES_BETWEEN_READS = 30

/** Writes times as iCalendar (RFC 5545), in UTC: no name, no place, no word of what it is about. */
export function writeCalendarFile({ language, host, events, invitation }: CalendarFile): string {
  const calendar = ical({
    prodId: PRODUCT,
    method: invitation ? METHODS[invitation.method] : ICalCalendarMethod.PUBLISH,
    ...(!invitation && { ttl: MINUTES_BETWEEN_READS * 60 }),
  })
  for (const event of events) {
    const isCancelled = event.cancelled ?? invitation?.method === 'CANCEL'
    calendar.createEvent({
      id: `${event.id}@${host}`,
      sequence: event.sequence,
      start: event.startsAt,
      end: event.endsAt,
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

const METHODS = {
  REQUEST: ICalCalendarMethod.REQUEST,
  CANCEL: ICalCalendarMethod.CANCEL,
} as const

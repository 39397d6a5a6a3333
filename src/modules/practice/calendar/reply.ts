import ICAL from 'ical.js'
import { instantAt } from './wall-time.ts'

/** What a calendar says on behalf of whoever was invited. */
export type ReplyAnswer = 'accepted' | 'declined' | 'tentative'

/** An answer to an invitation (RFC 5546, 3.2.3). */
export interface CalendarReply {
  /** Of the appointment or the series, as it stood in the invitation. */
  readonly id: string
  /** Which of the series is answered: when it was planned at first. All of it when left out. */
  readonly occurrence?: Date
  readonly answer: ReplyAnswer
  /** Which change of the time is answered. */
  readonly sequence: number
  readonly stampedAt: Date
  /** Address of whoever answers, in lower case. */
  readonly attendee: string
}

const ANSWERS: Readonly<Record<string, ReplyAnswer>> = {
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
  TENTATIVE: 'tentative',
}

const UID = /^([\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})@/i

/** More answers in one mail than a series has times are not read. */
const REPLIES_MAX = 30

/**
 * Reads a part of a mail as answers to one invitation: to the whole, or to times of a series by
 * themselves, which come first. None when it answers nothing, such as that somebody else comes.
 */
export function readReplies(text: string): CalendarReply[] {
  const calendar = parse(text)
  const method = calendar?.getFirstPropertyValue('method')
  if (String(method).toUpperCase() !== 'REPLY') return []
  const events = calendar?.getAllSubcomponents('vevent') ?? []
  const replies = events.slice(0, REPLIES_MAX).flatMap((event) => readEvent(event) ?? [])
  const [first] = replies
  const isOne = replies.every(({ id, attendee }) => id === first?.id && attendee === first.attendee)
  if (replies.length < events.length || !isOne) return []
  return replies.toSorted((a, b) => Number(!a.occurrence) - Number(!b.occurrence))
}

function readEvent(event: ICAL.Component): CalendarReply | undefined {
  const [attendee, ...others] = event.getAllProperties('attendee')
  if (!attendee || others.length > 0) return undefined
  const [, id] = UID.exec(String(event.getFirstPropertyValue('uid'))) ?? []
  const partstat = attendee.getParameter('partstat')
  const answer = typeof partstat === 'string' ? ANSWERS[partstat.toUpperCase()] : undefined
  const stamp = event.getFirstPropertyValue('dtstamp')
  const sequence = Number(event.getFirstPropertyValue('sequence') ?? 0)
  const occurrence = readOccurrence(event)
  if (!id || !answer || !(stamp instanceof ICAL.Time) || occurrence === 'unknown') return undefined
  const address = String(attendee.getFirstValue()).replace(/^mailto:/i, '')
  return {
    id: id.toLowerCase(),
    ...(occurrence && { occurrence }),
    answer,
    sequence: Number.isInteger(sequence) ? sequence : -1,
    stampedAt: stamp.toJSDate(),
    attendee: address.toLowerCase(),
  }
}

/** Which one of a series; a time without a zone that is told is one by the clock here. */
function readOccurrence(event: ICAL.Component): Date | 'unknown' | undefined {
  const property = event.getFirstProperty('recurrence-id')
  const time = property?.getFirstValue()
  if (!property) return undefined
  const isOne = time instanceof ICAL.Time && !time.isDate && !property.getParameter('range')
  if (!isOne) return 'unknown'
  if (time.zone !== ICAL.Timezone.localTimezone) return time.toJSDate()
  const text = time.toString()
  return instantAt(text.slice(0, 10), text.slice(11, 16))
}

function parse(text: string): ICAL.Component | undefined {
  try {
    return ICAL.Component.fromString(text)
  } catch {
    return undefined
  }
}

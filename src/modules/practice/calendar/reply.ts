import ICAL from 'ical.js'

/** What a calendar says on behalf of whoever was invited. */
export type ReplyAnswer = 'accepted' | 'declined' | 'tentative'

/** An answer to an invitation (RFC 5546, 3.2.3). */
export interface CalendarReply {
  /** Of the appointment, as it stood in the invitation. */
  readonly id: string
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

/**
 * Reads a part of a mail as an answer to one invitation; undefined when it is none, or one that
 * answers nothing, such as that somebody else comes.
 */
export function readReply(text: string): CalendarReply | undefined {
  const calendar = parse(text)
  const method = calendar?.getFirstPropertyValue('method')
  if (String(method).toUpperCase() !== 'REPLY') return undefined
  const [event, ...more] = calendar?.getAllSubcomponents('vevent') ?? []
  return event && more.length === 0 ? readEvent(event) : undefined
}

function readEvent(event: ICAL.Component): CalendarReply | undefined {
  const [attendee, ...others] = event.getAllProperties('attendee')
  if (!attendee || others.length > 0) return undefined
  const [, id] = UID.exec(String(event.getFirstPropertyValue('uid'))) ?? []
  const partstat = attendee.getParameter('partstat')
  const answer = typeof partstat === 'string' ? ANSWERS[partstat.toUpperCase()] : undefined
  const stamp = event.getFirstPropertyValue('dtstamp')
  const sequence = Number(event.getFirstPropertyValue('sequence') ?? 0)
  if (!id || !answer || !(stamp instanceof ICAL.Time)) return undefined
  const address = String(attendee.getFirstValue()).replace(/^mailto:/i, '')
  return {
    id: id.toLowerCase(),
    answer,
    sequence: Number.isInteger(sequence) ? sequence : -1,
    stampedAt: stamp.toJSDate(),
    attendee: address.toLowerCase(),
  }
}

function parse(text: string): ICAL.Component | undefined {
  try {
    return ICAL.Component.fromString(text)
  } catch {
    return undefined
  }
}

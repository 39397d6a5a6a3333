import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { type CalendarEvent, writeCalendarFile } from './calendar-file.ts'

const EVENT: CalendarEvent = {
  id: '0b0e7f0c-6d3a-4a0e-9f55-1f4d2d0a7c11',
  sequence: 2,
  startsAt: new Date('2026-11-24T13:30:00Z'),
  endsAt: new Date('2026-11-24T14:30:00Z'),
}
const organizer = { name: 'Bureau De Brug', email: 'post@example.org' }
const attendee = { name: 'Sanne de Wit', email: 'sanne@example.org' }
const host = 'gestand.example.org'

/** As calendar software reads it. */
function read(text: string): { calendar: ICAL.Component; events: ICAL.Event[] } {
  const calendar = ICAL.Component.fromString(text)
  const events = calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each))
  return { calendar, events }
}

test('an invitation is read back as one: who invites whom, when, and which change it is', () => {
  const invitation = { method: 'REQUEST', organizer, attendee } as const
  const text = writeCalendarFile({ language: 'nl', host, events: [EVENT], invitation })
  const { calendar, events } = read(text)
  const [event] = events
  expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST')
  expect(event?.uid).toBe(`${EVENT.id}@${host}`)
  expect([event?.sequence, event?.summary]).toEqual([2, 'Afspraak'])
  expect(event?.startDate.toJSDate()).toEqual(EVENT.startsAt)
  expect(event?.endDate.toJSDate()).toEqual(EVENT.endsAt)
  expect(event?.organizer).toBe('mailto:post@example.org')
  expect(event?.attendees.map((each) => String(each.getFirstValue()).toLowerCase())).toEqual([
    'mailto:sanne@example.org',
  ])
  expect(event?.component.getFirstPropertyValue('status')).toBe('CONFIRMED')
})

test('a cancellation names the same appointment, and takes it out', () => {
  const invitation = { method: 'CANCEL', organizer, attendee } as const
  const events = [{ ...EVENT, sequence: 3 }]
  const cancelled = read(writeCalendarFile({ language: 'en', host, events, invitation }))
  expect(cancelled.calendar.getFirstPropertyValue('method')).toBe('CANCEL')
  expect(cancelled.events[0]?.uid).toBe(`${EVENT.id}@${host}`)
  expect(cancelled.events[0]?.sequence).toBe(3)
  expect(cancelled.events[0]?.component.getFirstPropertyValue('status')).toBe('CANCELLED')
})

test('a series keeps its hour when summer time ends, and one of it names when it was planned', () => {
  const invitation = { method: 'REQUEST', organizer, attendee } as const
  const series = {
    ...EVENT,
    startsAt: new Date('2026-10-19T12:30:00Z'),
    endsAt: new Date('2026-10-19T13:30:00Z'),
  }
  const whole = { language: 'nl', host, invitation, events: [{ ...series, weeks: 3 }] } as const
  const { calendar, events } = read(writeCalendarFile(whole))
  expect(calendar.getFirstSubcomponent('vtimezone')).toBeTruthy()
  const times = events[0]?.iterator()
  const next = () => times?.next()?.toJSDate().toISOString()
  expect([next(), next(), next(), next()]).toEqual([
    '2026-10-19T12:30:00.000Z',
    '2026-10-26T13:30:00.000Z',
    '2026-11-02T13:30:00.000Z',
    undefined,
  ])
  const one = { ...EVENT, recursAt: new Date('2026-10-26T13:30:00Z') }
  const moved = read(writeCalendarFile({ language: 'nl', host, invitation, events: [one] }))
  expect(moved.events[0]?.recurrenceId.toJSDate()).toEqual(one.recursAt)
  expect(moved.events[0]?.startDate.toJSDate()).toEqual(EVENT.startsAt)
  expect(moved.events[0]?.uid).toBe(events[0]?.uid)
})

test('a list of times says nothing but when', () => {
  const text = writeCalendarFile({ language: 'nl', host, events: [EVENT] })
  const { calendar, events } = read(text)
  expect(calendar.getFirstPropertyValue('method')).toBeNull()
  const names = events[0]?.component.getAllProperties().map(({ name }) => name)
  expect(names?.toSorted()).toEqual(
    ['class', 'dtend', 'dtstamp', 'dtstart', 'sequence', 'status', 'summary', 'uid'].toSorted(),
  )
})

test('lines are no longer than 75 octets and end as the standard says', () => {
  const name = 'Bureau voor re-integratie, loopbaan en outplacement “Café de Brug” te Voorbeeldstad'
  const invitation = { method: 'REQUEST', organizer: { ...organizer, name }, attendee } as const
  const text = writeCalendarFile({ language: 'nl', host, events: [EVENT], invitation })
  const lines = text.split('\r\n')
  expect(lines.every((line) => Buffer.byteLength(line) <= 75 && !line.includes('\n'))).toBe(true)
})

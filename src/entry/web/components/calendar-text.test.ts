import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  dayOf,
  formatDay,
  formatDayShort,
  formatMoment,
  formatPeriod,
  formatTime,
} from './calendar-text.ts'

test('a day is written as the language writes it', () => {
  expect(formatDay('2026-11-23', 'nl')).toBe('23 november 2026')
  expect(formatDay('2026-03-01', 'en')).toBe('1 March 2026')
  expect(formatDayShort('2026-11-03', 'nl')).toBe('03-11-2026')
  expect(formatDayShort('2026-11-03', 'en')).toBe('03/11/2026')
})

test('what is not a day comes back as it is', () => {
  expect(formatDay('morgen', 'nl')).toBe('morgen')
  expect(formatDayShort('', 'nl')).toBe('')
})

test('an instant is said by the clock in the Netherlands, in summer and in winter', () => {
  expect(formatTime(new Date('2026-11-23T13:30:00Z'), 'nl')).toBe('14.30 uur')
  expect(formatTime(new Date('2026-07-01T13:05:00Z'), 'en')).toBe('15:05')
  expect(formatMoment(new Date('2026-11-23T13:30:00Z'), 'nl')).toBe('23 november 2026, 14.30 uur')
})

test('an instant just before midnight in London is the next day in Amsterdam', () => {
  expect(dayOf(new Date('2026-12-31T23:30:00Z'))).toBe('2027-01-01')
  expect(formatMoment(new Date('2026-12-31T23:30:00Z'), 'nl')).toBe('1 januari 2027, 00.30 uur')
})

test('a day is that of the clock, whichever moments were asked before', () => {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' })
  const instants = fc.date({
    min: new Date('1890-01-01'),
    max: new Date('2199-12-31'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(instants, fc.integer({ min: 0, max: 3_599_999 }), (instant, later) => {
      const close = new Date(instant.getTime() + later)
      expect([dayOf(instant), dayOf(close)]).toEqual([clock.format(instant), clock.format(close)])
    }),
  )
})

test('a period does not repeat what both days share', () => {
  const from = '2026-11-23'
  expect(formatPeriod({ from, until: '2026-11-30' }, 'nl')).toBe('23 t/m 30 november 2026')
  expect(formatPeriod({ from, until: '2026-12-05' }, 'nl')).toBe('23 november t/m 5 december 2026')
  expect(formatPeriod({ from, until: '2027-01-05' }, 'en')).toBe(
    '23 November 2026 to 5 January 2027',
  )
  expect(formatPeriod({ from, until: from }, 'nl')).toBe('23 november 2026')
  expect(formatPeriod({ from }, 'nl')).toBe('vanaf 23 november 2026')
})

test('every day that is written out names its own year, month and date', () => {
  const days = fc.date({
    min: new Date('1900-01-01'),
    max: new Date('2199-12-31'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(days, (date) => {
      const day = date.toISOString().slice(0, 10)
      const [dayOfMonth, month, year] = formatDayShort(day, 'nl').split('-')
      expect(`${year}-${month}-${dayOfMonth}`).toBe(day)
      expect(formatDay(day, 'nl')).toMatch(/^\d{1,2} [a-z]{3,9} \d{4}$/)
    }),
  )
})

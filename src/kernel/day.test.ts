import { expect, test } from 'vitest'
import { sayDay, sayMoment, sayMonth, sayShortDay, sayWeekday } from './day.ts'

test('a day is written in words, whatever the season', () => {
  expect(sayDay('2026-12-01', 'nl')).toBe('1 december 2026')
  expect(sayDay('2026-07-31', 'en')).toBe('31 July 2026')
  expect(sayShortDay('2026-12-01', 'nl')).toBe('1 dec 2026')
  expect(sayWeekday('2026-11-23', 'nl')).toBe('maandag 23 november')
  expect(sayMonth('2026-10-31', 'en')).toBe('October 2026')
})

test('a moment is on the day and at the hour that it is in Amsterdam', () => {
  const midnight = new Date('2026-06-30T22:30:00Z')
  expect(sayDay(midnight, 'nl')).toBe('1 juli 2026')
  expect(sayDay(midnight.toISOString(), 'nl')).toBe('1 juli 2026')
  expect(sayMoment(midnight, 'nl')).toBe('1 juli 2026 om 00:30')
})

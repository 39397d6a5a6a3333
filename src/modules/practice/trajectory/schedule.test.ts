import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dueOn, weekOf } from './schedule.ts'

const DAY_MS = 86_400_000

/** Days as a calendar has them, one after the other. */
function calendarFrom(start: string, days: number): string[] {
  return Array.from({ length: days }, (_, index) =>
    new Date(Date.parse(`${start}T12:00:00Z`) + index * DAY_MS).toISOString().slice(0, 10),
  )
}

test('a week has seven days, and its last day is the seventh', () => {
  expect(dueOn('2026-03-02', { week: 1 })).toBe('2026-03-08')
  expect(dueOn('2026-03-02', { week: 2, day: 1 })).toBe('2026-03-09')
  expect(weekOf('2026-03-02', '2026-03-08')).toBe(1)
  expect(weekOf('2026-03-02', '2026-03-09')).toBe(2)
  expect(weekOf('2026-03-02', '2026-03-01')).toBe(0)
})

test('counting in weeks and days is crossing off a calendar day by day', () => {
  const starts = fc.date({
    min: new Date('2020-01-01T00:00:00Z'),
    max: new Date('2035-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(
      starts,
      fc.integer({ min: 1, max: 110 }),
      fc.integer({ min: 1, max: 7 }),
      (date, week, day) => {
        const start = date.toISOString().slice(0, 10)
        const calendar = calendarFrom(start, week * 7)
        const due = calendar[(week - 1) * 7 + day - 1] ?? ''
        expect(dueOn(start, { week, day })).toBe(due)
        expect(weekOf(start, due)).toBe(week)
      },
    ),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instantAt, isDay, laterDay, mondayOf, wallTimeOf, weekNumberOf } from './wall-time.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const instants = fc
  .integer({ min: Date.UTC(2020, 0, 1) / MINUTE_MS, max: Date.UTC(2040, 0, 1) / MINUTE_MS })
  .map((minutes) => new Date(minutes * MINUTE_MS))

function isSame(a: ReturnType<typeof wallTimeOf>, b: ReturnType<typeof wallTimeOf>): boolean {
  return a.day === b.day && a.time === b.time
}

test('what the clock says leads back to the instant, or to an hour before of the hour that comes twice', () => {
  fc.assert(
    fc.property(instants, (instant) => {
      const { day, time } = wallTimeOf(instant)
      const back = instantAt(day, time)
      const apart = instant.getTime() - back.getTime()
      expect([0, HOUR_MS]).toContain(apart)
      expect(apart === 0 || isSame(wallTimeOf(back), { day, time })).toBe(true)
    }),
  )
})

test('a time of the clock is said back, save in the hour that summer time skips', () => {
  const times = fc.integer({ min: 0, max: 24 * 60 - 1 }).map((minute) => {
    const at = new Date(minute * MINUTE_MS).toISOString()
    return at.slice(11, 16)
  })
  fc.assert(
    fc.property(instants, times, (some, time) => {
      const day = wallTimeOf(some).day
      const said = wallTimeOf(instantAt(day, time))
      const skipped = said.time !== time
      expect(said.day).toBe(day)
      const hours = [time, said.time].map((each) => each.slice(0, 2)).join(' ')
      expect(!skipped || hours === '02 03').toBe(true)
    }),
  )
})

test('each week the same hour, also over the days on which the clock changes', () => {
  fc.assert(
    fc.property(instants, (some) => {
      const day = wallTimeOf(some).day
      const weeks = [0, 1, 2, 3].map((week) => instantAt(laterDay(day, 7 * week), '14:30'))
      expect(weeks.map((each) => wallTimeOf(each).time)).toEqual(Array(4).fill('14:30'))
    }),
  )
})

test('the hours that are skipped and that come twice', () => {
  expect(instantAt('2026-03-29', '02:30').toISOString()).toBe('2026-03-29T01:30:00.000Z')
  expect(wallTimeOf(instantAt('2026-03-29', '02:30')).time).toBe('03:30')
  expect(instantAt('2026-10-25', '02:30').toISOString()).toBe('2026-10-25T00:30:00.000Z')
})

test('weeks are those of ISO 8601', () => {
  expect([mondayOf('2026-11-29'), weekNumberOf('2026-11-29')]).toEqual(['2026-11-23', 48])
  expect(['2027-01-03', '2027-01-04', '2020-12-31'].map(weekNumberOf)).toEqual([53, 1, 53])
  expect(['2026-02-29', '2028-02-29', 'x'].map(isDay)).toEqual([false, true, false])
})

import { expect, test } from 'vitest'
import { addDuration } from './duration.ts'

test('a period of years or months ends on the same date, or on the last day of a shorter month', () => {
  expect(addDuration('2026-11-23', 'P5Y')).toBe('2031-11-23')
  expect(addDuration('2028-02-29', 'P1Y')).toBe('2029-02-28')
  expect(addDuration('2026-11-30', 'P3M')).toBe('2027-02-28')
  expect(addDuration('2026-12-31', 'P1Y6M')).toBe('2028-06-30')
})

test('a period of weeks or days counts days', () => {
  expect(addDuration('2026-12-25', 'P2W')).toBe('2027-01-08')
  expect(addDuration('2026-12-25', 'P10D')).toBe('2027-01-04')
  expect(addDuration('2026-01-31', 'P1M1D')).toBe('2026-03-01')
})

import { expect, test } from 'vitest'
import { addPeriod } from './period.ts'

test.each([
  ['2026-09-01', 'P1Y', '2027-09-01'],
  ['2026-12-15', 'P2M', '2027-02-15'],
  ['2026-01-31', 'P1M', '2026-02-28'],
  ['2024-02-29', 'P1Y', '2025-02-28'],
  ['2026-09-01', 'P6W', '2026-10-13'],
  ['2026-09-30', 'P1D', '2026-10-01'],
  ['2026-09-01', 'P1Y6M10D', '2028-03-11'],
])('%s and %s is %s', (day, period, after) => {
  expect(addPeriod(day, period)).toBe(after)
})

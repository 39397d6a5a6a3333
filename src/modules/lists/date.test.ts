import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOrderUnclear, readDate } from './date.ts'

test.each([
  '23-11-2026',
  '23/11/2026',
  '23.11.2026',
  '23 11 2026',
  '23 - 11 - 2026',
  '23 nov 2026',
  '23 nov. 2026',
  '23-nov-2026',
  '23nov2026',
  '23 november 2026',
  '23 November 2026',
  'maandag 23 november 2026',
  'ma 23-11-2026',
  'November 23, 2026',
  '23rd November 2026',
  '2026-11-23',
  '2026/11/23',
  '20261123',
  '2026-11-23 00:00:00',
  '23-11-2026 14:30',
  '2026-11-23T00:00:00.000Z',
])('%s is 23 November 2026', (text) => {
  expect(readDate(text)).toEqual({ value: '2026-11-23', cautions: [] })
})

test('the day number of a spreadsheet program is read, with a caution', () => {
  expect(readDate('46349')).toEqual({ value: '2026-11-23', cautions: ['DATE_FROM_NUMBER'] })
  expect(readDate('46349,5')).toMatchObject({ value: '2026-11-23' })
})

test.each([
  ['23-11-26', 'DATE_YEAR_SHORT'],
  ["23 nov '26", 'DATE_YEAR_SHORT'],
  ['31-02-2026', 'DATE_IMPOSSIBLE'],
  ['29-02-2025', 'DATE_IMPOSSIBLE'],
  ['00-11-2026', 'DATE_IMPOSSIBLE'],
  ['32-11-2026', 'DATE_IMPOSSIBLE'],
  ['23-00-2026', 'DATE_IMPOSSIBLE'],
  ['23-11-0026', 'DATE_IMPOSSIBLE'],
  ['2026-13-01', 'DATE_IMPOSSIBLE'],
  ['11/23/2026', 'DATE_MONTH_FIRST'],
  ['1978', 'DATE_INCOMPLETE'],
  ['11-2026', 'DATE_INCOMPLETE'],
  ['november 2026', 'DATE_INCOMPLETE'],
  ['2026-11-22T23:00:00Z', 'DATE_TIME_ZONE'],
  ['2026-11-22 22:00:00+02:00', 'DATE_TIME_ZONE'],
  ['gisteren', 'DATE_UNREADABLE'],
  ['23 novembre 2026', 'DATE_UNREADABLE'],
  ['23-11-20266', 'DATE_UNREADABLE'],
  ['99999', 'DATE_UNREADABLE'],
  ['123', 'DATE_UNREADABLE'],
])('%s is refused as %s', (text, refused) => {
  expect(readDate(text)).toEqual({ refused })
})

test('day and month can be exchanged when both are twelve at most and differ', () => {
  expect(isOrderUnclear('03/04/2026')).toBe(true)
  expect(isOrderUnclear('04/04/2026')).toBe(false)
  expect(isOrderUnclear('13/04/2026')).toBe(false)
  expect(isOrderUnclear('3 april 2026')).toBe(false)
})

const DUTCH_MONTHS = 'januari februari maart april mei juni juli augustus september oktober'
const MONTH_NAMES = [...DUTCH_MONTHS.split(' '), 'november', 'december']

test('every day of two centuries is read in every way of writing', () => {
  const min = new Date('1900-01-01')
  const max = new Date('2099-12-31')
  fc.assert(
    fc.property(fc.date({ min, max, noInvalidDate: true }), (date) => {
      const iso = date.toISOString().slice(0, 10)
      const [year = '', month = '', day = ''] = iso.split('-')
      const name = MONTH_NAMES[Number(month) - 1] ?? ''
      const short = `${Number(day)}-${Number(month)}-${year}`
      const forms = [iso, `${day}-${month}-${year}`, `${day}/${month}/${year}`, short]
      for (const form of [...forms, `${Number(day)} ${name} ${year}`, `${year}${month}${day}`]) {
        expect(readDate(form)).toMatchObject({ value: iso })
      }
    }),
  )
})

test('whatever stands there, the answer is an existing date or a reason', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9a-z:.,/' -]{0,20}$/), (text) => {
      const reading = readDate(text)
      if ('refused' in reading) return
      expect(new Date(reading.value).toISOString().slice(0, 10)).toBe(reading.value)
    }),
  )
})

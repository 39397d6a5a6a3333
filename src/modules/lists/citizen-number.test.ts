import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holdsCitizenNumber, isCitizenNumberColumn, passesElevenTest } from './citizen-number.ts'

test('numbers made for testing pass, and one digit off does not', () => {
  expect(passesElevenTest('123456782')).toBe(true)
  expect(passesElevenTest('111222333')).toBe(true)
  expect(passesElevenTest('123456783')).toBe(false)
  expect(passesElevenTest('000000000')).toBe(false)
  expect(passesElevenTest('12345678')).toBe(false)
})

test('changing one digit of a number that passes makes it fail', () => {
  const place = fc.integer({ min: 0, max: 8 })
  fc.assert(
    fc.property(place, fc.integer({ min: 1, max: 9 }), (at, plus) => {
      const digits = Array.from('123456782')
      digits[at] = String((Number(digits[at]) + plus) % 10)
      expect(passesElevenTest(digits.join(''))).toBe(false)
    }),
  )
})

test.each(['123456782', 'BSN 123456782.', '1234.56.782', '123 456 782', 'x-123456782/a'])(
  '%s holds a citizen number',
  (text) => {
    expect(holdsCitizenNumber(text)).toBe(true)
  },
)

test.each(['1234567820', '00000000', '123456783', '06-12345678', 'NL12BANK0123456782'])(
  '%s holds none',
  (text) => {
    expect(holdsCitizenNumber(text)).toBe(false)
  },
)

test('a column is one of citizen numbers when half of its filled cells pass', () => {
  expect(isCitizenNumberColumn(['123456782', '', '111222333'])).toBe(true)
  expect(isCitizenNumberColumn(['123456782', 'onbekend'])).toBe(true)
  expect(isCitizenNumberColumn(['123456782', 'V-1', 'V-2'])).toBe(false)
  expect(isCitizenNumberColumn(['', ''])).toBe(false)
})

test('a citizen number that lost its first zero is recognised in a column', () => {
  expect(passesElevenTest('010000003')).toBe(false)
  expect(passesElevenTest('012345672')).toBe(true)
  expect(isCitizenNumberColumn(['12345672', '111222333'])).toBe(true)
})

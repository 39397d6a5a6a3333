import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diplomaNumber, groupedNumber, readDiplomaNumber } from './number.ts'

const serial = fc.integer({ min: 1, max: 99_999_999 })

test('a number is read back however it was grouped', () => {
  expect(diplomaNumber(1)).toBe('000000013')
  expect(diplomaNumber(572)).toBe('000005724')
  fc.assert(
    fc.property(serial, fc.constantFrom(' ', '.', '-', ''), (place, mark) => {
      const number = diplomaNumber(place)
      expect(Number(number.slice(0, -1))).toBe(place)
      expect(readDiplomaNumber(groupedNumber(number).replaceAll(' ', mark))).toBe(number)
    }),
  )
})

test('one wrong digit, or two neighbours that were swapped, make no number', () => {
  fc.assert(
    fc.property(serial, fc.nat(8), fc.integer({ min: 1, max: 9 }), (place, at, by) => {
      const digits = diplomaNumber(place).split('')
      const wrong = digits.with(at, String((Number(digits[at]) + by) % 10))
      expect(readDiplomaNumber(wrong.join(''))).toBeUndefined()
      const [left = '', right = ''] = digits.slice(Math.min(at, 7))
      const swapped = digits.toSpliced(Math.min(at, 7), 2, right, left)
      const same = left === right ? digits.join('') : undefined
      expect(readDiplomaNumber(swapped.join(''))).toBe(same)
    }),
  )
})

test('a number that was taken over is shown as it is', () => {
  expect(groupedNumber('IC-2021-014')).toBe('IC-2021-014')
})

test.each(['', '12345678', '0000000011', '00000001a', '١٢٣٤٥٦٧٨٩'])('%j is no number', (typed) => {
  expect(readDiplomaNumber(typed)).toBeUndefined()
})

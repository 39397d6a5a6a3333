import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAddress, readHouseNumber } from './address.ts'
import { readEmail } from './email.ts'
import { readPhone } from './phone.ts'
import { readPostcode, splitPostcodeAndCity } from './postcode.ts'

describe('telephone numbers', () => {
  test.each([
    ['06-00000012', '+31600000012'],
    ['06 0000 0012', '+31600000012'],
    ['06.00.00.00.12', '+31600000012'],
    ['(06) 00000012', '+31600000012'],
    ['+31 6 0000 0012', '+31600000012'],
    ['+31 (0)6 0000 0012', '+31600000012'],
    ['0031600000012', '+31600000012'],
    ['31600000012', '+31600000012'],
    ['tel: 020-0000012', '+31200000012'],
    ['+32 470 00 00 12', '+32470000012'],
    ['0049 30 00000012', '+493000000012'],
  ])('%s becomes %s', (text, value) => {
    expect(readPhone(text)).toEqual({ value, cautions: [] })
  })

  test('a lost first zero is put back, with a caution', () => {
    expect(readPhone('600000013')).toEqual({
      value: '+31600000013',
      cautions: ['PHONE_ZERO_ADDED'],
    })
  })

  test('of several numbers the mobile one is taken, with a caution', () => {
    const cautions = ['PHONE_MORE_THAN_ONE']
    expect(readPhone('020-0000012 / 06-00000012')).toEqual({ value: '+31600000012', cautions })
    expect(readPhone('020-0000012 of 030-0000012')).toEqual({ value: '+31200000012', cautions })
  })

  test.each([
    ['6,12E+08', 'PHONE_ROUNDED'],
    ['06-0000001', 'PHONE_LENGTH'],
    ['06-000000122', 'PHONE_LENGTH'],
    ['+31 6 0000', 'PHONE_LENGTH'],
    ['12', 'PHONE_LENGTH'],
    ['bij buurvrouw', 'PHONE_UNREADABLE'],
    ['06-0000001O', 'PHONE_UNREADABLE'],
    ['600000012', 'PHONE_ZERO_ADDED'],
    ['123456782', 'CELL_CITIZEN_NUMBER'],
  ])('%s says %s', (text, code) => {
    expect(JSON.stringify(readPhone(text))).toContain(code)
  })

  test('every Dutch number is read whatever the spaces', () => {
    const digits = fc.stringMatching(/^[1-9]\d{8}$/)
    const start = fc.constantFrom('0', '+31', '0031', '+31 (0)', '+31 ')
    fc.assert(
      fc.property(digits, start, fc.constantFrom(' ', '-', '.', ''), (number, before, space) => {
        const parts = [number.slice(0, 1), number.slice(1, 5), number.slice(5)]
        expect(readPhone(before + parts.join(space))).toEqual({
          value: `+31${number}`,
          cautions: [],
        })
      }),
    )
  })
})

describe('postcodes', () => {
  test.each(['1234 AB', '1234ab', '1234  AB'.replace('  ', ' '), '1234-AB', 'NL-1234 AB'])(
    '%s is written 1234 AB',
    (text) => {
      expect(readPostcode(text)).toEqual({ value: '1234 AB', cautions: [] })
    },
  )

  test('a foreign postcode needs its country', () => {
    expect(readPostcode('b-1000')).toEqual({ value: 'B-1000', cautions: [] })
    expect(readPostcode('1000')).toEqual({ refused: 'POSTCODE_LETTERS_MISSING' })
  })

  test.each(['0123 AB', '1234 SS', '1234 A', '12345 AB', '1O34 AB', 'Utrecht'])(
    '%s is refused',
    (text) => {
      expect(readPostcode(text)).toEqual({ refused: 'POSTCODE_UNREADABLE' })
    },
  )

  test('a postcode and a town in one column come apart', () => {
    expect(splitPostcodeAndCity('1234ab  Den Bosch')).toEqual({
      postcode: '1234ab',
      city: 'Den Bosch',
    })
    expect(splitPostcodeAndCity('Den Bosch')).toEqual({ city: 'Den Bosch' })
    expect(splitPostcodeAndCity('1234 AB')).toEqual({ postcode: '1234 AB' })
  })
})

describe('house numbers and streets', () => {
  test.each([
    ['12', 12, undefined],
    ['12a', 12, 'a'],
    ['12 A', 12, 'A'],
    ['12-3', 12, '3'],
    ['12 bis', 12, 'bis'],
    ['12/II', 12, 'II'],
    ['nr. 12', 12, undefined],
    ['012', 12, undefined],
  ])('%s is number %s with addition %s', (text, houseNumber, houseNumberAddition) => {
    const value = { houseNumber, ...(houseNumberAddition && { houseNumberAddition }) }
    expect(readHouseNumber(text)).toEqual({ value, cautions: [] })
  })

  test.each(['12-mrt', 'mrt-12', '3-dec', '12-3-2026'])('%s was a house number', (text) => {
    expect(readHouseNumber(text)).toEqual({ refused: 'HOUSE_NUMBER_IS_DATE' })
  })

  test.each(['bis', '0', '123456', ''])('"%s" is no house number', (text) => {
    expect(readHouseNumber(text)).toEqual({ refused: 'HOUSE_NUMBER_UNREADABLE' })
  })

  test.each([
    ['Kerkstraat 12', 'Kerkstraat', 12, undefined],
    ['Kerkstraat 12a', 'Kerkstraat', 12, 'a'],
    ['2e Dwarsstraat 12-3', '2e Dwarsstraat', 12, '3'],
    ['Plein 1813 5 hs', 'Plein 1813', 5, 'hs'],
    ['Laan van de Vrede, 102', 'Laan van de Vrede', 102, undefined],
    ['Postbus 77', 'Postbus', 77, undefined],
  ])('%s is split', (text, street, houseNumber, houseNumberAddition) => {
    const number = { houseNumber, ...(houseNumberAddition && { houseNumberAddition }) }
    expect(readAddress(text)).toEqual({ value: { street, ...number }, cautions: [] })
  })

  test('a street without a number is kept, with a caution', () => {
    expect(readAddress('Molenpad')).toEqual({
      value: { street: 'Molenpad' },
      cautions: ['HOUSE_NUMBER_MISSING'],
    })
  })
})

describe('email addresses', () => {
  test.each(['a.bakker@example.org', 'A.Bakker@Example.org', 'mailto:a.bakker@example.org'])(
    '%s is read in small letters',
    (text) => {
      expect(readEmail(text)).toEqual({ value: 'a.bakker@example.org', cautions: [] })
    },
  )

  test('the address is taken from between brackets', () => {
    expect(readEmail('A. Bakker <a.bakker@example.org>')).toMatchObject({
      value: 'a.bakker@example.org',
    })
  })

  test.each([
    ['a.bakker.example.org', 'EMAIL_UNREADABLE'],
    ['a bakker@example.org', 'EMAIL_UNREADABLE'],
    ['a@example', 'EMAIL_UNREADABLE'],
    ['a@example.org; b@example.org', 'EMAIL_MORE_THAN_ONE'],
  ])('%s is refused', (text, refused) => {
    expect(readEmail(text)).toEqual({ refused })
  })
})

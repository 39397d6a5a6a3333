import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type PersonName, readFullName, readNameParts } from './name.ts'

describe('a full name in one column', () => {
  test.each<[string, PersonName]>([
    ['Jan Jansen', { givenName: 'Jan', familyName: 'Jansen' }],
    ['Mevr. A. Bakker', { initials: 'A.', familyName: 'Bakker' }],
    ['De heer J. de Heer', { initials: 'J.', prefix: 'de', familyName: 'Heer' }],
    ['Prof. dr. A. de Wit', { initials: 'A.', prefix: 'de', familyName: 'Wit' }],
    ['S. Vos, MA', { initials: 'S.', familyName: 'Vos' }],
    ['Jack Ma', { givenName: 'Jack', familyName: 'Ma' }],
    ['Jansen, van der', { prefix: 'van der', familyName: 'Jansen' }],
    ['van den Berg, Anna', { givenName: 'Anna', prefix: 'van den', familyName: 'Berg' }],
    ['Vries, de, M.', { initials: 'M.', prefix: 'de', familyName: 'Vries' }],
    ['Jan op den Kamp', { givenName: 'Jan', prefix: 'op den', familyName: 'Kamp' }],
    ['Th.M. van ’t Hoff', { initials: 'Th.M.', prefix: "van 't", familyName: 'Hoff' }],
    ['IJ. Postma', { initials: 'IJ.', familyName: 'Postma' }],
    ['Fatima El Amrani', { givenName: 'Fatima', familyName: 'El Amrani' }],
    ['Ben Jansen', { givenName: 'Ben', familyName: 'Jansen' }],
    ['Do Nguyen', { givenName: 'Do', familyName: 'Nguyen' }],
    ["Pat O'Brien", { givenName: 'Pat', familyName: "O'Brien" }],
    ['Jan Willem de Vries', { givenName: 'Jan Willem', prefix: 'de', familyName: 'Vries' }],
    [
      'J.P. van der Berg - de Vries',
      { initials: 'J.P.', prefix: 'van der', familyName: 'Berg-de Vries' },
    ],
    [
      'Berg van der, J.P. (Jan)',
      { givenName: 'Jan', initials: 'J.P.', prefix: 'van der', familyName: 'Berg' },
    ],
    [
      'K. van den Berg (Karel)',
      { givenName: 'Karel', initials: 'K.', prefix: 'van den', familyName: 'Berg' },
    ],
  ])('%s is split', (text, name) => {
    expect(readFullName(text)).toMatchObject({ value: name })
  })

  test.each([
    ['JAN VAN DER BERG', { givenName: 'Jan', prefix: 'van der', familyName: 'Berg' }],
    ['JP JANSEN-DE BOER', { initials: 'J.P.', familyName: 'Jansen-de Boer' }],
    ['IJSBRAND DIJKSTRA', { givenName: 'IJsbrand', familyName: 'Dijkstra' }],
  ])('%s gets small letters, with a caution', (text, value) => {
    expect(readFullName(text)).toEqual({ value, cautions: ['NAME_RECASED'] })
  })

  test.each([
    ['Maria Garcia Lopez', 'NAME_SPLIT_UNSURE'],
    ['Jan de', 'NAME_SPLIT_UNSURE'],
    ['A. v.d. Meer', 'PREFIX_SHORTENED'],
    ['Bakker', 'NAME_ONLY_FAMILY'],
  ])('%s asks for a look', (text, caution) => {
    expect(readFullName(text)).toMatchObject({ cautions: [caution] })
  })

  test.each(['12345', 'bakker@example.org', 'A. Bakker 06-00000001', '= Bakker', ',,', '-'])(
    '%s is no name',
    (text) => {
      expect(readFullName(text)).toHaveProperty('refused')
    },
  )
})

describe('a name in columns of its own', () => {
  test('a prefix within the family name is taken out', () => {
    const reading = readNameParts({ givenName: 'Jan', familyName: 'Van der Berg' })
    const name = { givenName: 'Jan', prefix: 'Van der', familyName: 'Berg' }
    expect(reading).toEqual({ value: name, cautions: [] })
  })

  test('a prefix that stands in both columns is taken once', () => {
    const columns = { initials: 'jp', prefix: 'van den', familyName: 'van den Berg' }
    const value = { initials: 'J.P.', prefix: 'van den', familyName: 'Berg' }
    expect(readNameParts(columns)).toMatchObject({ value })
  })

  test('a family name keeps a prefix that differs from the one in its column', () => {
    const columns = { givenName: 'Eva', prefix: 'van', familyName: 'de Wit' }
    const value = { givenName: 'Eva', prefix: 'van', familyName: 'de Wit' }
    expect(readNameParts(columns)).toMatchObject({ value })
  })

  test('a given name in the column for initials is a given name', () => {
    const value = { givenName: 'Annelies', familyName: 'Vos' }
    expect(readNameParts({ initials: 'Annelies', familyName: 'Vos' })).toMatchObject({ value })
  })

  test('initials in the column for the given name are initials', () => {
    const value = { initials: 'A.M.', familyName: 'Vos' }
    expect(readNameParts({ givenName: 'A.M.', familyName: 'Vos' })).toMatchObject({ value })
  })

  test('a name of a script without capitals is left alone', () => {
    const value = { givenName: '小明', familyName: '王' }
    expect(readNameParts(value)).toEqual({ value, cautions: [] })
  })

  test('a number among the names is refused', () => {
    expect(readNameParts({ givenName: 'Jan', familyName: '0612' })).toEqual({
      refused: 'NAME_UNREADABLE',
    })
  })
})

const given = fc.constantFrom('Jan', 'Anne', 'Sören', 'Marie-Louise', 'Fatima', 'Bo', 'Ömer', 'Ad')
const initials = fc.constantFrom('J.', 'A.M.', 'Th.', 'J.P.H.', 'Chr.', 'IJ.')
const prefix = fc.constantFrom('van', 'van der', 'de', "van 't", 'ter', 'op de', 'von', 'in den')
const family = fc.constantFrom('Berg', 'Vries', 'Bakker-de Wit', 'Müller', 'Yılmaz', "O'Brien")

const person = fc.record(
  { givenName: given, initials, prefix, familyName: family },
  { requiredKeys: ['familyName'] },
)

test('whatever way the parts are written together, they come apart the same', () => {
  fc.assert(
    fc.property(person, fc.constantFrom(...WRITTEN), (name, write) => {
      const reading = readFullName(write(name))
      const { givenName, initials: letters, ...rest } = name
      // A given name beside initials is written in brackets, as lists do.
      const expected = { ...(letters && { initials: letters }), ...(givenName && { givenName }) }
      expect(reading).toMatchObject({ value: { ...rest, ...expected } })
    }),
  )
})

const join = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join(' ')

/** Initials and the name somebody goes by. */
function first({ givenName, initials: letters }: Partial<PersonName>): string {
  if (letters === undefined) return givenName ?? ''
  return givenName === undefined ? letters : `${letters} (${givenName})`
}

const WRITTEN: ((name: PersonName) => string)[] = [
  (name) => join(first(name), name.prefix, name.familyName),
  (name) => join('Mevrouw', first(name), name.prefix, name.familyName),
  (name) => join(`${name.familyName},`, first(name), name.prefix),
  (name) => join(`${name.familyName},`, name.prefix, first(name)),
  (name) => join(name.prefix, `${name.familyName},`, first(name)),
  (name) => join(name.familyName, name.prefix, ',', first(name)),
]

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ImportedClient } from './client.ts'
import { readClientList } from './client-list.ts'
import { PRACTICE_VOCABULARY } from '#modules/practice/vocabulary.ts'
import { SERVICES } from './service.ts'

const TODAY = '2026-11-23'

/**
 * Letters and marks that Windows-1252 has too; within quotation marks a cell may hold any of them.
 */
const words = fc
  .array(fc.constantFrom('Café', 'Zorg', '’t Hoekje', 'Müller & Zn', 'A;B', 'x, y', '"nieuw"'), {
    minLength: 1,
    maxLength: 3,
  })
  .map((parts) => parts.join(' '))

const day = fc
  .date({ min: new Date('1940-01-01'), max: new Date('2008-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

const client = fc.record({
  givenName: fc.constantFrom('Anne', 'Sören', 'Fatima', 'Jean-Pierre', 'Zoë'),
  initials: fc.constantFrom('A.', 'S.J.', 'F.', 'J.P.', 'Th.'),
  prefix: fc.constantFrom(undefined, 'van der', 'de', "van 't", 'von'),
  familyName: fc.constantFrom('Berg', 'Vries-de Wit', 'Müller', "O'Brien", 'El Amrani'),
  bornOn: day,
  phone: fc.stringMatching(/^\+31[1-9]\d{8}$/),
  street: fc.constantFrom('Oude Veerweg', 'Plein 1813', '2e Dwarsstraat'),
  houseNumber: fc.integer({ min: 1, max: 99999 }),
  houseNumberAddition: fc.constantFrom(undefined, 'a', 'bis', '2'),
  postcode: fc.stringMatching(/^[1-9]\d{3} [A-R][A-Z]$/),
  city: fc.constantFrom('Rivierdam', "'s-Heerenveen", 'Sint-Rená'),
  service: fc.constantFrom(...SERVICES),
  principal: fc.option(words, { nil: undefined }),
  startedOn: fc.constantFrom('2026-01-31', '2026-11-01'),
})

const HEADINGS = {
  givenName: 'Voornaam',
  initials: 'Voorletters',
  prefix: 'Tussenvoegsel',
  familyName: 'Achternaam',
  bornOn: 'Geboortedatum',
  email: 'E-mail',
  phone: 'Telefoon',
  street: 'Straat',
  houseNumber: 'Huisnummer',
  houseNumberAddition: 'Toevoeging',
  postcode: 'Postcode',
  city: 'Woonplaats',
  service: 'Dienst',
  principal: 'Opdrachtgever',
  startedOn: 'Startdatum',
  reference: 'Kenmerk',
} as const satisfies Partial<Record<keyof ImportedClient, string>>

const form = fc.record({
  encoding: fc.constantFrom('utf-8', 'utf-8 with mark', 'utf-16', 'windows-1252'),
  delimiter: fc.constantFrom(';', ',', '\t', '|'),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  quoteAll: fc.boolean(),
  isoDates: fc.boolean(),
})

type Form = typeof form extends fc.Arbitrary<infer Value> ? Value : never

test('whatever encoding, separator, quotation and dates, the same clients come out', () => {
  fc.assert(
    fc.property(fc.array(client, { minLength: 1, maxLength: 12 }), form, (people, how) => {
      const clients = people.map(complete)
      const list = readClientList(writeList(clients, how), { today: TODAY })
      expect(list.problems).toEqual([])
      expect(list.rows.map(({ client: read }) => read)).toEqual(clients)
    }),
    { numRuns: 150 },
  )
})

test('whatever bytes come in, reading ends with rows and problems', () => {
  const start = Buffer.from('Naam;Geboortedatum;Dienst\n')
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const list = readClientList(Buffer.concat([start, bytes]), { today: TODAY })
      expect(list.rows.length + list.problems.length).toBeGreaterThan(0)
    }),
  )
})

test('whatever characters stand in a row, reading ends', () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 30 })
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 4 }), (cells) => {
      const file = `Naam;Adres;Telefoon;Dienst\n${cells.join(';')}\n`
      const list = readClientList(Buffer.from(file), { today: TODAY })
      expect(list.rows.length + list.problems.length).toBeGreaterThan(0)
    }),
  )
})

/** Each person has an address and a reference of their own, so that none counts as repeated. */
function complete(person: Partial<ImportedClient>, index: number): Partial<ImportedClient> {
  const own = { email: `client${index}@example.org`, reference: `V-${index}` }
  const filled = Object.entries({ ...person, ...own }).filter(([, value]) => value !== undefined)
  return { ...Object.fromEntries(filled), bornOn: `19${String(40 + index)}-05-17` }
}

function writeList(clients: readonly Partial<ImportedClient>[], how: Form): Uint8Array {
  const rows = clients.map((each) => {
    return Object.keys(HEADINGS).map((field) => writeCell(each, field, how))
  })
  const lines = [Object.values(HEADINGS), ...rows].map((cells) => {
    return cells.map((cell) => quote(cell, how)).join(how.delimiter)
  })
  return encode(lines.join(how.lineEnd) + how.lineEnd, how.encoding)
}

function writeCell(person: Partial<ImportedClient>, field: string, how: Form): string {
  if (field === 'service' && person.service !== undefined) {
    return PRACTICE_VOCABULARY.kinds[person.service]?.says.nl ?? ''
  }
  const value = String(new Map(Object.entries(person)).get(field) ?? '')
  if (!field.endsWith('On') || how.isoDates) return value
  return value.split('-').toReversed().join('-')
}

function quote(cell: string, { quoteAll, delimiter }: Form): string {
  const needed = cell.includes(delimiter) || cell.includes('"') || cell.includes('\n')
  return quoteAll || needed ? `"${cell.replaceAll('"', '""')}"` : cell
}

function encode(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text)
  if (encoding === 'utf-8 with mark') return Buffer.from(`\ufeff${text}`)
  if (encoding === 'utf-16') return Buffer.from(`\ufeff${text}`, 'utf16le')
  return Buffer.from(text.replaceAll('’', '\u0092'), 'latin1')
}

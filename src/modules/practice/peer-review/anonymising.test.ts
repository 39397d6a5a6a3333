import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anonymise, type KnownValue } from './anonymising.ts'

const KNOWN: readonly KnownValue[] = [
  { kind: 'name', value: 'Sanne' },
  { kind: 'name', value: 'de Wit' },
  { kind: 'employer', value: 'Zorggroep De Linde' },
  { kind: 'place', value: 'Rivierdam' },
]

test('cas-06: known names, employers and places are replaced, the same one by the same placeholder', () => {
  const { text, replaced } = anonymise(
    'Sanne de Wit werkt bij Zorggroep De Linde in Rivierdam. SANNE wil terug; sannes leidinggevende ook.',
    KNOWN,
  )
  expect(text).toBe(
    '[naam 2] [naam 1] werkt bij [werkgever 1] in [plaats 1]. [naam 2] wil terug; [naam 2] leidinggevende ook.',
  )
  expect(replaced).toEqual({ name: 2, employer: 1, place: 1 })
})

test.each([
  ['Geboren 3 maart 1981, ziek sinds 12-09-2025.', 'Geboren [datum 1], ziek sinds [datum 2].'],
  ['Wij zien u vrijdag 4 september. Tot dan.', 'Wij zien u vrijdag [datum 1]. Tot dan.'],
  ['Bel 06-12345678 of +31 20 123 45 67.', 'Bel [nummer 2] of [nummer 1].'],
  ['Woont op 1234 AB, mail x.y@example.org.', 'Woont op [adres 1], mail [e-mail 1].'],
  ['Rekening NL91 ABNA 0417 1643 00 klopt.', 'Rekening [rekening 1] klopt.'],
  ['Het nummer 123456782 en dossier HB-2026/017.', 'Het nummer [nummer 2] en dossier [nummer 1].'],
  ['Gisteren sprak Karim el Idrissi met ons.', 'Gisteren sprak [naam 1] met ons.'],
  ['Zij werkt 24 uur. Daarna rust.', 'Zij werkt [nummer 1] uur. Daarna rust.'],
])('cas-06: what looks like a date, number, address or name is replaced: %s', (before, after) => {
  expect(anonymise(before, []).text).toBe(after)
})

test('cas-06: whatever is known of a dossier is not in the version made of it', () => {
  const word = fc.stringMatching(/^[A-Z][a-z]{3,9}$/)
  const around = fc.array(fc.constantFrom('wil', 'rust', ',', '.', '\n', '“', 'met'), {
    maxLength: 6,
  })
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), around, (names, filler) => {
      const text = names.flatMap((name) => [...filler, name, 'gaat']).join(' ')
      const known = names.map((value) => ({ kind: 'name', value }) as const)
      const made = anonymise(text, known).text.toLowerCase()
      const left = made.replaceAll(/\[[^\]]+\]/gu, '')
      const words = left.split(/[^a-z]+/u)
      expect(names.filter((name) => words.includes(name.toLowerCase()))).toEqual([])
    }),
    { numRuns: 200 },
  )
})

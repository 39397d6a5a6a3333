import { strFromU8, unzipSync } from 'fflate'
import fc from 'fast-check'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { writeArchive } from './archive.ts'
import { blanker, blankLine } from './blanking.ts'
import { writeCsv } from './csv.ts'
import { drawHypertext } from './hypertext.ts'

test('what goes into an archive comes out of it, under the same names', async () => {
  const place = fc.stringMatching(/^[a-z]{1,8}$/)
  const entry = fc.record({ place, parts: fc.array(fc.uint8Array()), text: fc.boolean() })
  const entries = fc.uniqueArray(entry, { selector: (each) => each.place, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(entries, async (each) => {
      const source = async function* () {
        for (const { parts, ...rest } of each) yield { ...rest, content: parts }
      }
      const made: Uint8Array[] = []
      for await (const part of writeArchive(source(), new Date())) made.push(part)
      const { 'manifest-sha256.txt': manifest, ...files } = unzipSync(Buffer.concat(made))
      expect(Object.keys(files).toSorted()).toEqual(each.map((one) => one.place).toSorted())
      for (const { place: name, parts } of each) {
        expect(Buffer.from(files[name] ?? []).equals(Buffer.concat(parts))).toBe(true)
      }
      expect(strFromU8(manifest ?? new Uint8Array()).split('\n')).toHaveLength(each.length + 1)
    }),
    { numRuns: 30 },
  )
})

test('a table reads back as it was written, and no cell of it is a formula', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '=', '-', '1', ' ') })
  fc.assert(
    fc.property(fc.array(fc.record({ one: cell, two: cell }), { minLength: 1 }), (lines) => {
      const written = writeCsv(['one', 'two'], lines)
      const read: string[][] = parse(written)
      expect(read).toHaveLength(lines.length + 1)
      for (const [index, { one }] of lines.entries()) {
        const back = read[index + 1]?.[0] ?? ''
        expect([one, `'${one}`]).toContain(back)
        expect(/^[=@+]/.test(back)).toBe(false)
      }
    }),
  )
})

test('blanked words are nowhere, in whatever case and however they are spaced', () => {
  const blank = blanker({ words: ['Truus Zwart', 'Truus', '(a+'], files: [] })
  const line = blankLine({ body: 'truus  zwart, TRUUS en (A+', amount: 3, none: null }, blank)
  expect(line).toEqual({ body: '█████, █████ en █████', amount: 3, none: null })
  expect(blanker({ words: [' '], files: [] })('Niets')).toBe('Niets')
})

test('what stands in a readable page is text, whatever it looks like', () => {
  const odd = '<script>alert(1)</script> & "x"'
  const page = drawHypertext({
    language: 'nl',
    title: odd,
    blocks: [
      { kind: 'paragraph', text: odd },
      { kind: 'table', head: [odd], rows: [[odd]] },
      { kind: 'list', items: [odd] },
    ],
    links: [{ href: 'a b/"c.txt', text: odd }],
  })
  expect(page).not.toContain('<script>')
  expect(page).toContain('href="a%20b/%22c.txt"')
})

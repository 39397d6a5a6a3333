import { inflateSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { sayAccessible } from './accessible.ts'
import { drawable } from './drawable.ts'
import { type Letter, letterInput } from './letter.ts'
import { LetterPress } from './press.ts'

const LETTER: Letter = {
  language: 'nl',
  title: 'Ons antwoord op uw verzoek',
  sender: { name: 'Bureau De Brug', lines: ['Voorbeeldkade 1, 0000 AA Voorbeeldstad'] },
  addressee: ['A. van der Meulen', 'Laan 2', '0000 AA Voorbeeldstad'],
  writtenOn: '2026-11-23',
  reference: 'V2026-0001',
  blocks: [
    { kind: 'paragraph', text: 'Dag mevrouw,\nDit is een regel. #panic("markup") $x$ *vet*' },
    { kind: 'heading', text: 'Wat wij doen' },
    { kind: 'list', items: ['Een', 'Twee'] },
    { kind: 'quote', text: 'Ik wil weten wat u van mij bewaart.' },
    { kind: 'table', head: ['Soort', 'Aantal'], rows: [['Aantekeningen', '3']], widths: [3, 1] },
  ],
  closing: { words: 'Met vriendelijke groet,', name: 'De functionaris gegevensbescherming' },
}

function press(): LetterPress {
  const made = new LetterPress()
  onTestFinished(() => made.close())
  return made
}

test('a letter is a PDF in its language, for who listens to it and for the archive', async () => {
  const one = press()
  for (const language of ['nl', 'en'] as const) {
    const pdf = await one.print({ ...LETTER, language })
    const words = readable(pdf)
    expect(words).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(words).toMatch(/<pdfuaid:part [^>]+>1</)
    expect(words).toContain('/DisplayDocTitle true')
    expect(words).toContain(`/Lang (${language}`)
    expect(faultsOfPlaces(pdf)).toEqual([])
  }
})

test('a file that ends otherwise than Typst ends it stays as it is', () => {
  const other = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Metadata >>\nendobj\n')
  expect(sayAccessible(other)).toBe(other)
})

test('a sign that no font has is a square on paper, and the rest of the letter is there', async () => {
  const one = press()
  const odd = [
    '\uf0b7 punt uit Word',
    'bel\u0007',
    'half \ud83d',
    '👍🏽 goed',
    '名前',
    '\u{10fffd}',
  ]
  const pdf = await one.print({ ...LETTER, blocks: [{ kind: 'list', items: odd }] })
  expect(pdf.length).toBeGreaterThan(1000)
  expect(drawable({ a: odd, file: { text: '名' }, n: 1 })).toEqual({
    a: ['• punt uit Word', 'bel', 'half □', '□ goed', '□□', '□'],
    file: { text: '名' },
    n: 1,
  })
})

test('headings go down one level at a time, whatever somebody typed', () => {
  const heading = (level: 2 | 3) => ({ kind: 'heading', text: 'x', level }) as const
  const blocks = [heading(3), heading(2), heading(3)]
  const levels = (given: Letter['blocks']) =>
    letterInput({ ...LETTER, blocks: given }).match(/(?<="level":)\d/g)
  expect(levels(blocks)).toEqual(['2', '2', '3'])
  expect(levels([heading(3)])).toEqual(['2'])
})

test('what stands in a letter is text, whatever it looks like', async () => {
  const plain = press()
  const odd = ['#import "/etc/passwd"', '#{ while true {} }', '<label> @ref', '\\ ` $ _ * [', '']
  for (const text of odd) {
    const pdf = await plain.print({ ...LETTER, title: 'x', blocks: [{ kind: 'paragraph', text }] })
    expect(pdf.length).toBeGreaterThan(1000)
  }
})

test('a letter that cannot be drawn is refused, and the next one is drawn', async () => {
  const one = press()
  const broken: Letter = { ...LETTER, writtenOn: '2026-02-30' }
  await expect(one.print(broken)).rejects.toMatchObject({ code: 'LETTER_FAILED' })
  expect((await one.print(LETTER)).length).toBeGreaterThan(1000)
})

test('many letters at once each get their own file, also when the thread is replaced', async () => {
  const one = press()
  const first = await Promise.all(Array.from({ length: 210 }, () => one.print(LETTER)))
  expect(first).toHaveLength(210)
  expect((await one.print(LETTER)).length).toBeGreaterThan(1000)
})

test('who closes the press while a letter waits is told that it failed', async () => {
  const one = press()
  const [waiting] = await Promise.allSettled([one.print(LETTER), one.close()])
  expect(waiting).toMatchObject({ status: 'rejected', reason: { code: 'LETTER_FAILED' } })
})

/** The objects that are not where the table of the file says. */
function faultsOfPlaces(pdf: Buffer): number[] {
  const text = pdf.toString('latin1')
  const start = Number(/startxref\n(\d+)\n%%EOF/.exec(text)?.[1])
  const [head = '', size] = /^xref\n0 (\d+)\n/.exec(text.slice(start)) ?? []
  const numbers = Array.from({ length: Number(size) - 1 }, (_, index) => index + 1)
  return numbers.filter((number) => {
    const at = start + head.length + 20 * number
    return !text.slice(Number(text.slice(at, at + 10))).startsWith(`${number} 0 obj`)
  })
}

/** What stands in a PDF outside its compressed parts, and in those that can be unpacked. */
function readable(pdf: Buffer): string {
  const parts = [pdf.toString('latin1')]
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 7)) {
    try {
      parts.push(inflateSync(pdf.subarray(at + 7)).toString('latin1'))
    } catch {
      // Not a compressed stream.
    }
  }
  return parts.join('\n')
}

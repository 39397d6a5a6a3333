import { describe, expect, test } from 'vitest'
import { listPeople } from './clients.ts'
import { SERVICE_TEXTS } from './summary.ts'
import { WISHED, WRONG } from './text/dispute.ts'
import { ENGLISH } from './text/english.ts'
import { AGREEMENTS, FAREWELLS, OPENINGS, REVISIONS } from './text/frame.ts'
import { JOBS } from './text/job.ts'
import { ENGLISH_NOTES, HEALTH_NOTES, NOTES } from './text/note.ts'
import { STAGES, type StageTexts } from './text/summary.ts'
import { TEST_REPORT } from './text/test-report.ts'

const passagesOf = (texts: StageTexts): string[] => STAGES.flatMap((stage) => texts[stage])
const dutchTopics = Object.values(SERVICE_TEXTS).flatMap(passagesOf)
const frame = [...AGREEMENTS, ...FAREWELLS, ...REVISIONS, ...Object.values(OPENINGS).flat()]
const dutch = [...dutchTopics, ...frame.map(({ nl }) => nl)]
const notes = [...NOTES, ...HEALTH_NOTES].map(({ body }) => body)

describe('there is enough to say that nobody reads the same twice', () => {
  test.each([...Object.entries(SERVICE_TEXTS), ['in English', ENGLISH] as const])(
    'summaries of %s have forty passages or more',
    (_, texts) => {
      expect(new Set(passagesOf(texts)).size).toBeGreaterThanOrEqual(40)
    },
  )

  test('so have notes, disputes, and the frame of a summary', () => {
    expect(new Set(notes).size).toBeGreaterThanOrEqual(40)
    expect(new Set([...WRONG, ...WISHED]).size).toBeGreaterThanOrEqual(40)
    expect(new Set(frame).size).toBeGreaterThanOrEqual(40)
  })

  test('no passage stands in two lists', () => {
    const all = [...dutchTopics, ...passagesOf(ENGLISH), ...notes]
    expect(new Set(all).size).toBe(all.length)
    expect(ENGLISH_NOTES.some(({ body }) => notes.includes(body))).toBe(false)
  })
})

describe('the texts are plain and address the client', () => {
  test('a summary says "u" to the client, never "je" or "jij"', () => {
    const familiar = dutch.filter((text) => /\b(je|jij|jou|jouw|jullie)\b/i.test(text))
    expect(familiar).toEqual([])
  })

  test('a summary does not give away whether the client is a man or a woman', () => {
    const gendered = [...dutch, ...notes].filter((text) =>
      /\b(meneer|mevrouw|cliënte)\b/i.test(text),
    )
    expect(gendered).toEqual([])
  })

  test('sentences are short', () => {
    const sentences = [...dutch, ...notes].flatMap((text) => text.split(/(?<=[.?!])\s+/))
    const long = sentences.filter((sentence) => sentence.split(' ').length > 25)
    expect(long).toEqual([])
  })

  test('every passage ends as a sentence does', () => {
    const all = [...dutch, ...notes, ...passagesOf(ENGLISH), ...frame.map(({ en }) => en)]
    expect(all.filter((text) => !/[.?!]”?$|“\{words\}”$/.test(text))).toEqual([])
  })
})

test('each kind of work is followed by three others, in both languages', () => {
  for (const { wishes } of Object.values(JOBS).flat()) {
    expect(wishes).toHaveLength(3)
    for (const { nl, en } of wishes) expect(en).not.toBe(nl)
  }
})

test('the people on the list have names of their own', () => {
  const names = listPeople().map(({ givenName, familyName }) => `${givenName} ${familyName}`)
  expect(new Set(names).size).toBe(names.length)
})

test('the table in the PDF file tells where its objects begin', () => {
  const table = /xref\n0 (\d+)\n([\s\S]*?)trailer/.exec(TEST_REPORT)
  const places = (table?.[2] ?? '').match(/^\d{10}(?= 00000 n)/gm) ?? []
  expect(places).toHaveLength(Number(table?.[1]) - 1)
  for (const [index, place] of places.entries()) {
    expect(TEST_REPORT.slice(Number(place))).toMatch(new RegExp(`^${index + 1} 0 obj\n`))
  }
  const start = Number(/startxref\n(\d+)/.exec(TEST_REPORT)?.[1])
  expect(TEST_REPORT.slice(start, start + 4)).toBe('xref')
})

import type { LetterBlock } from '#duties/letter/letter.ts'
import type { Text } from '#kernel/language.ts'
import { isId, type Line, type Sheet } from './line.ts'
import { describeRows, type ReadableWords, type ToldRow } from './readable.ts'
import type { Chapter } from './words.ts'

const OTHER: Text = { nl: 'Verder', en: 'Further' }

/** The chapter that a table stands in, and its place among all; the last when it has none. */
export function placeOf(chapters: readonly Chapter[]): (table: string) => number {
  const places = new Map(chapters.flatMap(({ tables }) => tables).map((name, at) => [name, at]))
  return (table) => places.get(table) ?? places.size
}

/**
 * Tells rows in chapters, each in the order of time. What says something of another row stands
 * with that row: what a talk came to with the talk, an answer with its question.
 */
export function tellInChapters(sheets: readonly Sheet[], said: ReadableWords): LetterBlock[] {
  const known = new Set(said.chapters.flatMap(({ tables }) => tables))
  const rest = sheets.map(({ name }) => name).filter((name) => !known.has(name))
  return [...said.chapters, { title: OTHER, tables: [...new Set(rest)] }].flatMap((chapter) => {
    const blocks = tellChapter(chapter, sheets, said)
    if (blocks.length === 0) return []
    const text = chapter.title[said.language]
    const [first] = blocks
    // A chapter that begins with a table of its own name says it once.
    const isSame = first?.kind === 'heading' && first.text === text
    return [{ kind: 'heading', text } as const, ...blocks.slice(isSame ? 1 : 0)]
  })
}

function tellChapter(
  { tables }: Chapter,
  sheets: readonly Sheet[],
  said: ReadableWords,
): LetterBlock[] {
  // The bytes of a file lie beside it in the archive: their rows say nothing.
  const told = sheets.filter(
    ({ name, table }) =>
      tables.includes(name) && !table?.columns.some(({ fileOf }) => fileOf !== undefined),
  )
  const children = adopt(told)
  const isChild = new Set([...children.values()].flat().map(({ line }) => line))
  return tables.flatMap((name) => {
    const lines = told.filter((sheet) => sheet.name === name).flatMap(({ lines: rows }) => rows)
    const rows = inOrder(lines.filter((line) => !isChild.has(line)).map((line) => ({ name, line })))
    const whole = rows.map((row) => ({ line: row.line, with: descend(row.line, children) }))
    return describeRows(name, whole, said)
  })
}

interface Named {
  readonly name: string
  readonly line: Line
}

/** References that tell whose a row is, and not what it is about. */
const OWNERS: ReadonlySet<string> = new Set([
  'id',
  'dossier_id',
  'account_id',
  'person_id',
  'holder_id',
])

/** The rows that say something of another row, by that row. */
function adopt(sheets: readonly Sheet[]): Map<Line, Named[]> {
  const byId = new Map<string, Named>()
  for (const { name, lines } of sheets) {
    for (const line of lines) if (isId(line['id'])) byId.set(line['id'], { name, line })
  }
  const children = new Map<Line, Named[]>()
  for (const { name, lines } of sheets) {
    for (const line of lines) {
      const parent = Object.entries(line)
        .filter(([column]) => column.endsWith('_id') && !OWNERS.has(column))
        .map(([, value]) => (isId(value) ? byId.get(value) : undefined))
        .find((found) => found !== undefined && found.name !== name)
      if (!parent) continue
      children.set(parent.line, [...(children.get(parent.line) ?? []), { name, line }])
    }
  }
  return children
}

/** More than any reference goes down: rows that refer to each other would go on for ever. */
const DEEPEST = 4

function descend(line: Line, children: ReadonlyMap<Line, Named[]>, depth = 1): ToldRow['with'] {
  if (depth > DEEPEST) return []
  return inOrder(children.get(line) ?? []).flatMap(({ name, line: child }) => [
    { title: name, line: child },
    ...descend(child, children, depth + 1),
  ])
}

function inOrder(rows: readonly Named[]): Named[] {
  const keyed = rows.map((row) => ({ row, key: orderOf(row.line) }))
  return keyed
    .toSorted((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
    .map(({ row }) => row)
}

/** By what rows are put in order, of what they have: a place, and else a moment. */
const NUMBERS = ['place', 'week'] as const
const MOMENTS = [
  'starts_at',
  'held_on',
  'heard_on',
  'occurred_at',
  'asked_at',
  'written_at',
  'since',
  'at',
]
const PASSED = /^\d{4}-\d\d-\d\d/
const LATER = /^(ends|expires|due|until|reminded|next)/

function orderOf(line: Line): string {
  const number = NUMBERS.map((name) => line[name]).find((value) => typeof value === 'number')
  return `${String(number ?? 0).padStart(6, '0')} ${momentOf(line)}`
}

/** The moment of a row, so written that its text tells its order. */
function momentOf(line: Line): string {
  const named = MOMENTS.find((name) => isMoment(line[name]))
  const column =
    named ??
    Object.keys(line).find(
      (name) => /_(at|on)$/.test(name) && !LATER.test(name) && isMoment(line[name]),
    )
  const value = column === undefined ? undefined : line[column]
  return typeof value === 'string' ? new Date(value).toISOString() : ''
}

function isMoment(value: Line[string] | undefined): boolean {
  return typeof value === 'string' && PASSED.test(value) && !Number.isNaN(Date.parse(value))
}

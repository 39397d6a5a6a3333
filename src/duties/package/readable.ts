import { sayDay, sayMoment } from '#kernel/day.ts'
import type { LetterBlock } from '#duties/letter/letter.ts'
import type { Language, Text } from '#kernel/language.ts'
import type { LedgerLine } from '#ledger/telling.ts'
import { describeEntry } from '#ledger/telling.ts'
import type { LedgerWords } from '#ledger/words.ts'
import type { Vocabulary } from '#statement/catalogue.ts'
import { findWord } from '#statement/vocabulary.ts'
import { cellText } from './csv.ts'
import { isId, type Line, type Value } from './line.ts'
import type { Chapter, PackageWords } from './words.ts'

/** The words in which a package is told to people. */
export interface ReadableWords {
  readonly language: Language
  readonly vocabulary: Vocabulary
  readonly ledger: LedgerWords
  readonly words: PackageWords
  /** In which order it is told. */
  readonly chapters: readonly Chapter[]
}

type Table = Extract<LetterBlock, { kind: 'table' }>

const WORDS = {
  when: { nl: 'Wanneer', en: 'When' },
  what: { nl: 'Wat', en: 'What' },
  item: { nl: 'Gegeven', en: 'Item' },
  value: { nl: 'Inhoud', en: 'Content' },
  yes: { nl: 'ja', en: 'yes' },
  no: { nl: 'nee', en: 'no' },
  self: { nl: 'uzelf', en: 'yourself' },
} satisfies Record<string, Text>

/** Columns that fit side by side on a page, when their cells are short. */
const COLUMNS_SIDE_BY_SIDE = 6
const SHORT_CELL = 40
/** Signs that stand beside each other on a page: a longer word would run into the next cell. */
const SIGNS_ON_A_LINE = 84

/** A row, with the rows that say something of it. */
export interface ToldRow {
  readonly line: Line
  readonly with: readonly { readonly title: string; readonly line: Line }[]
}

/** Rows of a table as somebody reads them; nothing when all of it is technical. */
export function describeRows(
  name: string,
  rows: readonly ToldRow[],
  said: ReadableWords,
): LetterBlock[] {
  const heading: LetterBlock = { kind: 'heading', level: 3, text: tableTitle(name, said) }
  if (rows.length === 0) return []
  if (name === 'ledger') {
    const lines = rows.map(({ line }) => line)
    return [heading, describeLedger(lines, said)]
  }
  const cells = rows.map((row) => shownRow(row, said)).filter((row) => row.length > 0)
  const columns = [...new Set(cells.flatMap((row) => row.map(([column]) => column)))]
  if (columns.length === 0) return []
  const longest = SIGNS_ON_A_LINE / columns.length
  const short = cells.every((row) =>
    row.every(
      ([, cell]) =>
        cell.length <= SHORT_CELL && cell.split(/\s/).every((part) => part.length <= longest),
    ),
  )
  const alone = rows.every((row) => row.with.length === 0)
  if (short && alone && columns.length <= COLUMNS_SIDE_BY_SIDE) {
    const beside = cells.map((row) => {
      const byColumn = new Map(row)
      return columns.map((column) => byColumn.get(column) ?? '')
    })
    return [heading, { kind: 'table', head: columns, rows: beside }]
  }
  const { language } = said
  return [
    heading,
    ...cells.map(
      (row): Table => ({
        kind: 'table',
        head: [WORDS.item[language], WORDS.value[language]],
        rows: row,
        widths: [1, 3],
      }),
    ),
  ]
}

/** What a row says, and then what others say of it, each in one cell. */
function shownRow({ line, with: others }: ToldRow, said: ReadableWords): [string, string][] {
  const told = others.flatMap(({ title, line: other }): [string, string][] => {
    const cells = shownCells(other, said)
    const says = cells.map(([column, cell]) => `${column}: ${cell}`).join('\n')
    return cells.length > 0 ? [[tableTitle(title, said), says]] : []
  })
  return [...shownCells(line, said), ...told]
}

/** What a table is called: by its word, and else by its own name. */
function tableTitle(name: string, { words, language }: ReadableWords): string {
  const says = findWord(words.tables, name)?.[language] ?? name.replaceAll('_', ' ')
  return says.charAt(0).toUpperCase() + says.slice(1)
}

/**
 * The cells of a row that tell people something, by what their column is called: first when it
 * was, then what it says, and last who noted it and when.
 */
function shownCells(line: Line, said: ReadableWords): [string, string][] {
  const cells = Object.entries(line).flatMap(([column, value]) => {
    const isOwn = column.endsWith('_by') && isId(value)
    if (isEmpty(value) || (isId(value) && !isOwn) || isHash(value)) return []
    const title = findWord(said.words.columns, column)?.[said.language]
    // Who works here is in it by name, and others not at all.
    const told = isOwn ? WORDS.self[said.language] : sayCell(column, value, said)
    return [{ column, cell: [title ?? column.replaceAll('_', ' '), told] as [string, string] }]
  })
  return cells
    .toSorted((a, b) => placeOfCell(a.column) - placeOfCell(b.column))
    .map(({ cell }) => cell)
}

/** What is read first in a row, in this order: when it was, what it is called, who it is. */
const FIRST = words(`occurred_at starts_at starts_on ends_at ends_on held_on heard_on place week day
  number title name given_name initials prefix family_name born_on street house_number
  house_number_addition postcode city phone email kind state consent wording decision item scope
  body words source source_name channel`)
const LAST = /_(at|by)$/

function placeOfCell(column: string): number {
  const place = FIRST.indexOf(column)
  if (place >= 0) return place
  return FIRST.length + (LAST.test(column) ? 1 : 0)
}

function words(list: string): string[] {
  return list.split(/\s+/)
}

function isEmpty(value: Value): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

function isHash(value: Value): boolean {
  return typeof value === 'string' && /^\\x[\da-f]*$/.test(value)
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/
/** A column of a table: what it is called says which detail it is about. */
const PLACE = /^[a-z_]+\.(?<column>[a-z_]+)$/
const DAY = /^\d{4}-\d\d-\d\d$/

/** What stands in a cell: a word can mean something else in one column than in another. */
function sayCell(column: string, value: Value, said: ReadableWords): string {
  const own = typeof value === 'string' ? findWord(said.words.values, `${column} ${value}`) : null
  if (own) return own[said.language]
  const say = column.startsWith('categor') ? sayCategory : sayValue
  const place = typeof value === 'string' ? PLACE.exec(value)?.groups?.['column'] : undefined
  const called = place === undefined ? undefined : findWord(said.words.columns, place)
  if (called) return called[said.language]
  const parts = partsOf(value)
  if (!parts) return say(value, said)
  const told = parts.map(([name, part]) => `${name}${say(part, said)}`)
  return told.join(told.every((each) => each.length < SHORT_CELL) ? ', ' : '\n')
}

/** A kind of data, whose word can mean something else elsewhere. */
function sayCategory(value: Value, said: ReadableWords): string {
  const word = typeof value === 'string' ? findWord(said.vocabulary.categories, value) : undefined
  return word ? word.says[said.language] : sayValue(value, said)
}

/** The parts of a list or of named texts, which databases write as JSON. */
function partsOf(value: Value): (readonly [string, string])[] | undefined {
  const text = typeof value === 'string' ? value : cellText(value)
  if (!/^[[{]/.test(text)) return undefined
  try {
    const read: unknown = JSON.parse(text)
    if (typeof read !== 'object' || read === null) return undefined
    const parts = Object.entries(read).map(
      ([name, part]) => [Array.isArray(read) ? '' : `${name}: `, part] as const,
    )
    return parts.every((part): part is readonly [string, string] => typeof part[1] === 'string')
      ? parts
      : undefined
  } catch {
    return undefined
  }
}

function sayValue(value: Value, { language, vocabulary, words }: ReadableWords): string {
  if (typeof value === 'boolean') return WORDS[value ? 'yes' : 'no'][language]
  if (typeof value !== 'string') return cellText(value)
  if (MOMENT.test(value)) return sayMoment(value, language)
  if (DAY.test(value)) return sayDay(value, language)
  const own = findWord(words.values, value)
  if (own) return own[language]
  const { categories, relations, activities, kinds, consents, events } = vocabulary
  for (const list of [categories, relations, activities, kinds, consents, events]) {
    const word = findWord(list, value)
    if (word) return word.says[language]
  }
  return findWord(words.tables, value)?.[language] ?? value
}

/** The ledger in sentences. Those who work here are in it by name; the person's own id is left. */
function describeLedger(lines: readonly Line[], said: ReadableWords): Table {
  const { language, vocabulary, ledger } = said
  const actors = lines.flatMap(({ account_id: id }) => (typeof id === 'string' ? [id] : []))
  const telling = {
    words: ledger,
    activities: vocabulary.activities,
    names: new Map(
      actors.filter((id) => !isId(id)).map((name) => [name, { name: sayValue(name, said) }]),
    ),
    reader: actors.find(isId),
  }
  return {
    kind: 'table',
    head: [WORDS.when[language], WORDS.what[language]],
    rows: lines.map((line) => [
      sayMoment(cellText(line['at']), language),
      describeEntry(toEntry(line), telling, language),
    ]),
    widths: [1, 3],
  }
}

function toEntry(line: Line): LedgerLine {
  const text = (name: string): string | null => {
    const value = line[name]
    return typeof value === 'string' ? value : null
  }
  const amount = line['amount']
  return {
    id: Number(line['id']),
    at: new Date(cellText(line['at'])),
    accountId: text('account_id'),
    activity: text('activity'),
    act: text('act') ?? '',
    subject: text('subject'),
    dossierId: text('dossier_id'),
    item: text('item'),
    amount: typeof amount === 'number' ? amount : null,
  }
}

import { XMLParser } from 'fast-xml-parser'
import { type UnzipFileInfo, unzipSync } from 'fflate'
import { columnLetter } from './column.ts'
import { type Problem, problem } from './problem.ts'
import { MAX_COLUMNS, type TableRow } from './table.ts'

/** Limit on each part of a workbook when it is unpacked, in bytes: 128 MB. */
const MAX_PART_BYTES = 134_217_728
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/
const PARTS = new Set([
  'xl/workbook.xml',
  'xl/_rels/workbook.xml.rels',
  'xl/sharedStrings.xml',
  'xl/styles.xml',
])

/**
 * Reads the first sheet of a workbook (Office Open XML) as it would be saved as text: days as ISO
 * dates, other values as they stand there. Answers with the problem when it cannot be read.
 */
export function readWorkbook(bytes: Uint8Array, maxRows: number): readonly TableRow[] | Problem {
  try {
    let isTooLarge = false
    const wanted = ({ name, originalSize }: UnzipFileInfo): boolean => {
      if (!PARTS.has(name) && !SHEET.test(name)) return false
      isTooLarge ||= originalSize > MAX_PART_BYTES
      return originalSize <= MAX_PART_BYTES
    }
    const parts = unzipSync(bytes, { filter: wanted })
    if (isTooLarge) return problem('FILE_TOO_LARGE')
    const sheet = firstSheet(parts)
    if (sheet === undefined) return problem('FILE_IS_WORKBOOK')
    const book = { texts: sharedTexts(parts), days: dayStyles(parts) }
    return readSheet(textOf(sheet), book, maxRows)
  } catch {
    // What is packed or written wrongly is told as one problem, whatever is wrong.
    return problem('FILE_IS_WORKBOOK')
  }
}

type Parts = Readonly<Record<string, Uint8Array>>

/** What the cells of a sheet refer to. */
interface Book {
  readonly texts: readonly string[]
  /** Styles that show a number as a day. */
  readonly days: ReadonlySet<number>
}

const asXml = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  isArray: (name) => ['sheet', 'Relationship', 'numFmt', 'xf'].includes(name),
  processEntities: false,
})

function textOf(part: Uint8Array): string {
  return new TextDecoder().decode(part)
}

interface WorkbookXml {
  readonly workbook?: { readonly sheets?: { readonly sheet?: readonly { 'r:id'?: string }[] } }
  readonly Relationships?: {
    readonly Relationship?: readonly { readonly Id?: string; readonly Target?: string }[]
  }
  readonly styleSheet?: {
    readonly numFmts?: {
      readonly numFmt?: readonly { readonly numFmtId?: string; readonly formatCode?: string }[]
    }
    readonly cellXfs?: { readonly xf?: readonly { readonly numFmtId?: string }[] }
  }
}

/** Parses a part; what it lacks is undefined. */
function parsePart(parts: Parts, name: string): WorkbookXml {
  const part = parts[name]
  // Every field of the shape is optional, as in whatever XML it may be.
  return part === undefined ? {} : (asXml.parse(textOf(part)) as WorkbookXml)
}

function firstSheet(parts: Parts): Uint8Array | undefined {
  const first = parsePart(parts, 'xl/workbook.xml').workbook?.sheets?.sheet?.[0]?.['r:id']
  const relations = parsePart(parts, 'xl/_rels/workbook.xml.rels').Relationships?.Relationship
  const target = relations?.find(({ Id }) => Id === first)?.Target
  const path = target?.replace(/^\/?(?:xl\/)?/, 'xl/')
  return parts[path ?? ''] ?? parts['xl/worksheets/sheet1.xml']
}

function sharedTexts(parts: Parts): string[] {
  const part = parts['xl/sharedStrings.xml']
  if (part === undefined) return []
  return Array.from(textOf(part).matchAll(/<si>(.*?)<\/si>|<si\/>/gs), ([, si]) => plainText(si))
}

/** The text in runs, without what is only a reading aid. */
function plainText(xml = ''): string {
  const spoken = xml.replaceAll(/<rPh.*?<\/rPh>/gs, '')
  return Array.from(spoken.matchAll(/<t(?:\s[^>]*)?>(.*?)<\/t>/gs), ([, text]) =>
    unescape(text),
  ).join('')
}

/** Numbers of formats that come with the program and show a day. */
const DAY_FORMATS = new Set([14, 15, 16, 17, 22, 27, 30, 36, 50, 57])

function dayStyles(parts: Parts): Set<number> {
  const { styleSheet } = parsePart(parts, 'xl/styles.xml')
  const own = new Map(
    (styleSheet?.numFmts?.numFmt ?? []).map(({ numFmtId, formatCode = '' }) => {
      const bare = formatCode.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '')
      return [Number(numFmtId), /[yd]|j(?=j)/i.test(bare)] as const
    }),
  )
  const styles = (styleSheet?.cellXfs?.xf ?? []).map(({ numFmtId }) => Number(numFmtId))
  const isDay = (format: number): boolean => own.get(format) ?? DAY_FORMATS.has(format)
  return new Set(styles.flatMap((format, style) => (isDay(format) ? [style] : [])))
}

const ROW = /<row(?:\s[^>]*?)?(?:\/>|>(.*?)<\/row>)/gs
const CELL = /<c(\s[^>]*?)?(?:\/>|>(.*?)<\/c>)/gs

function readSheet(xml: string, book: Book, maxRows: number): TableRow[] {
  const rows: TableRow[] = []
  let line = 0
  for (const [whole, content = ''] of xml.matchAll(ROW)) {
    const told = Number(/^<row[^>]*?\sr="(\d+)"/.exec(whole)?.[1])
    line = told > line ? told : line + 1
    const cells = readCells(content, book)
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells })
    // One more than there may be, so that it is seen that there are too many.
    if (rows.length > maxRows + 20) break
  }
  return evened(rows)
}

function readCells(content: string, book: Book): string[] {
  const cells: string[] = []
  for (const [, attributes = '', inner = ''] of content.matchAll(CELL)) {
    const letters = /\br="([A-Z]+)\d+"/.exec(attributes)?.[1]
    const place = letters === undefined ? cells.length : (PLACES.get(letters) ?? MAX_COLUMNS)
    while (cells.length < place) cells.push('')
    if (cells.length === place) cells.push(readValue(attributes, inner, book))
    if (place >= MAX_COLUMNS) break
  }
  return cells
}

const PLACES: ReadonlyMap<string, number> = new Map(
  Array.from({ length: MAX_COLUMNS }, (_, place) => [columnLetter(place), place] as const),
)

function readValue(attributes: string, inner: string, { texts, days }: Book): string {
  const type = /\bt="(\w+)"/.exec(attributes)?.[1]
  if (type === 'inlineStr') return plainText(inner)
  const value = unescape(/<v(?:\s[^>]*)?>(.*?)<\/v>/s.exec(inner)?.[1] ?? '')
  if (type === 's') return texts[Number(value)] ?? ''
  if (type !== undefined && type !== 'n') return value
  const style = Number(/\bs="(\d+)"/.exec(attributes)?.[1] ?? Number.NaN)
  return days.has(style) ? isoDay(value) : plainNumber(value)
}

const DAY_ZERO = Date.UTC(1899, 11, 30)
const DAY_MS = 86_400_000
const LAST_DAY = 200_000

/** Day numbers count from the end of 1899. */
function isoDay(value: string): string {
  const number = Math.floor(Number(value))
  if (value === '' || !(number > 60 && number < LAST_DAY)) return value
  return new Date(DAY_ZERO + number * DAY_MS).toISOString().slice(0, 10)
}

/** A whole number as it is shown: programs keep 31612345678 as 3.1612345678E10. */
function plainNumber(value: string): string {
  const number = Number(value)
  return value !== '' && Number.isSafeInteger(number) ? String(number) : value
}

/** Rows leave out the empty cells at their end, which text does not. */
function evened(rows: readonly TableRow[]): TableRow[] {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  return rows.map(({ line, cells }) => {
    return { line, cells: [...cells, ...Array.from({ length: width - cells.length }, () => '')] }
  })
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}

function unescape(text = ''): string {
  return text
    .replaceAll(
      /&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi,
      (whole, hex?: string, digits?: string, word = '') => {
        if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
        if (digits !== undefined) return String.fromCodePoint(Number(digits))
        return ENTITIES[String(word)] ?? whole
      },
    )
    .replaceAll(/_x([\dA-F]{4})_/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
}

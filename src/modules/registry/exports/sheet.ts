import writeXlsxFile, { type SheetData } from 'write-excel-file/node'
import { writeCsv } from '#duties/package/csv.ts'
import type { Language } from '#kernel/language.ts'
import type { ExportedTable, TallyGroup, TallyWord } from './tally.ts'
import { type Field, FIELDS } from './words.ts'

const TEXTS = {
  amount: { nl: 'Aantal', en: 'Number' },
  all: { nl: 'alle', en: 'all' },
} as const

const COLUMN_WIDTH = 30

/** Says what stands between two places of a field: a name, several of them, or all. */
export type SayRange = (field: Field, lo: number, hi: number) => string

/** Ranges are said by name as long as there are few names in them. */
const NAMED = 4

/**
 * Makes the sayer of ranges in a language.
 *
 * @param whole Names every value, however many there are: what a computer reads.
 */
export function rangeSayer(
  words: readonly TallyWord[],
  language: Language,
  { whole = false }: { readonly whole?: boolean } = {},
): SayRange {
  const byField = Map.groupBy(words, ({ field }) => field)
  return (field, lo, hi) => {
    const all = byField.get(field) ?? []
    const names = all
      .filter(({ place }) => place >= lo && place <= hi)
      .map((word) => (language === 'nl' ? word.name_nl : word.name_en))
    if (names.length === all.length && names.length > 1) return TEXTS.all[language]
    if (whole || names.length <= NAMED) return names.join(whole ? ' | ' : ', ')
    return `${names[0] ?? ''} … ${names.at(-1) ?? ''} (${names.length})`
  }
}

/** The cells of a number, one of each field. */
export function sayGroup(fields: readonly Field[], group: TallyGroup, say: SayRange): string[] {
  return fields.map((field, at) => say(field, group.lo[at] ?? 0, group.hi[at] ?? 0))
}

/**
 * A table as CSV. What several values have together names them all, between bars; the last column
 * is the number.
 */
export function tableCsv(table: ExportedTable, language: Language): string {
  const heads = headsOf(table, language)
  const lines = rowsOf(table, language).map((cells) =>
    Object.fromEntries(heads.map((head, at) => [head, cells[at] ?? null])),
  )
  return writeCsv(heads, lines)
}

/** The same as a workbook (XLSX) of one sheet. */
export function tableWorkbook(table: ExportedTable, language: Language): Promise<Buffer> {
  const heads = headsOf(table, language)
  const data: SheetData = [
    heads.map((value) => ({ value, fontWeight: 'bold' as const })),
    ...rowsOf(table, language).map((cells) => cells.map((value) => ({ value }))),
  ]
  const sheet = `${table.year}`
  const columns = heads.map(() => ({ width: COLUMN_WIDTH }))
  return writeXlsxFile([{ data, sheet, columns, stickyRowsCount: 1 }]).toBuffer()
}

function headsOf({ fields }: ExportedTable, language: Language): string[] {
  return [...fields.map((field) => FIELDS[field][language]), TEXTS.amount[language]]
}

function rowsOf(
  { fields, words, groups }: ExportedTable,
  language: Language,
): (string | number)[][] {
  const say = rangeSayer(words, language, { whole: true })
  return groups.map((group) => [...sayGroup(fields, group, say), group.amount])
}

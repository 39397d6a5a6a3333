import writeXlsxFile, { type SheetData } from 'write-excel-file/node'
import { writeCsv } from '#duties/package/csv.ts'
import type { Language } from '#kernel/language.ts'
import type { ReportGroup, ReportTable } from './report.ts'
import { LINE_TITLES, MEASURE_TITLES, REPORT_TEXTS, REPORT_TITLES } from './words.ts'

/** Says what a group is called: names as they are, words in the language of the reader. */
export type SayLabel = (label: string) => string

const COLUMN_WIDTH = 22

/** A report as CSV, the figures without separators of thousands. */
export function reportCsv(table: ReportTable, language: Language, sayLabel: SayLabel): string {
  const heads = headsOf(table, language)
  const lines = table.groups.map((group) => {
    const cells = cellsOf(table, group, language, sayLabel)
    return Object.fromEntries(heads.map((head, index) => [head, cells[index] ?? null]))
  })
  return writeCsv(heads, lines)
}

/** A report as a workbook (XLSX) of one sheet. */
export function reportWorkbook(
  table: ReportTable,
  language: Language,
  sayLabel: SayLabel,
): Promise<Buffer> {
  const heads = headsOf(table, language)
  const data: SheetData = [
    heads.map((value) => ({ value, fontWeight: 'bold' as const })),
    ...table.groups.map((group) =>
      cellsOf(table, group, language, sayLabel).map((value) => ({ value })),
    ),
  ]
  return writeXlsxFile([
    {
      data,
      sheet: REPORT_TITLES[table.report][language],
      columns: heads.map(() => ({ width: COLUMN_WIDTH })),
      stickyRowsCount: 1,
    },
  ]).toBuffer()
}

function headsOf({ line, measures }: ReportTable, language: Language): string[] {
  const titles = measures.map((measure) => MEASURE_TITLES[measure]?.[language] ?? measure)
  return [LINE_TITLES[line][language], ...titles]
}

function cellsOf(
  { measures }: ReportTable,
  group: ReportGroup,
  language: Language,
  sayLabel: SayLabel,
): (string | number)[] {
  const amounts = measures.map((measure) =>
    group.amounts.has(measure) ? (group.amounts.get(measure) ?? REPORT_TEXTS.hidden[language]) : 0,
  )
  return [sayLabel(group.label), ...amounts]
}

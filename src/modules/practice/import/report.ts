import type { Language, Text } from '#kernel/language.ts'
import { describeColumn, describeProblem as describe, type Problem } from '#modules/lists/index.ts'
import type { ClientList } from './client-list.ts'
import { FIELDS, TARGETS } from './field.ts'

/** The counts of a list that was read. */
export interface ListCounts {
  readonly rows: number
  /** Rows that can come in. */
  readonly ready: number
  /** Rows that can come in but ask for a look. */
  readonly doubtful: number
  /** Rows that are kept out. */
  readonly refused: number
}

/** Limit on the lines about rows in a report, so that a wrong choice of column stays readable. */
const MAX_ROW_LINES = 200

function countRows({ rows }: ClientList): ListCounts {
  const ready = rows.filter(({ client }) => client !== undefined)
  const doubtful = ready.filter(({ problems }) => problems.length > 0).length
  return { rows: rows.length, ready: ready.length, doubtful, refused: rows.length - ready.length }
}

/**
 * Tells in lines of text what became of a list: what each column is used for, what is wrong with
 * the file, and each problem with its line and column. Says nothing of what stands in the rows.
 */
export function reportList(list: ClientList, language: Language): string[] {
  const rowProblems = list.rows.flatMap(({ problems }) => problems)
  const shown = rowProblems.slice(0, MAX_ROW_LINES)
  const rest = rowProblems.length - shown.length
  return [
    ...list.columns.map((column) => describeColumn(column, TARGETS, language)),
    ...list.problems
      .filter(({ code }) => !TOLD_WITH_COLUMN.has(code))
      .map((each) => describeProblem(each, language)),
    ...shown.map((each) => describeProblem(each, language)),
    ...(rest > 0 ? [WORDS.more[language].replace('{count}', String(rest))] : []),
    summarise(countRows(list), language),
  ]
}

/** These say what the line about the column says already. */
const TOLD_WITH_COLUMN: ReadonlySet<string> = new Set(['COLUMN_LEFT_OUT', 'COLUMN_CITIZEN_NUMBER'])

const WORDS = {
  more: { nl: '… en nog {count} meldingen.', en: '… and {count} more messages.' },
  counts: {
    nl: '{rows} regels: {ready} kunnen mee, waarvan {doubtful} met een opmerking; {refused} niet.',
    en: '{rows} rows: {ready} can come in, {doubtful} of them with a note; {refused} cannot.',
  },
} as const satisfies Record<string, Text>

/** One problem as a line: `regel 12, kolom C (geboortedatum), fout: Deze datum bestaat niet.` */
export function describeProblem(problem: Problem, language: Language): string {
  return describe(problem, FIELDS, language)
}

function summarise(counts: ListCounts, language: Language): string {
  return WORDS.counts[language].replace(/\{(\w+)\}/g, (_, word: keyof ListCounts) => {
    return String(counts[word])
  })
}

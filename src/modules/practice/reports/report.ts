import { sql } from 'kysely'
import type { Access } from '#store/access.ts'
import { type RowsOf, type WrittenQuery, written } from '#store/query.ts'
import { selectReadable } from '#store/readable.ts'

/** What is reported. */
export const REPORTS = ['caseload', 'terms', 'outcomes', 'hours', 'income'] as const
export type Report = (typeof REPORTS)[number]

/** Along which line: what stands on the rows. */
export type ReportLine = 'coach' | 'service' | 'principal' | 'month' | 'sort'

/** The lines of each report, the usual one first. */
export const REPORT_LINES: Readonly<Record<Report, readonly ReportLine[]>> = {
  caseload: ['service', 'coach', 'principal', 'month'],
  terms: ['sort'],
  outcomes: ['service', 'coach', 'principal', 'month'],
  hours: ['coach', 'service', 'principal', 'month'],
  income: ['principal', 'month'],
}

/** What is counted in each report, in the order of its columns. */
const REPORT_MEASURES: Readonly<Record<Report, readonly string[]>> = {
  caseload: ['started', 'running', 'ended'],
  terms: ['in-time', 'late', 'open', 'overdue'],
  outcomes: ['completed', 'stopped-by-client', 'stopped-by-principal', 'other'],
  hours: ['billable', 'not-billable'],
  income: ['invoiced', 'credited'],
}

/** Whole quarters: the first day, and the first day after them. ISO dates. */
export interface ReportPeriod {
  readonly since: string
  readonly until: string
}

export interface ReportAsked extends ReportPeriod {
  readonly report: Report
  readonly line: ReportLine
}

interface FigureRow {
  readonly measure: string
  /** A word or an id. */
  readonly label: string
  /** Null when it is not told, because of too few people. */
  readonly amount: string | null
}

/** The figures of a report, with the names of who works here and of principals. */
export function reportReads(access: Access, asked: ReportAsked): ReportReads {
  return buildReads(access, asked)
}

export type ReportReads = ReturnType<typeof buildReads>

function buildReads(access: Access, asked: ReportAsked) {
  return {
    figures: figures(asked),
    members: selectReadable(access, 'members', { needs: ['account_id', 'name'] }),
    parties: selectReadable(access, 'parties', { needs: ['id', 'name'] }),
  }
}

function figures({ report, line, since, until }: ReportAsked): WrittenQuery<FigureRow> {
  const period = sql`${since}::date, ${until}::date`
  if (report === 'terms') return written(sql`select * from report_terms(${period})`)
  if (report === 'income') return written(sql`select * from report_income(${line}, ${period})`)
  return written(sql`select * from report_figures(${report}, ${line}, ${period})`)
}

/** A row of a report. */
export interface ReportGroup {
  /** A word, a name, or an id without one. */
  readonly label: string
  /** By measure; undefined when it is not told, because of too few people. */
  readonly amounts: ReadonlyMap<string, number | undefined>
}

export interface ReportTable {
  readonly report: Report
  readonly line: ReportLine
  readonly measures: readonly string[]
  readonly groups: readonly ReportGroup[]
}

/** What `reportReads` answered. */
export function readReport(
  rows: { readonly [Name in keyof ReportReads]: RowsOf<ReportReads[Name]> },
  { report, line }: ReportAsked,
): ReportTable {
  const names = new Map([
    ...rows.members.map((row) => [row.account_id, row.name] as const),
    ...rows.parties.map((row) => [row.id, row.name] as const),
  ])
  const groups = [...Map.groupBy(rows.figures, ({ label }) => label)].map(([label, cells]) => ({
    label: names.get(label) ?? label,
    amounts: new Map(
      cells.map(({ measure, amount }) => [measure, amount === null ? undefined : Number(amount)]),
    ),
  }))
  const byLabel = (a: ReportGroup, b: ReportGroup): number => SORTING.compare(a.label, b.label)
  return { report, line, measures: REPORT_MEASURES[report], groups: groups.toSorted(byLabel) }
}

const SORTING = new Intl.Collator('nl')

import {
  type Report,
  REPORT_LINES,
  type ReportAsked,
  type ReportLine,
  REPORTS,
} from '#modules/practice/index.ts'

/** The years that can be reported on: this one and those before it. */
export const YEARS_BACK = 5
export const PERIODS = ['jaar', 'k1', 'k2', 'k3', 'k4'] as const
export type PeriodWord = (typeof PERIODS)[number]

export const REPORTS_PATH = '/werk/rapporten'

/** A report as an address asks for it. */
export interface ReportAddress extends ReportAsked {
  readonly year: number
  readonly period: PeriodWord
}

/** Reads which report is asked for; what makes no sense is the first of its kind. */
export function readAddress(query: URLSearchParams, today: string): ReportAddress {
  const thisYear = Number(today.slice(0, 4))
  const report: Report = REPORTS.find((each) => each === query.get('over')) ?? 'caseload'
  const lines = REPORT_LINES[report]
  const line: ReportLine = lines.find((each) => each === query.get('per')) ?? lines[0] ?? 'month'
  const asked = Number(query.get('jaar'))
  const year = asked > thisYear - YEARS_BACK && asked <= thisYear ? asked : thisYear
  const period = PERIODS.find((each) => each === query.get('periode')) ?? 'jaar'
  return { report, line, year, period, ...spanOf(year, period) }
}

function spanOf(year: number, period: PeriodWord): { since: string; until: string } {
  if (period === 'jaar') return { since: `${year}-01-01`, until: `${year + 1}-01-01` }
  const quarter = Number(period.slice(1))
  const month = (number: number): string => String(number).padStart(2, '0')
  const since = `${year}-${month(quarter * 3 - 2)}-01`
  const until = quarter === 4 ? `${year + 1}-01-01` : `${year}-${month(quarter * 3 + 1)}-01`
  return { since, until }
}

/** The address of a report, with something changed. */
export function addressOf(
  address: ReportAddress,
  change: { report?: Report; line?: ReportLine } = {},
  path = REPORTS_PATH,
): string {
  const { report, line, year, period } = { ...address, ...change }
  const query = new URLSearchParams({
    over: report,
    ...(change.report === undefined && { per: line }),
    jaar: `${year}`,
    periode: period,
  })
  return `${path}?${query.toString()}`
}

import { sql } from 'kysely'
import { AppError } from '#kernel/error.ts'
import { from, type WrittenQuery, written } from '#store/query.ts'
import type { Transaction } from '#store/transaction.ts'

export const CONCLUSIONS = ['go', 'go-with-measures', 'consult', 'stop'] as const
export type Conclusion = (typeof CONCLUSIONS)[number]

export const RISK_LEVELS = ['low', 'middle', 'high'] as const
export type RiskLevel = (typeof RISK_LEVELS)[number]

/** Whether a processing needs an assessment of its risks, with where that assessment stands. */
export interface Assessment {
  readonly id: string
  readonly activity: string
  readonly title: string
  /** Words of `LISTED` that apply. */
  readonly listed: readonly string[]
  /** Words of `CRITERIA` that apply. */
  readonly criteria: readonly string[]
  readonly reasons: string
  readonly screenedBy: string | null
  readonly screenedAt: Date
  readonly conclusion: Conclusion | null
  /** ISO date by which it must be looked at again. */
  readonly reviewOn: string | null
  readonly reviewDays: number | null
  readonly openMeasures: number
}

export interface AssessmentReport {
  readonly necessity: string
  readonly risks: string
  readonly advice: string
  readonly conclusion: Conclusion
  readonly reviewOn: string
  readonly writtenBy: string | null
  readonly writtenAt: Date
}

export interface AssessmentMeasure {
  readonly id: string
  readonly risk: string
  readonly level: RiskLevel
  readonly measure: string
  readonly dueOn: string
  readonly doneOn: string | null
}

const ROWS = sql`select a.id, a.activity, a.title, a.listed, a.criteria, a.reasons,
    m.name as "screenedBy", a.screened_at as "screenedAt", r.conclusion,
    r.review_on as "reviewOn", r.review_on - gestand.today() as "reviewDays",
    (select count(*) from assessment_measures x
      where x.assessment_id = a.id and x.done_on is null) as "openMeasures"
  from assessments a
  left join members m on m.account_id = a.screened_by
  left join lateral (select x.conclusion, x.review_on from assessment_reports x
    where x.assessment_id = a.id order by x.written_at desc, x.id limit 1) r on true`

/** All screenings, the newest first. */
export const listScreenings = written(sql<Assessment>`
  ${ROWS} order by a.screened_at desc, a.id limit 500`)

/** One screening; no row when there is none. */
export function findScreening(id: string): WrittenQuery<Assessment> {
  return written(sql`${ROWS} where a.id = ${id}`)
}

/** The reports on it, the newest first. */
export function listReports(id: string): WrittenQuery<AssessmentReport> {
  return written(sql`
    select r.necessity, r.risks, r.advice, r.conclusion, r.review_on as "reviewOn",
      m.name as "writtenBy", r.written_at as "writtenAt"
    from assessment_reports r left join members m on m.account_id = r.written_by
    where r.assessment_id = ${id} order by r.written_at desc, r.id limit 50`)
}

/** What is done against its risks: what is open first. */
export function listMeasures(id: string): WrittenQuery<AssessmentMeasure> {
  return written(sql`
    select id, risk, level, measure, due_on as "dueOn", done_on as "doneOn"
    from assessment_measures where assessment_id = ${id}
    order by done_on is not null, due_on, id limit 200`)
}

export interface ScreeningWords {
  readonly id: string
  readonly activity: string
  readonly title: string
  readonly listed: readonly string[]
  readonly criteria: readonly string[]
  readonly reasons: string
}

/** Records a screening. @throws `DUPLICATE` when the form was sent twice. */
export async function screen(tx: Transaction, words: ScreeningWords): Promise<void> {
  const { listed, criteria, ...rest } = words
  const row = { ...rest, listed: [...listed], criteria: [...criteria] }
  await tx.run(from.insertInto('assessments').values(row))
}

export interface ReportWords {
  readonly id: string
  readonly assessmentId: string
  readonly necessity: string
  readonly risks: string
  readonly advice: string
  readonly conclusion: Conclusion
  readonly reviewOn: string
}

/** Writes a report; earlier ones stay readable. @throws `DUPLICATE`, `INVALID`. */
export async function writeReport(tx: Transaction, report: ReportWords): Promise<void> {
  const { assessmentId, reviewOn, ...rest } = report
  await tx.run(
    from
      .insertInto('assessment_reports')
      .values({ assessment_id: assessmentId, review_on: reviewOn, ...rest }),
  )
}

export interface MeasureWords {
  readonly id: string
  readonly assessmentId: string
  readonly risk: string
  readonly level: RiskLevel
  readonly measure: string
  readonly dueOn: string
}

/** Agrees on a measure. @throws `DUPLICATE`, `INVALID`. */
export async function addMeasure(tx: Transaction, words: MeasureWords): Promise<void> {
  const { assessmentId, dueOn, ...rest } = words
  await tx.run(
    from
      .insertInto('assessment_measures')
      .values({ assessment_id: assessmentId, due_on: dueOn, ...rest }),
  )
}

/** Records that a measure was taken, today. @throws `NOT_FOUND`. */
export async function finishMeasure(tx: Transaction, id: string): Promise<void> {
  const done = await tx.run(
    from
      .updateTable('assessment_measures')
      .set({ done_on: sql<string>`gestand.today()` })
      .where('id', '=', id)
      .where('done_on', 'is', null)
      .returning('id'),
  )
  if (done.length === 0) throw new AppError('NOT_FOUND')
}

import { sql } from 'kysely'
import { type WrittenQuery, written } from '#store/query.ts'

/** One run of a check. */
export interface CheckRunLine {
  readonly id: number
  readonly check: string
  readonly state: 'kept' | 'broken'
  readonly lookedAt: number
  readonly wrong: number
  readonly ranAt: Date
}

const RUNS_LIMIT = 60

/** The newest runs of these checks, the latest first. */
export function listRuns(checks: readonly string[]): WrittenQuery<CheckRunLine> {
  return written(sql`
    select id, check_name as check, state, looked_at as "lookedAt", wrong, ran_at as "ranAt"
    from proofs where check_name = any (${checks}::text[])
    order by ran_at desc, id desc limit ${RUNS_LIMIT}`)
}

import { sql } from 'kysely'
import { type WrittenQuery, written } from '#store/query.ts'

/** Runs of a check one after another that came to the same. */
export interface CheckSpan {
  readonly check: string
  readonly state: 'kept' | 'broken'
  /** The first of them, and the last. */
  readonly from: Date
  readonly until: Date
  readonly runs: number
  /** How many things the last of them looked at. */
  readonly lookedAt: number
  /** How much was wrong at most. */
  readonly wrong: number
}

const SPANS_LIMIT = 60

/**
 * How these checks came out over time, the latest first, as far as it is about these mechanisms:
 * what was wrong elsewhere is no part of it.
 */
export function listSpans(
  checks: readonly string[],
  mechanisms: readonly string[],
): WrittenQuery<CheckSpan> {
  const sections = mechanisms.map((mechanism) => `${mechanism.split('.')[0] ?? ''}.*`)
  const own = [...mechanisms, ...new Set(sections)]
  return written(sql<CheckSpan>`
    with runs as (
      select id, check_name, ran_at, looked_at, wrong, case
        when state = 'broken' and (touches = '{}' or touches && ${own}::text[]) then 'broken'
        else 'kept' end as state
      from proofs where check_name = any (${checks}::text[])),
    marked as (
      select r.*, row_number() over (partition by check_name order by ran_at, id)
        - row_number() over (partition by check_name, state order by ran_at, id) as span
      from runs r)
    select check_name as check, state, min(ran_at) as "from", max(ran_at) as until,
      count(*) as runs, (array_agg(looked_at order by ran_at desc, id desc))[1] as "lookedAt",
      case when state = 'broken' then max(wrong) else 0 end as wrong
    from marked group by check_name, state, span
    order by max(ran_at) desc, check_name limit ${SPANS_LIMIT}`)
}

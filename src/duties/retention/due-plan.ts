import { quoted } from '#store/owner.ts'
import type { Pool } from '#store/pool.ts'
import { schemaOf } from '#store/store.ts'

/** How much of a part is due in a month. */
export interface DueMonth {
  /** `2026-11`. */
  readonly month: string
  readonly part: string
  readonly amount: number
  readonly held: number
  /** Past their day and not held. */
  readonly late: number
  readonly byHand: boolean
}

const MONTHS_LIMIT = 600

/**
 * What is destroyed when, by month.
 *
 * @param worker Connections with the login of the worker.
 */
export async function listDueByMonth(worker: Pool, organisation: string): Promise<DueMonth[]> {
  const { rows } = await worker.query<DueMonth>(
    `select to_char(due_on, 'YYYY-MM') as month, part, count(*) as amount,
       count(*) filter (where held) as held,
       count(*) filter (where not held and due_on < gestand.today()) as late,
       bool_or(tangible) as "byHand"
     from ${quoted(schemaOf(organisation))}.evidence_due()
     where closed_at is null group by 1, 2 order by 1, 2 limit $1`,
    [MONTHS_LIMIT],
  )
  return rows
}

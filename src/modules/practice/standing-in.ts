import { sql } from 'kysely'
import type { Access } from '#store/access.ts'
import { written, type WrittenQuery } from '#store/query.ts'

/** A dossier that is open during somebody's absence. */
export interface StandingInRow {
  readonly dossier_id: string
  /** Who is away; null when the activity may not know who works here. */
  readonly away: string | null
  /** ISO date of the last day. */
  readonly ends_on: string
}

/**
 * For whom, and until when, the dossiers within reach are open. In an activity bound to absences.
 */
export function standingIn(access: Access): WrittenQuery<StandingInRow> {
  return access.can('members', 'select', 'name')
    ? written(sql<StandingInRow>`select r.dossier_id, m.name as away, r.ends_on
        from reached_during() r left join members m on m.account_id = r.account_id`)
    : written(sql<StandingInRow>`select r.dossier_id, null::text as away, r.ends_on
        from reached_during() r`)
}

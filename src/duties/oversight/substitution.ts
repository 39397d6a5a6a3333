import { sql } from 'kysely'
import { written } from '#store/query.ts'

/** An absence of today, with how far the substitute reaches. */
export interface RunningSubstitution {
  readonly id: string
  readonly name: string
  readonly substitute: string
  /** ISO dates, both days included. */
  readonly startsOn: string
  readonly endsOn: string
  /** Dossiers for which standing in was asked. */
  readonly asked: number
  /** Dossiers that are open to the substitute now. */
  readonly open: number
}

/** Substitutions that run today; nothing for whoever does not oversee. */
export const listSubstitutions = written(sql<RunningSubstitution>`
  select s.absence_id as id, m.name, t.name as substitute, s.starts_on as "startsOn",
    s.ends_on as "endsOn", s.asked, s.open
  from overseen_substitutions() s
  join members m on m.account_id = s.account_id
  join members t on t.account_id = s.substitute_id
  where not exists (
    select from absence_cancellations c where c.absence_id = s.absence_id)`)

import { sql } from 'kysely'
import { written } from '#store/query.ts'

/** A closed batch of the ledger, as people hear of it. */
export interface CheckpointLine {
  readonly id: number
  readonly entries: number
  readonly closedAt: Date
}

/** The newest checkpoints. */
export const listCheckpoints = written(sql<CheckpointLine>`
  select id, entries, closed_at as "closedAt" from checkpoints order by id desc limit 12`)

/** How many checkpoints there are, and how many entries they hold. */
export const countCheckpoints = written(sql<{ checkpoints: number; entries: number }>`
  select count(*) as checkpoints, coalesce(sum(entries), 0)::bigint as entries from checkpoints`)

/** The newest runs of the checks that read the ledger. */
export const ledgerChecks = written(sql<LedgerCheck>`
  select distinct on (check_name) check_name as check, state, ran_at as "ranAt"
  from proofs where check_name in ('ledger-intact', 'ledger-whole')
  order by check_name, ran_at desc, id desc`)

export interface LedgerCheck {
  readonly check: string
  readonly state: 'kept' | 'broken'
  readonly ranAt: Date
}

import { sql } from 'kysely'
import { written } from '#store/query.ts'

/** Somebody who works here and misses something that access needs. */
export interface MemberGap {
  readonly accountId: string
  readonly name: string
  readonly gap: 'no-second-factor' | 'no-function'
}

/** Members without a second factor, who cannot enter, and members without a function. */
export const listMemberGaps = written(sql<MemberGap>`
  select m.account_id as "accountId", m.name, g.gap
  from members m
  left join known_accounts() k on k.account_id = m.account_id
  cross join lateral (
    select 'no-second-factor' as gap where not k.second_factor
    union all
    select 'no-function' where not exists (
      select from functions f where f.account_id = m.account_id)) g
  where m.left_at is null or m.left_at > now()
  order by g.gap, lower(m.name), m.account_id limit 500`)

/** Dossiers that nobody who works here reaches, by number. */
export interface UnreachedDossier {
  readonly reference: string
  readonly startedAt: Date
}

export const listUnreached = written(sql<UnreachedDossier>`
  select reference, started_at as "startedAt" from unreached_dossiers()`)

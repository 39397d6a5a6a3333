import { sql } from 'kysely'
import { from, written } from '#store/query.ts'

/** How many dossiers somebody reaches for an activity now, by one relation. Never which. */
export interface Reach {
  readonly activity: string
  readonly relation: string
  /** Account of a member, or a party; null for everybody else together, such as the clients. */
  readonly holderId: string | null
  /** How many accounts or parties this counts. */
  readonly holders: number
  readonly dossiers: number
}

/** Who reaches how many dossiers now; nothing for whoever does not oversee. */
export const listReach = written(sql<Reach>`
  select activity, relation, holder_id as "holderId", holders, dossiers from overseen_reach()`)

/** Who holds which function, of those who work here now. */
export const listFunctions = written(sql<FunctionHolder>`
  select f.function, f.account_id as "accountId", m.name
  from functions f join members m on m.account_id = f.account_id
  where m.left_at is null or m.left_at > now()
  order by f.function, lower(m.name), f.account_id limit 5000`)

export interface FunctionHolder {
  readonly function: string
  readonly accountId: string
  readonly name: string
}

/** Dossiers within sight of oversight: those that are neither past their term nor restricted. */
export const countDossiers = written(
  sql<{ kind: string; dossiers: number }>`
    select kind, count(*) as dossiers from dossiers group by kind order by kind`,
)

/** Names of the parties, for whoever may know them. */
export const partyNames = from.selectFrom('parties').select(['id', 'name']).limit(2_000)

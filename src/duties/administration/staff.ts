import { sql } from 'kysely'
import { AppError } from '#kernel/error.ts'
import { from, written } from '#store/query.ts'
import type { Transaction } from '#store/transaction.ts'

/** Somebody who works here, or did. */
export interface StaffMember {
  readonly accountId: string
  readonly name: string
  readonly title: string
  /** Null when the statement gives the activity no details of accounts. */
  readonly email: string | null
  readonly secondFactor: boolean | null
  /** Words of the vocabulary, sorted. */
  readonly functions: string[]
  /** ISO date of the last day at work; null for who stays. */
  readonly lastDay: string | null
  /** That day is over. */
  readonly left: boolean
}

/** As many as are listed at most. */
export const STAFF_MOST = 2_000

/** Everybody who works here and did, those who left last. */
export const listStaff = written(sql<StaffMember>`
  select m.account_id as "accountId", m.name, m.title, k.email, k.second_factor as "secondFactor",
    array(
      select f.function from functions f where f.account_id = m.account_id order by 1) as functions,
    ((m.left_at - interval '1 microsecond') at time zone 'Europe/Amsterdam')::date as "lastDay",
    coalesce(m.left_at <= now(), false) as left
  from members m left join known_accounts() k on k.account_id = m.account_id
  order by coalesce(m.left_at <= now(), false), lower(m.name), m.account_id
  limit ${STAFF_MOST}`)

/** What an administrator decides about somebody who works here. What is left out stays as it is. */
export interface MemberChange {
  readonly accountId: string
  readonly name: string
  readonly title: string
  /** These and no others. */
  readonly functions?: readonly string[]
  /** ISO date; null for who stays, or comes back. */
  readonly lastDay?: string | null
}

/**
 * Changes a member of staff.
 *
 * @throws `NOT_FOUND`; `OWN_FUNCTION` about one's own functions or departure;
 * `LAST_ADMINISTRATOR`; `FUNCTION_UNKNOWN`.
 */
export async function changeMember(tx: Transaction, change: MemberChange): Promise<void> {
  const { accountId, name, title, functions, lastDay } = change
  const changed = await tx.run(
    from
      .updateTable('members')
      .set({ name, title, ...(lastDay === undefined ? {} : { left_at: endOf(lastDay) }) })
      .where('account_id', '=', accountId)
      .returning('account_id'),
  )
  if (changed.length === 0) throw new AppError('NOT_FOUND')
  if (functions) await holdFunctions(tx, accountId, functions)
}

/** The moment at which a day is over in the Netherlands. */
function endOf(day: string | null) {
  return sql<Date | null>`(${day}::date + 1)::timestamp at time zone 'Europe/Amsterdam'`
}

async function holdFunctions(
  tx: Transaction,
  accountId: string,
  functions: readonly string[],
): Promise<void> {
  await tx.run(
    written(sql`insert into functions (account_id, function)
      select ${accountId}::uuid, wanted from unnest(${functions}::text[]) wanted
      where not exists (
        select from functions f where f.account_id = ${accountId} and f.function = wanted)`),
  )
  await tx.run(
    written(sql`delete from functions
      where account_id = ${accountId} and function <> all (${functions}::text[])`),
  )
}

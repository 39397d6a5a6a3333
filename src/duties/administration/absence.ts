import { sql } from 'kysely'
import { AppError } from '#kernel/error.ts'
import { from, type WrittenQuery, written } from '#store/query.ts'
import type { Transaction } from '#store/transaction.ts'

/** Days on which a member is away and another may stand in. */
export interface AbsenceLine {
  readonly id: string
  readonly accountId: string
  readonly name: string
  readonly substituteId: string
  readonly substitute: string
  /** ISO dates, both days included. */
  readonly startsOn: string
  readonly endsOn: string
  readonly state: 'planned' | 'running' | 'over' | 'cancelled'
}

/** As many as are listed at most. */
export const ABSENCES_MOST = 500

/** Everybody's absences: what runs, what comes, and then what is over, the latest first. */
export const listAbsences = written(sql<AbsenceLine>`
  select a.id, a.account_id as "accountId", m.name, a.substitute_id as "substituteId",
    s.name as substitute, a.starts_on as "startsOn", a.ends_on as "endsOn",
    case when c.absence_id is not null then 'cancelled'
      when a.ends_on < gestand.today() then 'over'
      when a.starts_on > gestand.today() then 'planned' else 'running' end as state
  from absences a
  join members m on m.account_id = a.account_id
  join members s on s.account_id = a.substitute_id
  left join absence_cancellations c on c.absence_id = a.id
  order by c.absence_id is not null, a.ends_on < gestand.today(),
    case when a.ends_on >= gestand.today() then a.starts_on end, a.ends_on desc, a.id
  limit ${ABSENCES_MOST}`)

export interface AbsencePlan {
  readonly accountId: string
  readonly substituteId: string
  readonly startsOn: string
  readonly endsOn: string
}

/** One absence; no row when there is none. */
export function findAbsence(id: string): WrittenQuery<AbsencePlan> {
  return written(sql`
    select account_id as "accountId", substitute_id as "substituteId", starts_on as "startsOn",
      ends_on as "endsOn"
    from absences where id = ${id}`)
}

/**
 * Plans an absence. Standing in begins in no dossier before the person consented to it.
 *
 * @param id The same id twice is one absence: the second is refused as `DUPLICATE`.
 * @throws `ABSENCE_ENDS_EARLY`, `ABSENCE_OWN_SUBSTITUTE`; `INVALID` when one of the two does not
 * work here.
 */
export async function planAbsence(tx: Transaction, id: string, plan: AbsencePlan): Promise<void> {
  await tx.run(from.insertInto('absences').values({ id, ...columnsOf(plan) }))
}

/** @throws As `planAbsence`, and `NOT_FOUND`. */
export async function changeAbsence(tx: Transaction, id: string, plan: AbsencePlan): Promise<void> {
  const changed = await tx.run(
    from.updateTable('absences').set(columnsOf(plan)).where('id', '=', id).returning('id'),
  )
  if (changed.length === 0) throw new AppError('NOT_FOUND')
}

/**
 * Takes an absence back: whoever stood in because of it stops at once.
 *
 * @throws `INVALID` when there is no such absence; `DUPLICATE` when it was taken back before.
 */
export async function cancelAbsence(tx: Transaction, id: string): Promise<void> {
  await tx.run(from.insertInto('absence_cancellations').values({ absence_id: id }))
}

function columnsOf({ accountId, substituteId, startsOn, endsOn }: AbsencePlan) {
  if (endsOn < startsOn) throw new AppError('ABSENCE_ENDS_EARLY', { field: 'endsOn' })
  if (accountId === substituteId) {
    throw new AppError('ABSENCE_OWN_SUBSTITUTE', { field: 'substituteId' })
  }
  return {
    account_id: accountId,
    substitute_id: substituteId,
    starts_on: startsOn,
    ends_on: endsOn,
  }
}

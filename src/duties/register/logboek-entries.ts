import { sql } from 'kysely'
import { type WrittenQuery, written } from '#store/query.ts'
import type { LogboekEntry } from './logboek.ts'

/** Lines of one export. */
const LOGBOEK_LIMIT = 20_000

/**
 * Entries of the ledger between two days, both included, for whoever keeps the register.
 *
 * @param days ISO dates in the Netherlands.
 */
export function listLogboekEntries(days: {
  readonly from: string
  readonly until: string
}): WrittenQuery<LogboekEntry> {
  return written(sql`
    select id, at, xid::text as xid, account_id as "accountId", activity, act, subject,
      dossier_id as "dossierId", statement
    from ledger
    where at >= (${days.from}::date)::timestamp at time zone 'Europe/Amsterdam'
      and at < (${days.until}::date + 1)::timestamp at time zone 'Europe/Amsterdam'
    order by id limit ${LOGBOEK_LIMIT}`)
}

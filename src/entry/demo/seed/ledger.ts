import type { Act } from './act.ts'
import { insertRows } from './insertion.ts'
import type { Load } from './load.ts'
import { monthsBefore } from '#entry/demo/day.ts'

/** The statement keeps the access log for five years: what is older is gone. */
const KEPT_MONTHS = 60

/** Writes what was done into the ledger, as it would have been: in the order of time. */
export async function insertLedger(load: Load, acts: readonly Act[]): Promise<void> {
  const since = new Date(monthsBefore(load.data.today, KEPT_MONTHS))
  const kept = acts.filter(({ at }) => at >= since).toSorted((a, b) => +a.at - +b.at)
  await insertRows(
    load.owner,
    'ledger',
    kept.map(({ at, by, activity, act, subject, dossierId, item, amount }) => ({
      at,
      account_id: by,
      activity,
      act,
      subject: subject ?? null,
      dossier_id: dossierId ?? null,
      item: item ?? null,
      amount: amount ?? null,
      statement: load.versionAt(at).version,
    })),
  )
}

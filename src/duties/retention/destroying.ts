import { sayDay } from '#kernel/day.ts'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { type Erasing, runErasures } from '#duties/erasure/erasing.ts'
import { Orders } from '#duties/erasure/order.ts'
import { retentionWarningMail } from '#jobs/mails/retention-warning.ts'
import { destroyOldLines } from '#ledger/destroying.ts'
import { ledgerKey } from '#ledger/ledger-key.ts'
import { written } from '#store/query.ts'
import { schemaOf } from '#store/store.ts'

export interface RetentionResult {
  /** Dossiers of which the rows went. */
  readonly destroyed: number
  readonly warned: number
  /** Accounts and names of members that were past their term. */
  readonly accounts: number
  /** Lines of the ledger that were past their term. */
  readonly lines: number
  /** Erasures that left something and wait for somebody to look. */
  readonly waiting: number
  /** Batches in which it went. */
  readonly batches: number
}

export interface RetentionOptions {
  /** Dossiers in one batch; 500 when left out. */
  readonly batch?: number
  /**
   * How long to rest after a batch, as a part of how long it took: for those who work meanwhile. 1
   * when left out; 0 does not rest.
   */
  readonly rest?: number
  /** Batches at most; what is left is for the next run. */
  readonly most?: number
}

const BATCH = 500
const BATCHES_MAX = 2_000
const WARNING_DAYS = 30
const WARNINGS_AT_ONCE = 50

/**
 * Warns those whose dossier goes within a month, and destroys what is due, in batches: keys and
 * rows of one are gone before the next begins. What is gone is re-read for all together. Then
 * accounts and lines of the ledger that are past their term go. What a run leaves, or was stopped
 * in, the next one finishes.
 */
export async function runRetention(
  parts: Erasing,
  organisation: string,
  { batch = BATCH, rest = 1, most = BATCHES_MAX }: RetentionOptions = {},
): Promise<RetentionResult> {
  const warned = await warn(parts, organisation)
  const orders = new Orders(parts.worker, organisation)
  let { deleted: destroyed, waiting } = await runErasures(parts, organisation)
  let batches = 0
  while (batches < most) {
    const began = performance.now()
    if ((await orders.orderDue(batch)) === 0) break
    destroyed += (await runErasures(parts, organisation, { settle: false })).deleted
    batches += 1
    await sleep((performance.now() - began) * rest)
  }
  if (batches > 0) waiting = (await runErasures(parts, organisation)).waiting
  await orders.destroyUntied()
  const accounts = await orders.destroyAccounts()
  const key = ledgerKey(parts.master, organisation)
  const lines = await destroyOldLines(parts.worker, organisation, key)
  return { destroyed, warned, waiting, batches, accounts, lines }
}

/** Mails each of them once for a day: queued and noted together. */
async function warn({ platform, outbox }: Erasing, organisation: string): Promise<number> {
  const schema = sql.id(schemaOf(organisation))
  const soon = written(sql<{ dossierId: string; accountId: string; dueOn: string; label: string }>`
    select w.dossier_id as "dossierId", w.account_id as "accountId", w.due_on as "dueOn",
      o.name as label
    from ${schema}.take_warnings(${WARNING_DAYS}, ${WARNINGS_AT_ONCE}) w,
      gestand.organisations o where o.id = ${organisation}`)
  let warned = 0
  for (;;) {
    const told = await platform.change(async (tx) => {
      const rows = await tx.run(soon)
      for (const { dossierId, accountId, dueOn, label } of rows) {
        const path = `/mijn/dossiers/${dossierId}/bewaren`
        const on = { nl: sayDay(dueOn, 'nl'), en: sayDay(dueOn, 'en') }
        await outbox.queue(
          tx,
          retentionWarningMail,
          { organisation: label, path, on },
          { accountId },
        )
      }
      return rows.length
    })
    warned += told
    if (told === 0) return warned
  }
}

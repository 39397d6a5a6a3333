import { sql } from 'kysely'
import { practiceEndsMail } from '#jobs/mails/practice-ends.ts'
import type { Outbox } from '#jobs/outbox.ts'
import type { Platform } from '#store/platform.ts'
import { written } from '#store/query.ts'
import { schemaOf } from '#store/store.ts'

/** Mails that are queued, and dossiers that are settled, in one transaction. */
const AT_ONCE = 200

export interface SuccessionWork {
  /** Signed in as the worker. */
  readonly platform: Platform
  readonly outbox: Outbox
}

/**
 * Tells clients that the practice ends, each once, and carries out what they chose when the day is
 * there. Does nothing where no end was confirmed.
 *
 * @returns How many were told and how many dossiers were settled.
 */
export async function carryOutSuccession(
  { platform, outbox }: SuccessionWork,
  { id, label }: { readonly id: string; readonly label: string },
): Promise<{ told: number; settled: number }> {
  const schema = sql.id(schemaOf(id))
  let told = 0
  let settled = 0
  for (let some = 1; some > 0; told += some) {
    some = await platform.change(async (tx) => {
      const taken = await tx.run(
        written(sql<{ dossier_id: string; account_id: string }>`
          select dossier_id, account_id from ${schema}.take_succession_mails(${AT_ONCE})`),
      )
      for (const { account_id: accountId } of taken) {
        const data = { organisation: label, path: '/mijn/einde' }
        await outbox.queue(tx, practiceEndsMail, data, { accountId })
      }
      return taken.length
    })
  }
  for (let some = 1; some > 0; settled += some) {
    const [row] = await platform.run(
      written(sql<{ some: string }>`select ${schema}.settle_successions(${AT_ONCE}) as some`),
    )
    some = Number(row?.some ?? 0)
  }
  return { told, settled }
}

import { sql } from 'kysely'
import { summaryWaitsMail } from '#jobs/mails/summary-waits.ts'
import type { Outbox } from '#jobs/outbox.ts'
import type { Platform } from '#store/platform.ts'
import { written } from '#store/query.ts'

/** Who writes: the short name of an organisation, and the one that people know. */
export interface ReminderSender {
  readonly id: string
  readonly title: string
}

interface Reminded {
  readonly dossierId: string
  readonly summaryId: string
  readonly accountId: string
}

/**
 * Reminds clients of summaries that were sent and not answered: a week after the summary, and then
 * each week, three times at most. Twice on a day is the same as once. Returns how many mails went
 * into the outbox.
 *
 * @param platform With the login of the worker.
 */
export async function remindOfSummaries(
  platform: Platform,
  outbox: Outbox,
  { id, title }: ReminderSender,
): Promise<number> {
  return platform.change(async (tx) => {
    const reminded = await tx.run(
      written(sql<Reminded>`
        select dossier_id as "dossierId", summary_id as "summaryId", account_id as "accountId"
        from ${sql.id(`org_${id}`, 'remind_of_summaries')}()`),
    )
    for (const { accountId, dossierId, summaryId } of reminded) {
      const path = `/mijn/dossiers/${dossierId}/samenvattingen/${summaryId}`
      await outbox.queue(tx, summaryWaitsMail, { organisation: title, path }, { accountId })
    }
    return reminded.length
  })
}

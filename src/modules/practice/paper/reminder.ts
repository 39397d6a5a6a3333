import { sql } from 'kysely'
import { paperOutMail } from '#jobs/mails/paper-out.ts'
import type { Outbox } from '#jobs/outbox.ts'
import type { ReminderSender } from '#modules/practice/reminder.ts'
import type { Platform } from '#store/platform.ts'
import { written } from '#store/query.ts'

/**
 * Tells whoever has paper that was out overnight, and the director how much that is. Twice on a day
 * is the same as once. Returns how many mails went into the outbox.
 *
 * @param platform With the login of the worker.
 */
export async function remindOfPaper(
  platform: Platform,
  outbox: Outbox,
  { id, title }: ReminderSender,
): Promise<number> {
  return platform.change(async (tx) => {
    const rows = await tx.run(
      written(sql<{ accountId: string; amount: number }>`
        select account_id as "accountId", amount::integer as amount
        from ${sql.id(`org_${id}`, 'remind_of_paper')}()`),
    )
    for (const { accountId, amount } of rows) {
      const data = { organisation: title, path: '/werk/papier', amount }
      await outbox.queue(tx, paperOutMail, data, { accountId })
    }
    return rows.length
  })
}

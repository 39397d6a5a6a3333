import { sql } from 'kysely'
import { answerLateMail } from '#jobs/mails/answer-late.ts'
import type { Outbox } from '#jobs/outbox.ts'
import type { Platform } from '#store/platform.ts'
import { written } from '#store/query.ts'
import type { ReminderSender } from '#modules/practice/reminder.ts'

interface Late {
  readonly dossierId: string
  readonly accountId: string
}

/**
 * Tells who asked another professional something that the answer is late, once a week. Returns how
 * many mails went into the outbox.
 *
 * @param platform With the login of the worker.
 */
export async function remindOfLateAnswers(
  platform: Platform,
  outbox: Outbox,
  { id, title }: ReminderSender,
): Promise<number> {
  return platform.change(async (tx) => {
    const late = await tx.run(
      written(sql<Late>`select dossier_id as "dossierId", account_id as "accountId"
        from ${sql.id(`org_${id}`, 'take_late_answers')}()`),
    )
    for (const { accountId, dossierId } of late) {
      const path = `/werk/dossiers/${dossierId}/professionals`
      await outbox.queue(tx, answerLateMail, { organisation: title, path }, { accountId })
    }
    return late.length
  })
}

import { sql } from 'kysely'
import { signatureWaitsMail } from '#jobs/mails/signature-waits.ts'
import type { Outbox } from '#jobs/outbox.ts'
import type { ReminderSender } from '#modules/practice/reminder.ts'
import type { Platform } from '#store/platform.ts'
import { written } from '#store/query.ts'

interface Reminded {
  readonly dossierId: string
  readonly signingId: string
  readonly accountId: string
  /** Whether it is the client. */
  readonly subject: boolean
}

/**
 * Reminds who has not signed: three days after the question, and then each week, three times at
 * most. Returns how many mails went into the outbox.
 *
 * @param platform With the login of the worker.
 */
export async function remindOfSignings(
  platform: Platform,
  outbox: Outbox,
  { id, title }: ReminderSender,
): Promise<number> {
  return platform.change(async (tx) => {
    const reminded = await tx.run(
      written(sql<Reminded>`
        select dossier_id as "dossierId", signing_id as "signingId", account_id as "accountId",
          subject
        from ${sql.id(`org_${id}`, 'remind_of_signings')}()`),
    )
    for (const { accountId, dossierId, signingId, subject } of reminded) {
      const base = subject ? '/mijn' : '/werk'
      const path = `${base}/dossiers/${dossierId}/ondertekenen/${signingId}`
      await outbox.queue(tx, signatureWaitsMail, { organisation: title, path }, { accountId })
    }
    return reminded.length
  })
}

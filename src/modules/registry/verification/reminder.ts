import { sql } from 'kysely'
import { enrolmentWaitsMail } from '#jobs/mails/enrolment-waits.ts'
import { verificationsWaitMail } from '#jobs/mails/verifications-wait.ts'
import type { Outbox } from '#jobs/outbox.ts'
import type { Platform } from '#store/platform.ts'
import { written } from '#store/query.ts'

/** Who writes: the short name of an organisation, and the one that people know. */
export interface ReminderSender {
  readonly id: string
  readonly title: string
}

/** Where the mails lead to. */
const VERIFY_PATH = '/instelling/controles'

/**
 * Reminds institutions of training data that wait for them: two weeks after they were submitted,
 * and then each two weeks, three times at most; and students of an enrolment that waits for them,
 * once. Twice on a day is the same as once. Returns how many mails went into the outbox.
 *
 * @param platform With the login of the worker.
 */
export async function remindOfVerifications(
  platform: Platform,
  outbox: Outbox,
  { id, title }: ReminderSender,
): Promise<number> {
  return platform.change(async (tx) => {
    const schema = `org_${id}`
    const verifiers = await tx.run(
      written(sql<{ accountId: string; waiting: string }>`
        select account_id as "accountId", waiting
        from ${sql.id(schema, 'remind_verifiers')}()`),
    )
    for (const { accountId, waiting } of verifiers) {
      const about = { organisation: title, path: VERIFY_PATH, waiting: Number(waiting) }
      await outbox.queue(tx, verificationsWaitMail, about, { accountId })
    }
    const students = await tx.run(
      written(sql<{ accountId: string; dossierId: string }>`
        select account_id as "accountId", dossier_id as "dossierId"
        from ${sql.id(schema, 'remind_registrants')}()`),
    )
    for (const { accountId, dossierId } of students) {
      const path = `/mijn/dossiers/${dossierId}/opleiding`
      await outbox.queue(tx, enrolmentWaitsMail, { organisation: title, path }, { accountId })
    }
    return verifiers.length + students.length
  })
}

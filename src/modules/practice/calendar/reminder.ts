import { sql } from 'kysely'
import { appointmentSoonMail } from '#jobs/mails/appointment-soon.ts'
import type { Outbox } from '#jobs/outbox.ts'
import type { ReminderSender } from '#modules/practice/reminder.ts'
import type { Platform } from '#store/platform.ts'
import { written } from '#store/query.ts'

interface Reminded {
  readonly dossierId: string
  readonly accountId: string
}

/**
 * Reminds clients of appointments that begin within a day and not within two hours: once for each
 * time that an appointment has, and not of what was cancelled. Returns how many mails were queued.
 *
 * @param platform With the login of the worker.
 */
export async function remindOfAppointments(
  platform: Platform,
  outbox: Outbox,
  { id, title }: ReminderSender,
): Promise<number> {
  return platform.change(async (tx) => {
    const reminded = await tx.run(
      written(sql<Reminded>`
        select distinct dossier_id as "dossierId", account_id as "accountId"
        from ${sql.id(`org_${id}`, 'remind_of_appointments')}()`),
    )
    for (const { accountId, dossierId } of reminded) {
      const path = `/mijn/dossiers/${dossierId}/afspraken`
      await outbox.queue(tx, appointmentSoonMail, { organisation: title, path }, { accountId })
    }
    return reminded.length
  })
}

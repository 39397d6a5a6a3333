import { sql } from 'kysely'
import { gatekeeperTermMail } from '#jobs/mails/gatekeeper-term.ts'
import type { Outbox } from '#jobs/outbox.ts'
import type { ReminderSender } from '#modules/practice/reminder.ts'
import type { Platform } from '#store/platform.ts'
import { written } from '#store/query.ts'

interface Reminded {
  readonly dossierId: string
  readonly accountId: string
}

/**
 * Reminds coaches of terms of the gatekeeper act: two weeks beforehand, and once more when a term
 * is over. One mail a dossier, which says no more than that. Returns how many mails went into the
 * outbox.
 *
 * @param platform With the login of the worker.
 */
export async function remindOfGatekeeperTerms(
  platform: Platform,
  outbox: Outbox,
  { id, title }: ReminderSender,
): Promise<number> {
  return platform.change(async (tx) => {
    const reminded = await tx.run(
      written(sql<Reminded>`
        select dossier_id as "dossierId", account_id as "accountId"
        from ${sql.id(`org_${id}`, 'remind_of_gatekeeper_terms')}()`),
    )
    for (const { accountId, dossierId } of reminded) {
      const path = `/werk/dossiers/${dossierId}/traject`
      await outbox.queue(tx, gatekeeperTermMail, { organisation: title, path }, { accountId })
    }
    return reminded.length
  })
}

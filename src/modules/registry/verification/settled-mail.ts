import { sql } from 'kysely'
import { submissionSettledMail } from '#jobs/mails/submission-settled.ts'
import type { Outbox } from '#jobs/outbox.ts'
import type { Platform } from '#store/platform.ts'
import { written } from '#store/query.ts'
import type { ReminderSender } from './reminder.ts'
import type { SubmissionAbout } from './submission.ts'

/** Told in one transaction: as many as go out in five seconds, so that other mail hardly waits. */
const TOLD_AT_ONCE = 250

interface Settled {
  readonly accountId: string
  readonly dossierId: string
  readonly about: SubmissionAbout
  readonly outcome: 'verified' | 'rejected'
}

/**
 * Mails students what came of what they submitted, each once: what the database has as settled and
 * not told. Returns how many mails went into the outbox, 250 at most.
 *
 * @param platform With the login of the worker.
 */
export async function tellSettled(
  platform: Platform,
  outbox: Outbox,
  { id, title }: ReminderSender,
): Promise<number> {
  return platform.change(async (tx) => {
    const settled = await tx.run(
      written(sql<Settled>`
        select account_id as "accountId", dossier_id as "dossierId", about, outcome
        from ${sql.id(`org_${id}`, 'tell_settled')}(${TOLD_AT_ONCE}::integer)`),
    )
    await outbox.queueMany(
      tx,
      submissionSettledMail,
      settled.map(({ accountId, dossierId, about, outcome }) => ({
        accountId,
        data: {
          organisation: title,
          path: `/mijn/dossiers/${dossierId}/opleiding`,
          about,
          outcome,
        },
      })),
    )
    return settled.length
  })
}

import type { Door } from '#entry/web/http/door.ts'
import { titleOf } from '#entry/web/pages/rights/office.ts'
import { submissionSettledMail } from '#jobs/mails/submission-settled.ts'
import { listHolders, type SubmissionAbout } from '#modules/registry/index.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'

/** Mails the student of the opened registration what came of it, in the same transaction. */
export async function mailSettled(
  door: Door,
  tx: OpenedDossier,
  settled: { readonly about: SubmissionAbout; readonly outcome: 'verified' | 'rejected' },
): Promise<void> {
  const students = await tx.run(listHolders)
  const path = `/mijn/dossiers/${tx.dossierId}/opleiding`
  for (const { id } of students) {
    const about = { ...settled, organisation: titleOf(door), path }
    await door.visit.site.accounts.outbox.queue(tx, submissionSettledMail, about, { accountId: id })
  }
}

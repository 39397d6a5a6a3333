import { sql } from 'kysely'
import { AppError } from '#kernel/error.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { from, type WrittenQuery, written } from '#store/query.ts'

/** As which of the two somebody verifies. */
export type Verifier = 'institution' | 'institute'

/** What is judged, and as whom. */
export interface Judged {
  readonly submissionId: string
  readonly verifier: Verifier
}

/** Characters of a reason. */
export const REASON_LIMIT = 1_000

/**
 * Confirms what was submitted in the opened registration. After both verifiers did, it is final.
 *
 * @throws `SUBMISSION_SETTLED` when it was settled meanwhile; `SAME_VERIFIER` for who did so as the
 * other one; `NOT_FOUND` for who acts for neither; `DUPLICATE`.
 */
export async function confirmSubmission(
  tx: OpenedDossier,
  { submissionId, verifier }: Judged,
): Promise<void> {
  await tx.run(
    from.insertInto('verifications').values({
      submission_id: submissionId,
      dossier_id: tx.dossierId,
      verifier,
      decision: 'confirmed',
    }),
  )
}

/**
 * Sends what was submitted back to the student, with a reason that the student reads.
 *
 * @throws As `confirmSubmission`; `REASON_MISSING`.
 */
export async function rejectSubmission(
  tx: OpenedDossier,
  { submissionId, verifier, reason }: Judged & { readonly reason: string },
): Promise<void> {
  if (reason.trim() === '') throw new AppError('REASON_MISSING')
  await tx.run(
    from.insertInto('verifications').values({
      submission_id: submissionId,
      dossier_id: tx.dossierId,
      verifier,
      decision: 'rejected',
    }),
  )
  await tx.run(
    from.insertInto('rejections').values({
      submission_id: submissionId,
      verifier,
      dossier_id: tx.dossierId,
      reason: tx.seal('rejections.reason', reason.slice(0, REASON_LIMIT)),
    }),
  )
}

/**
 * Confirms whatever is open in a dossier as each of the two that who acts is and did not judge yet:
 * for many dossiers at once, where none that was settled meanwhile may stop the others.
 */
export function confirmOpen(
  dossierId: string,
  verifier: Verifier,
): WrittenQuery<{ dossier_id: string }> {
  return written(sql<{ dossier_id: string }>`
    insert into verifications (submission_id, dossier_id, verifier, decision)
    select s.id, s.dossier_id, ${verifier}, 'confirmed' from submissions s
    join registrations g on g.dossier_id = s.dossier_id
    where s.dossier_id = ${dossierId} and s.outcome = 'open'
      and case ${verifier} when 'institution' then g.institution_id else g.institute_id end
        in (select own_parties())
    on conflict do nothing
    returning dossier_id`)
}

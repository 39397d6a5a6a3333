import { AppError } from '#kernel/error.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { from } from '#store/query.ts'

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

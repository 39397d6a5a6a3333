import { AppError } from '#kernel/error.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { from } from '#store/query.ts'

/** What the two verifiers judge. */
export type SubmissionAbout = 'enrolment' | 'diploma'

export type SubmissionOutcome = 'open' | 'verified' | 'rejected' | 'lapsed'

/**
 * Puts the opened registration before the two verifiers.
 *
 * @returns The id of the submission.
 * @throws `REGISTRANT_MISSING` before the person entered who they are; `SUBMISSION_OPEN`,
 * `NOT_IN_TRAINING`, `REGISTRATION_STEP_IMPOSSIBLE`.
 */
export async function submit(
  tx: OpenedDossier,
  { id, about }: { readonly id?: string; readonly about: SubmissionAbout },
): Promise<string> {
  const [row] = await tx.run(
    from
      .insertInto('submissions')
      .values({ ...(id && { id }), dossier_id: tx.dossierId, about })
      .returning('id'),
  )
  if (!row) throw new AppError('NOT_FOUND')
  return row.id
}

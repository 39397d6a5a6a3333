import { sql } from 'kysely'
import { AppError } from '#kernel/error.ts'
import { withinCategories } from '#modules/practice/refusal.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { from } from '#store/query.ts'
import { refusing } from '#store/refusal.ts'
import type { GatekeeperStep } from './words.ts'

export interface SickLeave {
  /** ISO date of the first day of illness: the first day of week 1. */
  readonly firstSickOn: string
  /** ISO date of recovery: terms after it are not asked for any more. */
  readonly endedOn?: string | undefined
}

/**
 * Records the first day of illness, from which the terms follow, or puts it right.
 *
 * @throws `CATEGORY_BARRED` in a kind of service for which the statement has no such terms;
 * `DOSSIER_CLOSED`; `INVALID` when it ends before it began.
 */
export async function recordSickLeave(
  tx: OpenedDossier,
  { firstSickOn, endedOn }: SickLeave,
): Promise<void> {
  await withinCategories(
    tx.run(
      from
        .insertInto('sick_leaves')
        .values({
          dossier_id: tx.dossierId,
          category: 'gatekeeper',
          first_sick_on: firstSickOn,
          ended_on: endedOn ?? null,
        })
        .onConflict((conflict) =>
          conflict.column('dossier_id').doUpdateSet({
            first_sick_on: sql`excluded.first_sick_on`,
            ended_on: sql`excluded.ended_on`,
          }),
        ),
    ),
  )
}

export interface StepCompletion {
  readonly step: GatekeeperStep
  /** The document that does it; only the notification needs none. */
  readonly documentId?: string | undefined
  /** ISO date, not after today. */
  readonly doneOn: string
}

/**
 * Says that a step was taken. Once more changes nothing.
 *
 * @throws `STEP_NEEDS_DOCUMENT`; `PLAN_NOT_SIGNED` for a plan that not both have signed;
 * `NOT_FOUND` when there is no such term.
 */
export async function completeStep(
  tx: OpenedDossier,
  { step, documentId, doneOn }: StepCompletion,
): Promise<void> {
  await refusing(
    tx.run(
      from
        .insertInto('gatekeeper_completions')
        .values({
          dossier_id: tx.dossierId,
          step,
          document_id: documentId ?? null,
          done_on: doneOn,
        })
        .onConflict((conflict) => conflict.doNothing()),
    ),
    { gatekeeper_completions_dossier_id_step_fkey: 'NOT_FOUND' },
  )
}

/** @throws `NOT_FOUND` */
export async function reopenStep(tx: OpenedDossier, step: string): Promise<void> {
  const reopened = await tx.run(
    from
      .deleteFrom('gatekeeper_completions')
      .where('dossier_id', '=', tx.dossierId)
      .where('step', '=', step)
      .returning('step'),
  )
  if (reopened.length === 0) throw new AppError('NOT_FOUND')
}

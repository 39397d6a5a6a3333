import { sql } from 'kysely'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { from } from '#store/query.ts'
import type { TrajectoryStatus } from './words.ts'

export interface Trajectory {
  /** ISO date of the first day of week 1. */
  readonly startedOn: string
  readonly projectNumber: string
  readonly status: TrajectoryStatus
  /** How long the service may take; undefined when nothing was agreed. */
  readonly budgetMinutes?: number | undefined
}

/**
 * Says how the trajectory stands: from when its weeks count, its project, its hours.
 *
 * @throws `DOSSIER_CLOSED`
 */
export async function saveTrajectory(tx: OpenedDossier, trajectory: Trajectory): Promise<void> {
  const row = {
    started_on: trajectory.startedOn,
    project_number: trajectory.projectNumber,
    status: trajectory.status,
    budget_minutes: trajectory.budgetMinutes ?? null,
  }
  await tx.run(
    from
      .insertInto('trajectories')
      .values({ dossier_id: tx.dossierId, ...row })
      .onConflict((conflict) =>
        conflict.column('dossier_id').doUpdateSet({
          started_on: sql`excluded.started_on`,
          project_number: sql`excluded.project_number`,
          status: sql`excluded.status`,
          budget_minutes: sql`excluded.budget_minutes`,
        }),
      ),
  )
}

import { randomUUID } from 'node:crypto'
import { AppError } from '#kernel/error.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { from } from '#store/query.ts'
import type { GoalState } from './words.ts'

/** Longest goal or expectation, in characters. */
export const GOAL_LIMIT = 2_000

export interface Goal {
  /** At most 2,000 characters. */
  readonly body: string
  /** ISO date by which it is to be reached. */
  readonly dueOn?: string | undefined
}

export interface NewGoal extends Goal {
  /** UUID of the form. */
  readonly id?: string
  /** The goal that it is a step towards; that one is no step itself. */
  readonly partOf?: string | undefined
}

/**
 * Writes down a goal, or a step towards one.
 *
 * @throws `GOAL_TOO_DEEP` when it is a step of a step; `DOSSIER_CLOSED`; `DUPLICATE`.
 */
export async function addGoal(
  tx: OpenedDossier,
  { id = randomUUID(), partOf, body, dueOn }: NewGoal,
): Promise<void> {
  await tx.run(
    from.insertInto('goals').values({
      id,
      dossier_id: tx.dossierId,
      part_of: partOf ?? null,
      body: tx.seal('goals.body', body),
      due_on: dueOn ?? null,
    }),
  )
}

export interface GoalChange extends Goal {
  readonly id: string
  readonly state: GoalState
}

/** @throws `NOT_FOUND`, `DOSSIER_CLOSED`. */
export async function changeGoal(
  tx: OpenedDossier,
  { id, body, dueOn, state }: GoalChange,
): Promise<void> {
  const changed = await tx.run(
    from
      .updateTable('goals')
      .set({ body: tx.seal('goals.body', body), due_on: dueOn ?? null, state })
      .where('id', '=', id)
      .where('dossier_id', '=', tx.dossierId)
      .returning('id'),
  )
  if (changed.length === 0) throw new AppError('NOT_FOUND')
}

/**
 * Removes a goal with the steps towards it; actions that served it stay.
 *
 * @throws `NOT_FOUND`
 */
export async function removeGoal(tx: OpenedDossier, id: string): Promise<void> {
  const removed = await tx.run(
    from
      .deleteFrom('goals')
      .where('id', '=', id)
      .where('dossier_id', '=', tx.dossierId)
      .returning('id'),
  )
  if (removed.length === 0) throw new AppError('NOT_FOUND')
}

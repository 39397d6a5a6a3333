import { randomUUID } from 'node:crypto'
import { AppError } from '#kernel/error.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { from } from '#store/query.ts'
import type { Slot } from './schedule.ts'
import type { Performer } from './words.ts'

/** Longest action, in characters. */
export const ACTION_LIMIT = 500
/** Last week in which an action can stand: five years. */
export const WEEK_LIMIT = 260
/** Actions that are copied from a template at once. */
const TEMPLATE_LIMIT = 200

export interface Action extends Slot {
  /** At most 500 characters. */
  readonly body: string
  readonly performer: Performer
  /** The goal that it serves. */
  readonly goalId?: string | undefined
}

/**
 * Puts an action on the list.
 *
 * @throws `DOSSIER_CLOSED`; `DUPLICATE` when this form was sent before.
 */
export async function addAction(
  tx: OpenedDossier,
  { id = randomUUID(), ...action }: Action & { readonly id?: string },
): Promise<void> {
  await tx.run(
    from.insertInto('actions').values({ id, dossier_id: tx.dossierId, ...columns(tx, action) }),
  )
}

/** @throws `NOT_FOUND`, `DOSSIER_CLOSED`. */
export async function changeAction(
  tx: OpenedDossier,
  { id, ...action }: Action & { readonly id: string },
): Promise<void> {
  const changed = await tx.run(
    from
      .updateTable('actions')
      .set(columns(tx, action))
      .where('id', '=', id)
      .where('dossier_id', '=', tx.dossierId)
      .returning('id'),
  )
  if (changed.length === 0) throw new AppError('NOT_FOUND')
}

/** @throws `NOT_FOUND` */
export async function removeAction(tx: OpenedDossier, id: string): Promise<void> {
  const removed = await tx.run(
    from
      .deleteFrom('actions')
      .where('id', '=', id)
      .where('dossier_id', '=', tx.dossierId)
      .returning('id'),
  )
  if (removed.length === 0) throw new AppError('NOT_FOUND')
}

/**
 * Begins the list with what the organisation usually does in this kind of service.
 *
 * @returns How many actions were added: 0 when there is no template.
 */
export async function copyActions(tx: OpenedDossier, kind: string): Promise<number> {
  const rows = await tx.run(
    from
      .selectFrom('action_templates')
      .select(['body', 'performer', 'week', 'day'])
      .where('kind', '=', kind)
      .orderBy('week')
      .limit(TEMPLATE_LIMIT),
  )
  if (rows.length === 0) return 0
  await tx.run(
    from.insertInto('actions').values(
      rows.map(({ body, performer, week, day }) => ({
        dossier_id: tx.dossierId,
        body: tx.seal('actions.body', body),
        performer,
        week,
        day,
      })),
    ),
  )
  return rows.length
}

/** Ticks an action; once more changes nothing. Clients tick their own alone. */
export async function completeAction(tx: OpenedDossier, actionId: string): Promise<void> {
  await tx.run(
    from
      .insertInto('action_completions')
      .values({ action_id: actionId, dossier_id: tx.dossierId })
      .onConflict((conflict) => conflict.doNothing()),
  )
}

/** Takes the tick back. */
export async function reopenAction(tx: OpenedDossier, actionId: string): Promise<void> {
  await tx.run(
    from
      .deleteFrom('action_completions')
      .where('action_id', '=', actionId)
      .where('dossier_id', '=', tx.dossierId),
  )
}

function columns(tx: OpenedDossier, { body, performer, week, day, goalId }: Action) {
  return {
    body: tx.seal('actions.body', body),
    performer,
    week,
    day: day ?? null,
    goal_id: goalId ?? null,
  }
}

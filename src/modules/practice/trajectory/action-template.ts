import { randomUUID } from 'node:crypto'
import { AppError } from '#kernel/error.ts'
import { from } from '#store/query.ts'
import type { Transaction } from '#store/transaction.ts'
import type { Slot } from './schedule.ts'
import type { Performer } from './words.ts'

/** Lines of all templates together: more than a bureau ever writes. */
const LINES_LIMIT = 2_000

/** What is usually done in which week of a kind of service. */
export interface TemplateAction extends Slot {
  /** Word of the kind of service. */
  readonly kind: string
  /** At most 500 characters; about nobody. */
  readonly body: string
  readonly performer: Performer
}

/** The lines of all templates, in order. */
export const actionTemplates = from
  .selectFrom('action_templates')
  .select(['id', 'kind', 'body', 'performer', 'week', 'day'])
  .orderBy('kind')
  .orderBy('week')
  .orderBy('day')
  .orderBy('written_at')
  .limit(LINES_LIMIT)

/** @throws `DUPLICATE` when this form was sent before. */
export async function addTemplateAction(
  tx: Transaction,
  { id = randomUUID(), kind, body, performer, week, day }: TemplateAction & { id?: string },
): Promise<void> {
  const row = { id, kind, body, performer, week, day: day ?? null }
  await tx.run(from.insertInto('action_templates').values(row))
}

/** @throws `NOT_FOUND` */
export async function removeTemplateAction(tx: Transaction, id: string): Promise<void> {
  const removed = await tx.run(
    from.deleteFrom('action_templates').where('id', '=', id).returning('id'),
  )
  if (removed.length === 0) throw new AppError('NOT_FOUND')
}

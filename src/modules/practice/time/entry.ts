import { randomUUID } from 'node:crypto'
import { AppError } from '#kernel/error.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { from } from '#store/query.ts'
import type { TimeKind } from './words.ts'

/** Longest remark, in characters. */
export const TIME_REMARK_LIMIT = 500

export interface TimeSpent {
  /** ISO date, today at the latest. */
  readonly day: string
  /** 1 to 1,440. */
  readonly minutes: number
  readonly kind: TimeKind
  readonly billable: boolean
  /** In words of one's own; whoever makes invoices does not read it. Empty for none. */
  readonly remark: string
}

/**
 * Records time that was spent on the client.
 *
 * @throws `TIME_IN_FUTURE`, `TIME_AFTER_END`; `DUPLICATE` when this form was sent before.
 */
export async function recordTime(
  tx: OpenedDossier,
  { id = randomUUID(), ...spent }: TimeSpent & { readonly id?: string },
): Promise<void> {
  const { billable, day, kind, minutes, remark } = spent
  const { dossierId } = tx
  await tx.run(
    from
      .insertInto('time_entries')
      .values({ id, dossier_id: dossierId, day, minutes, kind, billable }),
  )
  if (remark !== '') await addRemark(tx, id, remark)
}

/**
 * Corrects time; what it said stays in its history.
 *
 * @throws `NOT_FOUND`, `TIME_INVOICED`, `TIME_IN_FUTURE`, `TIME_AFTER_END`.
 */
export async function correctTime(
  tx: OpenedDossier,
  { id, ...spent }: TimeSpent & { readonly id: string },
): Promise<void> {
  const { billable, day, kind, minutes, remark } = spent
  const changed = await tx.run(
    from
      .updateTable('time_entries')
      .set({ day, minutes, kind, billable })
      .where('id', '=', id)
      .where('dossier_id', '=', tx.dossierId)
      .returning('id'),
  )
  if (changed.length === 0) throw new AppError('NOT_FOUND')
  await tx.run(from.deleteFrom('time_remarks').where('entry_id', '=', id))
  if (remark !== '') await addRemark(tx, id, remark)
}

/**
 * Takes time out; that it was there stays in its history.
 *
 * @throws `NOT_FOUND`, `TIME_INVOICED`.
 */
export async function removeTime(tx: OpenedDossier, id: string): Promise<void> {
  const removed = await tx.run(
    from
      .deleteFrom('time_entries')
      .where('id', '=', id)
      .where('dossier_id', '=', tx.dossierId)
      .returning('id'),
  )
  if (removed.length === 0) throw new AppError('NOT_FOUND')
}

async function addRemark(tx: OpenedDossier, entryId: string, remark: string): Promise<void> {
  await tx.run(
    from.insertInto('time_remarks').values({
      entry_id: entryId,
      dossier_id: tx.dossierId,
      body: tx.seal('time_remarks.body', remark),
    }),
  )
}

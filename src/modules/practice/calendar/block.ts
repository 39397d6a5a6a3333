import { AppError } from '#kernel/error.ts'
import type { Runner } from '#store/platform.ts'
import { from } from '#store/query.ts'
import type { BlockReason } from './words.ts'

export interface NewBlock {
  /** UUID of the form. */
  readonly id: string
  readonly reason: BlockReason
  readonly startsAt: Date
  /** At most a day later. */
  readonly endsAt: Date
}

/**
 * Blocks a time of one's own, in which no client is to be planned.
 *
 * @throws `DUPLICATE`, `INVALID`.
 */
export async function blockTime(
  tx: Runner,
  { id, reason, startsAt, endsAt }: NewBlock,
): Promise<void> {
  await tx.run(
    from.insertInto('time_blocks').values({ id, reason, starts_at: startsAt, ends_at: endsAt }),
  )
}

/**
 * Moves a blocked time of one's own.
 *
 * @throws `NOT_FOUND`, `INVALID`.
 */
export async function moveBlock(
  tx: Runner,
  { id, startsAt, endsAt }: Omit<NewBlock, 'reason'>,
): Promise<void> {
  const moved = await tx.run(
    from
      .updateTable('time_blocks')
      .set({ starts_at: startsAt, ends_at: endsAt })
      .where('id', '=', id)
      .returning('id'),
  )
  if (moved.length === 0) throw new AppError('NOT_FOUND')
}

/** Frees a blocked time of one's own. @throws `NOT_FOUND` */
export async function freeTime(tx: Runner, id: string): Promise<void> {
  const freed = await tx.run(from.deleteFrom('time_blocks').where('id', '=', id).returning('id'))
  if (freed.length === 0) throw new AppError('NOT_FOUND')
}

export interface DayHours {
  /** Monday is 1. */
  readonly weekday: number
  /** By the clock: `08:30`. */
  readonly starts: string
  readonly ends: string
}

/** Keeps the hours at which whoever acts works, in place of those before. @throws `INVALID` */
export async function keepHours(
  tx: Runner,
  accountId: string,
  hours: readonly DayHours[],
): Promise<void> {
  await tx.run(from.deleteFrom('working_hours').where('account_id', '=', accountId))
  if (hours.length === 0) return
  await tx.run(from.insertInto('working_hours').values([...hours]))
}

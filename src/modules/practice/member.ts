import { AppError } from '#kernel/error.ts'
import { from } from '#store/query.ts'
import type { Runner } from '#store/platform.ts'

const MEMBERS_LIMIT = 2_000

/** Those who work here now, by name: for choosing a coach or a substitute. */
export const members = from
  .selectFrom('members')
  .select(['account_id', 'name', 'title'])
  .where('left_at', 'is', null)
  .orderBy('name')
  .limit(MEMBERS_LIMIT)

/**
 * The name of somebody who works here.
 *
 * @throws `MEMBER_UNKNOWN`
 */
export async function readMemberName(tx: Runner, accountId: string): Promise<string> {
  const [row] = await tx.run(
    from
      .selectFrom('members')
      .select('name')
      .where('account_id', '=', accountId)
      .where('left_at', 'is', null),
  )
  if (!row) throw new AppError('MEMBER_UNKNOWN')
  return row.name
}

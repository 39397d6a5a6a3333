import { AppError } from '#kernel/error.ts'
import { from } from '#store/query.ts'
import type { Runner } from '#store/platform.ts'

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

import { sql } from 'kysely'
import { from, written } from '#store/query.ts'
import type { Transaction } from '#store/transaction.ts'

/** What the officer added to an entry of the register. */
export interface RegisterRemark {
  readonly activity: string
  readonly remark: string
  readonly writtenBy: string | null
  readonly writtenAt: Date
}

/** The newest remark on each activity. */
export const listRemarks = written(sql<RegisterRemark>`
  select distinct on (r.activity) r.activity, r.remark, m.name as "writtenBy",
    r.written_at as "writtenAt"
  from register_remarks r left join members m on m.account_id = r.written_by
  order by r.activity, r.written_at desc, r.id limit 500`)

/**
 * Writes a remark on an activity. Earlier ones stay; an empty one takes the remark off the page.
 *
 * @throws `DUPLICATE` when the form was sent twice.
 */
export async function writeRemark(
  tx: Transaction,
  remark: { readonly id: string; readonly activity: string; readonly remark: string },
): Promise<void> {
  await tx.run(from.insertInto('register_remarks').values(remark))
}

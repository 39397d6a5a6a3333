import { addDays } from '#entry/demo/day.ts'
import { ago, doing } from './doing.ts'
import type { Load } from './load.ts'

/** A review that was finished four months ago, and one that is half done. */
export async function insertReviews(load: Load): Promise<void> {
  const { today } = load.data
  const reviews = [
    { id: load.id('review-1'), begun: 120, due: -106, closed: 110 },
    { id: load.id('review-2'), begun: 9, due: 12, closed: undefined },
  ]
  for (const { id, begun, due, closed } of reviews) {
    const at = ago(load, begun, 45)
    await load.insert('access_reviews', [
      {
        ...doing(load, 'access-review', at),
        row: {
          id,
          due_on: addDays(today, due),
          begun_by: load.id('officer'),
          begun_at: at,
          closed_at: closed === undefined ? null : ago(load, closed, 90),
        },
      },
    ])
    await insertLines(load, id)
    await decideLines(load, id, { whole: closed !== undefined, daysAgo: begun - 2 })
  }
}

async function insertLines(load: Load, reviewId: string): Promise<void> {
  await load.owner.query(
    `insert into access_review_lines (review_id, account_id, sort, word, party_id, amount, since)
     select $1::uuid, f.account_id, 'function', f.function, null::uuid, 1, f.since from functions f
     union all
     select $1, r.holder_id, 'relation', r.relation, null, count(distinct r.dossier_id),
       min(r.since)
     from relations r join members m on m.account_id = r.holder_id
     where r.until is null or r.until > now() group by r.holder_id, r.relation
     union all
     select $1, a.account_id, 'affiliation', '', a.party_id, 1, null from affiliations a`,
    [reviewId],
  )
}

/** Lines of the officer are the director's; of the half that is done all stays. */
async function decideLines(
  load: Load,
  reviewId: string,
  { whole, daysAgo }: { readonly whole: boolean; readonly daysAgo: number },
): Promise<void> {
  const { rows } = await load.owner.query<{ id: string; account_id: string }>(
    `select id, account_id from access_review_lines where review_id = $1
     order by account_id, sort, word`,
    [reviewId],
  )
  const officer = load.id('officer')
  const done = whole ? rows : rows.slice(0, Math.floor(rows.length / 2))
  await load.insert(
    'access_review_decisions',
    done.map(({ id, account_id: accountId }, index) => {
      const by = accountId === officer ? 'manager' : 'officer'
      const at = ago(load, daysAgo, 60 + index)
      return {
        ...doing(load, 'access-review', at, by),
        row: { line_id: id, decision: 'keep', decided_by: load.id(by), decided_at: at },
      }
    }),
  )
}

import { sql } from 'kysely'
import { from, type WrittenQuery, written } from '#store/query.ts'
import type { Transaction } from '#store/transaction.ts'

/** A round in which all access is looked at. */
export interface AccessReview {
  readonly id: string
  readonly dueOn: string
  readonly daysLeft: number
  readonly begunBy: string | null
  readonly begunAt: Date
  readonly closedAt: Date | null
  readonly lines: number
  readonly undecided: number
  readonly ended: number
}

export type AccessSort = 'function' | 'relation' | 'affiliation' | 'sessions'

/** One access of one account as it was when the review began. */
export interface AccessLine {
  readonly id: string
  readonly accountId: string
  readonly name: string | null
  readonly sort: AccessSort
  /** The function or relation. */
  readonly word: string
  readonly party: string | null
  /** Dossiers or sessions. */
  readonly amount: number
  readonly since: Date | null
  /** Own access is decided on by somebody else. */
  readonly own: boolean
  readonly decision: 'keep' | 'end' | null
  readonly reason: string | null
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
}

/** As many as are listed at most. */
export const ACCESS_REVIEWS_MOST = 100
const LINE_LIMIT = 5_000

const REVIEW = sql`select r.id, r.due_on as "dueOn", r.due_on - gestand.today() as "daysLeft",
    m.name as "begunBy", r.begun_at as "begunAt", r.closed_at as "closedAt",
    count(l.id) as lines, count(l.id) filter (where d.line_id is null) as undecided,
    count(l.id) filter (where d.decision = 'end') as ended
  from access_reviews r
  left join members m on m.account_id = r.begun_by
  left join access_review_lines l on l.review_id = r.id
  left join access_review_decisions d on d.line_id = l.id`

/** The reviews there were, the newest first. */
export const listAccessReviews = written(sql<AccessReview>`
  ${REVIEW} group by r.id, m.name order by r.begun_at desc, r.id limit ${ACCESS_REVIEWS_MOST}`)

/** One review; no row when there is none. */
export function findAccessReview(id: string): WrittenQuery<AccessReview> {
  return written(sql`${REVIEW} where r.id = ${id} group by r.id, m.name`)
}

/** Its lines, by person. */
export function listAccessLines(reviewId: string): WrittenQuery<AccessLine> {
  return written(sql`
    select l.id, l.account_id as "accountId", coalesce(m.name, k.name) as name, l.sort, l.word,
      p.name as party, l.amount, l.since, l.account_id = actor() as own, d.decision, d.reason,
      b.name as "decidedBy", d.decided_at as "decidedAt"
    from access_review_lines l
    left join members m on m.account_id = l.account_id
    left join known_accounts() k on k.account_id = l.account_id
    left join parties p on p.id = l.party_id
    left join access_review_decisions d on d.line_id = l.id
    left join members b on b.account_id = d.decided_by
    where l.review_id = ${reviewId}
    order by lower(coalesce(m.name, k.name)), l.account_id, l.sort, l.word, l.id
    limit ${LINE_LIMIT}`)
}

/**
 * Begins a review of everything that members and contacts of parties have now.
 *
 * @param dueOn ISO date by which it should be done.
 * @returns How many lines there are to decide on.
 * @throws `REVIEW_OPEN` when another is under way; `DUPLICATE` when the form was sent twice;
 * `NOT_FOUND` for whoever may not review.
 */
export async function beginAccessReview(
  tx: Transaction,
  id: string,
  dueOn: string,
): Promise<number> {
  const [row] = await tx.run(
    written(sql<{ lines: number }>`select begin_access_review(${id}, ${dueOn}::date) as lines`),
  )
  return row?.lines ?? 0
}

/**
 * Signs lines off. What ends, ends at once and in the same transaction.
 *
 * @throws `NOT_DECLARED` for the own access; `LAST_ADMINISTRATOR`; `DUPLICATE` when somebody else
 * decided just before.
 */
export async function decideOnAccess(
  tx: Transaction,
  lineIds: readonly string[],
  { decision, reason }: { readonly decision: 'keep' | 'end'; readonly reason: string },
): Promise<void> {
  if (lineIds.length === 0) return
  const rows = lineIds.map((id) => ({ line_id: id, decision, reason }))
  await tx.run(from.insertInto('access_review_decisions').values(rows))
}

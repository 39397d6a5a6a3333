import { sql } from 'kysely'
import type { Transaction } from '#store/transaction.ts'
import { type WrittenQuery, written } from '#store/query.ts'

/** A restriction of one dossier. */
export interface RestrictionLine {
  readonly id: string
  readonly restrictedAt: Date
  readonly announcedAt: Date | null
  /** ISO date on which it is lifted, once that was announced. */
  readonly liftsOn: string | null
  readonly liftedAt: Date | null
}

/** Restrictions that follow from a request. */
export function listRestrictionsOf(requestId: string): WrittenQuery<RestrictionLine> {
  return written(sql`
    select id, restricted_at as "restrictedAt", announced_at as "announcedAt",
      lifts_on::text as "liftsOn", lifted_at as "liftedAt"
    from restrictions where request_id = ${requestId} order by restricted_at, id`)
}

/** A restriction on a dossier of one's own: such a dossier shows nowhere else. */
export interface OwnRestriction {
  readonly id: string
  readonly reference: string
  readonly kind: string
  readonly restrictedAt: Date
  readonly liftsOn: string | null
}

export const listOwnRestrictions: WrittenQuery<OwnRestriction> = written(sql`
  select id, reference, kind, restricted_at as "restrictedAt", lifts_on::text as "liftsOn"
  from own_restrictions()`)

/**
 * Says on which later day a restriction ends. The person is told by it, and nothing changes before
 * that day.
 *
 * @throws `LIFTING_NOT_ANNOUNCED` for today or earlier; `NOT_FOUND`.
 */
export async function announceLifting(
  tx: Transaction,
  restrictionId: string,
  day: string,
): Promise<void> {
  await tx.run(written(sql`select announce_lifting(${restrictionId}, ${day}::text::date)`))
}

/** Lifts a restriction on one's own dossier, at once. @throws `NOT_FOUND`. */
export async function liftOwnRestriction(tx: Transaction, restrictionId: string): Promise<void> {
  await tx.run(written(sql`select lift_own_restriction(${restrictionId})`))
}

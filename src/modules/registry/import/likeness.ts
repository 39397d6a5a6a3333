import { sql } from 'kysely'
import { from, type RowsOf, written } from '#store/query.ts'
import type { Transaction } from '#store/transaction.ts'

/** Proposals on one page. */
export const LIKENESSES_SHOWN = 50

/** Pairs that may be one person and that nobody looked at yet, the oldest first. */
export const openLikenesses = from
  .selectFrom('likenesses as l')
  .innerJoin('registrants as a', 'a.dossier_id', 'l.dossier_id')
  .innerJoin('registrants as b', 'b.dossier_id', 'l.other_id')
  .innerJoin('registrations as g', 'g.dossier_id', 'l.dossier_id')
  .innerJoin('registrations as h', 'h.dossier_id', 'l.other_id')
  .innerJoin('programme_versions as v', 'v.id', 'g.version_id')
  .innerJoin('programmes as p', 'p.id', 'v.programme_id')
  .innerJoin('programme_versions as w', 'w.id', 'h.version_id')
  .innerJoin('programmes as q', 'q.id', 'w.programme_id')
  .where('l.decision', 'is', null)
  .select(['l.dossier_id', 'l.other_id', 'l.reason', 'l.found_at'])
  .select(['a.given_names', 'a.prefix', 'a.family_name', 'a.born_on', 'a.birth_place', 'a.source'])
  .select(['p.name_nl', 'p.name_en', 'g.starts_on'])
  .select([
    'b.given_names as other_given_names',
    'b.prefix as other_prefix',
    'b.family_name as other_family_name',
    'b.born_on as other_born_on',
    'b.birth_place as other_birth_place',
    'b.source as other_source',
    'q.name_nl as other_name_nl',
    'q.name_en as other_name_en',
    'h.starts_on as other_starts_on',
  ])
  .orderBy('l.found_at')
  .orderBy('l.dossier_id')
  .limit(LIKENESSES_SHOWN + 1)

export type LikenessRow = RowsOf<typeof openLikenesses>[number]

/** Two registrations that may be of one person. */
export interface Likeness {
  readonly dossierId: string
  readonly otherId: string
}

/**
 * Says of two registrations whether they are of one person: then they are tied, and have one name
 * and address.
 *
 * @param tx In activity `taking-over`.
 * @throws `NOT_FOUND` when somebody said so before; `TWO_ACCOUNTS` when each has an account.
 */
export async function settleLikeness(
  tx: Transaction,
  { dossierId, otherId }: Likeness,
  isSame: boolean,
): Promise<void> {
  await tx.run(written(sql`select settle_likeness(${dossierId}, ${otherId}, ${isSame})`))
}

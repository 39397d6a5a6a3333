import { sql } from 'kysely'
import type { Authority } from '#kernel/authority.ts'
import { type WrittenQuery, written } from '#store/query.ts'
import type { Store } from '#store/store.ts'
import type { Verifier } from './verification.ts'

/** What came of confirming many. */
export interface ManyConfirmed {
  readonly confirmed: readonly string[]
  /** Settled, moved or ended in the meantime: nothing was done to these. */
  readonly left: readonly string[]
}

/**
 * Confirms what is open in each of many registrations that somebody looked through: two thousand in
 * seconds. Each is opened, and is in the ledger, as when it is done by hand. What was settled in
 * the meantime stops none of the others.
 *
 * @param authority For `verification`.
 * @throws `TOO_MANY` above 2,500.
 */
export async function confirmMany(
  store: Store,
  authority: Authority,
  { dossierIds, verifier }: { readonly dossierIds: readonly string[]; readonly verifier: Verifier },
): Promise<ManyConfirmed> {
  const answers = await store.changeDossiers(authority, dossierIds, (dossierId) => [
    confirmOpen(dossierId, verifier),
  ])
  const done = new Set([...answers].flatMap(([id, [rows]]) => (rows?.length ? [id] : [])))
  return {
    confirmed: dossierIds.filter((id) => done.has(id)),
    left: dossierIds.filter((id) => !done.has(id)),
  }
}

/** Nothing is inserted for a dossier that has nothing open for who acts. */
function confirmOpen(dossierId: string, verifier: Verifier): WrittenQuery<{ dossier_id: string }> {
  return written(sql<{ dossier_id: string }>`
    insert into verifications (submission_id, dossier_id, verifier, decision)
    select s.id, s.dossier_id, ${verifier}, 'confirmed' from submissions s
    join registrations g on g.dossier_id = s.dossier_id
    where s.dossier_id = ${dossierId} and s.outcome = 'open'
      and case ${verifier} when 'institution' then g.institution_id else g.institute_id end
        in (select own_parties())
      and not exists (select from verifications v
        where v.submission_id = s.id and (v.verifier = ${verifier} or v.verified_by = actor()))
    on conflict do nothing
    returning dossier_id`)
}

import { sql } from 'kysely'
import { AppError } from '#kernel/error.ts'
import { from, type WrittenQuery, written } from '#store/query.ts'
import type { PublishedKey } from './issuer.ts'
import { issuerKey, newSeed } from './issuer-key.ts'
import { issuerSecret, type Issuing, type Runs, Signer } from './signer.ts'

/** More than an organisation makes in a lifetime. */
const KEYS_LIMIT = 500

/** Every key that the organisation ever signed with, newest first. Anybody may see them. */
export const issuerKeys: WrittenQuery<PublishedKey> = written(sql<PublishedKey>`
  select id::text, public_key as "publicKey", since, retired_at as "retiredAt",
    withdrawn_at as "withdrawnAt"
  from issuer_keys order by since desc limit ${KEYS_LIMIT}`)

/** One list of revoked diplomas as it is published; no row when there is none. */
export function findRevocations(list: number): WrittenQuery<{ credential: string }> {
  return written(sql`select credential from revocation_lists where list = ${list}`)
}

/**
 * Makes a new key, which signs from now on; the one of before signs nothing more and stays good.
 * The lists of what was revoked are signed again.
 *
 * @returns The id of the key.
 */
export async function renewIssuerKey(tx: Runs, issuing: Issuing): Promise<string> {
  const seed = newSeed()
  const [key] = await tx.run(
    from
      .insertInto('issuer_keys')
      .values({ public_key: issuerKey(seed).publicKey })
      .returning('id'),
  )
  if (!key) throw new AppError('NOT_FOUND')
  const sealed = await issuing.seal.keep(issuing.organisation, key.id, seed)
  await tx.run(written(sql`select store_issuer_secret(${key.id}::uuid, ${sealed}::bytea)`))
  const signer = await Signer.open(issuing, await tx.run(issuerSecret))
  await signer.publishAll(tx)
  return key.id
}

/**
 * Withdraws a key that somebody else may have: nothing that it signed is good any more. When it is
 * the one that signs now, another takes over first. What it signed is signed again when its holder
 * downloads it.
 */
export async function withdrawIssuerKey(tx: Runs, issuing: Issuing, id: string): Promise<void> {
  const [known] = await tx.run(
    from.selectFrom('issuer_keys').select('retired_at').where('id', '=', id),
  )
  if (!known) throw new AppError('NOT_FOUND')
  if (known.retired_at === null) await renewIssuerKey(tx, issuing)
  await tx.run(
    from.updateTable('issuer_keys').set({ withdrawn_at: sql`now()` }).where('id', '=', id),
  )
  await issuing.seal.destroy(issuing.organisation, id)
}

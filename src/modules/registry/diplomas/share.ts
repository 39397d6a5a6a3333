import { createHash, hkdfSync, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { type DiplomaCredential, holderOf } from '#modules/registry/credentials/index.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { from, type WrittenQuery, written } from '#store/query.ts'
import { seal, unseal } from '#store/sealing.ts'

/** For how many days a holder can share. */
export const SHARE_DAYS = [7, 30, 90, 365] as const
const SECRET_BYTES = 32

/** What whoever has the link sees. */
const copyShape = z.strictObject({
  number: z.string(),
  holder: z.string(),
  programme: z.string(),
  version: z.string(),
  issuedOn: z.iso.date(),
})
export type SharedDiploma = z.infer<typeof copyShape>

/** A row behind a link. */
export interface SharedCopy {
  readonly copy: Buffer
  readonly state: 'valid' | 'revoked'
  readonly endsAt: Date
}

/**
 * Lets others see what a diploma of the opened dossier says, until a day. What they see is
 * encrypted with the secret in the link: who has the database and not the link reads nothing.
 *
 * @returns The secret, for the link. It is kept nowhere.
 * @throws `DIPLOMA_REVOKED`, `NOT_FOUND`.
 */
export async function shareDiploma(
  tx: OpenedDossier,
  {
    number,
    credential,
    days,
    id,
  }: {
    readonly number: string
    readonly credential: DiplomaCredential
    readonly days: number
    readonly id: string
  },
): Promise<string> {
  const secret = randomBytes(SECRET_BYTES)
  const { credentialSubject, validFrom } = credential
  const copy: SharedDiploma = {
    number,
    holder: holderOf(credential),
    programme: credentialSubject.achievement.name,
    version: credentialSubject.achievement.version,
    issuedOn: validFrom.slice(0, 10),
  }
  await tx.run(
    from.insertInto('diploma_shares').values({
      id,
      dossier_id: tx.dossierId,
      number,
      token_hash: hashOf(secret),
      copy: seal(keyOf(secret), PLACE, JSON.stringify(copy)),
      ends_at: sql<Date>`now() + make_interval(days => ${days}::integer)`,
    }),
  )
  return secret.toString('base64url')
}

/** Ends a link of the opened dossier now. */
export async function endShare(tx: OpenedDossier, id: string): Promise<void> {
  await tx.run(
    from
      .updateTable('diploma_shares')
      .set({ ended_at: sql`now()` })
      .where('id', '=', id)
      .where('ended_at', 'is', null),
  )
}

/** What is behind a link; no row when there is none, or its day is over. It counts as a look. */
export function findShared(secret: Buffer): WrittenQuery<SharedCopy> {
  return written(sql`
    select copy, state, ends_at as "endsAt" from shared_diploma(${hashOf(secret)}::bytea)`)
}

/** @throws `UNREADABLE` when it is not the secret of this copy. */
export function readShared(secret: Buffer, { copy }: Pick<SharedCopy, 'copy'>): SharedDiploma {
  const read: unknown = JSON.parse(unseal(keyOf(secret), PLACE, copy).toString('utf8'))
  return copyShape.parse(read)
}

const PLACE = 'diploma_shares.copy'

function hashOf(secret: Buffer): Buffer {
  return createHash('sha256').update(secret).digest()
}

function keyOf(secret: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'gestand diploma share', SECRET_BYTES))
}

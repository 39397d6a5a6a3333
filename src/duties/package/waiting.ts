import { createHash, randomInt, randomUUID, scrypt } from 'node:crypto'
import { sql } from 'kysely'
import { newToken } from '#accounts/token.ts'
import { AppError } from '#kernel/error.ts'
import type { Language } from '#kernel/language.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { from, written, type WrittenQuery } from '#store/query.ts'
import { seal, unseal } from '#store/sealing.ts'
import { PART_BYTES } from '#store/spool.ts'

/** A package that waits for somebody without an account, as its page shows it. */
export interface WaitingPackage {
  readonly expiresAt: Date
  readonly bytes: number
  readonly language: Language
}

/** What opens it: the link goes by mail, the code another way. Neither is kept anywhere. */
export interface PackageSecrets {
  readonly link: Buffer
  /** "K7QX-M3TB-W9": ten letters and digits that are not taken for one another. */
  readonly code: string
}

const PARTS_LIMIT = 4096
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const CODE_LENGTH = 10

/**
 * Keeps a package for its person, sealed under a key made of link and code: what the database
 * holds opens nothing.
 *
 * @throws `PACKAGE_TOO_LARGE` above 4 GB.
 */
export async function keepPackage(
  tx: OpenedDossier,
  asked: {
    readonly requestId: string
    readonly language: Language
    readonly bytes: number
    readonly digest: Buffer
    /** In parts of 1 MB. */
    readonly content: AsyncIterable<Buffer>
  },
): Promise<PackageSecrets> {
  const { requestId, language, bytes, digest, content } = asked
  const parts = Math.ceil(bytes / PART_BYTES)
  if (parts > PARTS_LIMIT) throw new AppError('PACKAGE_TOO_LARGE')
  const { dossierId } = tx
  const id = randomUUID()
  const secrets = { link: newToken(), code: newCode() }
  await tx.run(
    from.insertInto('packages').values({
      id,
      dossier_id: dossierId,
      request_id: requestId,
      link_hash: hash(secrets.link),
      code_hash: hash(codeBytes(secrets.code)),
      digest,
      bytes,
      parts,
      language,
    }),
  )
  const key = await keyOf(id, secrets)
  let part = 0
  for await (const plain of content) {
    const body = seal(key, `${id}/${part}`, plain)
    const row = { package_id: id, dossier_id: dossierId, part, body }
    await tx.run(from.insertInto('package_parts').values(row))
    part += 1
  }
  return secrets
}

/** Finds the package behind a link, for whoever has the link. */
export function askWaiting(link: Buffer): WrittenQuery<{
  readonly expires_at: Date | null
  readonly bytes: string | null
  readonly language: Language
}> {
  return written(sql`select expires_at, bytes, language from find_package(${link}::bytea)`)
}

/** Opens a package with its code; the answer has no id when the code is wrong. */
export function askToTake({ link, code }: PackageSecrets): WrittenQuery<{
  readonly package_id: string | null
  readonly parts: number | null
}> {
  return written(sql`
    select package_id, parts from take_package(${link}::bytea, ${codeBytes(code)}::bytea)`)
}

/** Reads one part of a package that was opened within the hour, still sealed. */
export function askPart(
  link: Buffer,
  part: number,
): WrittenQuery<{ readonly body: Buffer | null }> {
  return written(sql`select read_package_part(${link}::bytea, ${part}) as body`)
}

/**
 * Makes what unseals the parts of a package.
 *
 * @throws `UNREADABLE` when link or code is not the one that it was sealed with.
 */
export async function unsealer(
  id: string,
  secrets: PackageSecrets,
): Promise<(part: number, sealed: Buffer) => Buffer> {
  const key = await keyOf(id, secrets)
  return (part, sealed) => unseal(key, `${id}/${part}`, sealed)
}

/** Slow on purpose: a code is short. 32 MB and about a tenth of a second. */
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 }

function keyOf(id: string, { link, code }: PackageSecrets): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(Buffer.concat([link, codeBytes(code)]), id, 32, COST, (error, key) => {
      if (error) reject(error)
      else resolve(key)
    })
  })
}

function newCode(): string {
  const letters = Array.from({ length: CODE_LENGTH }, () => LETTERS[randomInt(LETTERS.length)])
  return letters.join('').replace(/^(.{4})(.{4})/, '$1-$2-')
}

/** A code as it was typed: small letters, spaces and dashes make no difference. */
function codeBytes(code: string): Buffer {
  return Buffer.from(code.toUpperCase().replaceAll(/[^A-Z\d]/g, ''))
}

function hash(secret: Buffer): Buffer {
  return createHash('sha256').update(secret).digest()
}

import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { AppError } from '#kernel/error.ts'
import { type WrittenQuery, written } from '#store/query.ts'
import type { Transaction } from '#store/transaction.ts'
import { type Desk, tellPerson } from './desk.ts'
import type { AskedOf } from './asking.ts'
import { sealCopy, sealNote, unsealCopy } from './request-seal.ts'

const COPY_LIMIT_BYTES = 5_000_000

/** A copy of an identity document, without its content. */
export interface CopyLine {
  readonly id: string
  readonly mediaType: string
  readonly receivedAt: Date
  readonly judgement: 'covered' | 'uncovered' | null
  readonly destroyedAt: Date | null
}

export function listCopies(requestId: string): WrittenQuery<CopyLine> {
  return written(sql`
    select id, media_type as "mediaType", received_at as "receivedAt", judgement,
      destroyed_at as "destroyedAt"
    from identity_copies where request_id = ${requestId} order by received_at desc limit 20`)
}

export function findCopy(
  copyId: string,
): WrittenQuery<{ readonly mediaType: string; readonly content: Buffer }> {
  return written(sql`
    select media_type as "mediaType", content from identity_copies
    where id = ${copyId} and content is not null`)
}

/** Ways in which somebody may show who they are, as the statement has them. */
export const listIdentityWays = written(sql<{ way: string }>`
  select identity_ways_declared() as way`)

/** A copy that comes in, sealed with a key of its own. */
export interface ReceivedCopy {
  readonly id: string
  readonly mediaType: string
  readonly sealed: Buffer
}

/**
 * Seals a copy.
 *
 * @throws `COPY_KIND_REFUSED` when it is no JPEG, PNG or PDF, or larger than 5 MB.
 */
export async function receiveCopy(
  { organisation, keys }: AskedOf,
  bytes: Buffer,
): Promise<ReceivedCopy> {
  const mediaType = kindOf(bytes)
  if (!mediaType || bytes.length > COPY_LIMIT_BYTES) {
    throw new AppError('COPY_KIND_REFUSED', { field: 'copy' })
  }
  const id = randomUUID()
  const opening = await keys.make(organisation, id)
  return { id, mediaType, sealed: sealCopy(opening, bytes) }
}

/** By its first bytes, whatever it is called. */
function kindOf(bytes: Buffer): string | undefined {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'image/jpeg'
  if (bytes.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47]))) return 'image/png'
  return bytes.subarray(0, 5).toString('latin1') === '%PDF-' ? 'application/pdf' : undefined
}

/**
 * Sends a copy with a request, as whoever asked or as the desk that got it by post. It takes the
 * place of an earlier one.
 *
 * @throws `REQUEST_STEP_IMPOSSIBLE` when none was asked for; `IDENTITY_WAY_UNDECLARED`.
 */
export async function sendCopy(
  tx: Transaction,
  requestId: string,
  { id, mediaType, sealed }: ReceivedCopy,
): Promise<void> {
  await tx.run(
    written(sql`select send_identity_copy(${requestId}, ${id}, ${mediaType}, ${sealed}::bytea)`),
  )
}

/** The copy itself, for the reviewer. */
export async function openCopy(
  { organisation, keys }: AskedOf,
  copyId: string,
  sealed: Buffer,
): Promise<Buffer> {
  return unsealCopy(await keys.open(organisation, copyId), sealed)
}

export interface Judgement {
  readonly requestId: string
  readonly copyId: string
  /** Whether photo and citizen number are covered. */
  readonly covered: boolean
  readonly note: string
}

/**
 * Says whether photo and citizen number are covered. What is not covered is destroyed at once, and
 * its key with it.
 *
 * @throws `NOT_FOUND` when it is no longer there.
 */
export async function judgeCopy(tx: Transaction, desk: Desk, judgement: Judgement): Promise<void> {
  const { requestId, copyId, covered, note } = judgement
  const opening = await tx.openCase(requestId)
  await tx.run(
    written(sql`select judge_copy(${copyId}, ${covered}, ${sealNote(opening, note)}::bytea)`),
  )
  if (!covered) await tellPerson(tx, desk, requestId)
}

/**
 * Is sure who asks. Every copy is destroyed by it.
 *
 * @param mandateSeen Whether it was seen that they may ask for somebody else.
 * @throws `IDENTITY_WAY_UNDECLARED`, `IDENTITY_NOT_SHOWN`, `MANDATE_NOT_SEEN`,
 * `REQUEST_STEP_IMPOSSIBLE`.
 */
export async function establishIdentity(
  tx: Transaction,
  requestId: string,
  { way, mandateSeen }: { readonly way: string; readonly mandateSeen: boolean },
): Promise<void> {
  await tx.run(written(sql`select establish_identity(${requestId}, ${way}, ${mandateSeen})`))
}

/** Destroys the keys of copies that are no longer there; a sweep does the same at night. */
export async function destroyKeys(
  { organisation, keys }: AskedOf,
  copies: readonly CopyLine[],
): Promise<void> {
  for (const { id, destroyedAt } of copies) {
    if (destroyedAt) await keys.destroy(organisation, id)
  }
}

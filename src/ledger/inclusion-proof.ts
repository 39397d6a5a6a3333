import { AppError } from '#kernel/error.ts'
import type { Pool } from '#store/pool.ts'
import { type Checkpoint, checkpointBytes } from './checkpoint.ts'
import { type Entry, entryBytes } from './entry.ts'
import { findInclusion, type Inclusion, rootOf } from './inclusion.ts'
import { isSignedBy, type PublicKey } from './ledger-key.ts'
import { inProof, type ProofTransaction } from './proof-transaction.ts'
import { databaseLedger, readCheckpoints } from './source.ts'

/**
 * What a person can keep of one entry: with it anyone can see that the entry stands in a signed
 * checkpoint.
 */
export interface InclusionProof {
  readonly checkpoint: Checkpoint
  readonly inclusion: Inclusion
}

/**
 * Proves that an entry stands in a checkpoint. The proof holds hashes only; the entry itself is
 * read where its reader may.
 *
 * @returns Undefined while no checkpoint holds the entry, and when others of its checkpoint were
 *   destroyed after their term.
 */
export function proveEntry(
  worker: Pool,
  organisation: string,
  entryId: number,
): Promise<InclusionProof | undefined> {
  return inProof(worker, organisation, async (tx) => {
    const [entry] = await databaseLedger(tx).listEntries({
      afterId: entryId - 1,
      fromXid: 0n,
      limit: 1,
    })
    if (entry?.id !== entryId) return undefined
    const found = await findHolding(tx, entry)
    if (!found) return undefined
    const { checkpoint, fromXid } = found
    const batch = await readBatch(tx, { fromXid, untilXid: checkpoint.untilXid })
    if (batch.length < checkpoint.entries) return undefined
    const leaves = batch.map(entryBytes)
    const inclusion = findInclusion(
      leaves,
      batch.findIndex(({ id }) => id === entryId),
    )
    return inclusion && { checkpoint, inclusion }
  })
}

/** The first checkpoint that ends after the transaction of an entry, and where it begins. */
async function findHolding(
  tx: ProofTransaction,
  entry: Entry,
): Promise<{ checkpoint: Checkpoint; fromXid: bigint } | undefined> {
  let fromXid = 0n
  for await (const part of readCheckpoints(databaseLedger(tx))) {
    for (const checkpoint of part) {
      if (checkpoint.untilXid > entry.xid) return { checkpoint, fromXid }
      fromXid = checkpoint.untilXid
    }
  }
  return undefined
}

/** Tells whether this entry, as it is given here, stands in the checkpoint that this key signed. */
export function holdsEntry(
  organisation: string,
  entry: Entry,
  proof: InclusionProof,
  key: PublicKey,
): boolean {
  const { checkpoint, inclusion } = proof
  const bytes = checkpointBytes(organisation, checkpoint)
  return (
    checkpoint.keyId === key.id &&
    inclusion.size === checkpoint.entries &&
    isSignedBy(key, bytes, checkpoint.signature) &&
    rootOf(entryBytes(entry), inclusion)?.equals(checkpoint.root) === true
  )
}

/**
 * A batch that is larger is not proved entry by entry: it would have to be in memory as a whole.
 */
const BATCH_LIMIT = 200_000

async function readBatch(
  tx: ProofTransaction,
  range: { readonly fromXid: bigint; readonly untilXid: bigint },
): Promise<readonly Entry[]> {
  const page = { ...range, afterId: Number.MIN_SAFE_INTEGER, limit: BATCH_LIMIT + 1 }
  const entries = await databaseLedger(tx).listEntries(page)
  if (entries.length > BATCH_LIMIT) throw new AppError('BATCH_TOO_LARGE', { limit: BATCH_LIMIT })
  return entries
}

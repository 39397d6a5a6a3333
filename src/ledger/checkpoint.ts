import { hash } from 'node:crypto'
import { fieldBytes } from './entry.ts'
import type { LedgerKey } from './ledger-key.ts'

/** What a checkpoint says before it is signed. */
export interface CheckpointBody {
  /** From 1, without gaps. */
  readonly id: number
  /**
   * Entries of transactions before this one, and not before that of the previous checkpoint, are in
   * it.
   */
  readonly untilXid: bigint
  /** Number of entries; 0 when the checkpoint hands the ledger over from one key to another. */
  readonly entries: number
  /**
   * Root of the Merkle tree over the entries in the order of their ids; at a handover the hash of
   * the other key.
   */
  readonly root: Buffer
  /** Hash of the previous checkpoint; zeros for the first. */
  readonly previous: Buffer
  readonly keyId: string
  /** In microseconds since 1970-01-01 in UTC. */
  readonly closedAtMicros: number
}

/** A closed batch of the ledger, chained to the one before it and signed. */
export interface Checkpoint extends CheckpointBody {
  readonly signature: Buffer
}

/** What the first checkpoint is chained to. */
export const NOTHING_BEFORE: Buffer = Buffer.alloc(32)

/** First byte of a checkpoint's bytes; differs from that of an entry. */
const ENCODING = 2

/**
 * The bytes of a checkpoint that are signed and of which the next one holds the hash: one byte that
 * names the encoding (2), then, encoded as the columns of an entry are, "checkpoint", the
 * organisation, id, until_xid, entries, root, previous, key_id and closed_at (microseconds). Hashes
 * are in hexadecimal. The organisation is in it, so that no checkpoint fits another's ledger.
 */
export function checkpointBytes(organisation: string, body: CheckpointBody): Buffer {
  return fieldBytes(ENCODING, [
    'checkpoint',
    organisation,
    String(body.id),
    String(body.untilXid),
    String(body.entries),
    body.root.toString('hex'),
    body.previous.toString('hex'),
    body.keyId,
    String(body.closedAtMicros),
  ])
}

/** The hash of a checkpoint: what the next one is chained to, and what a witness remembers. */
export function checkpointHash(organisation: string, body: CheckpointBody): Buffer {
  return hash('sha256', checkpointBytes(organisation, body), 'buffer')
}

/** Signs a checkpoint with the key that its body is to name. */
export function signCheckpoint(
  organisation: string,
  body: Omit<CheckpointBody, 'keyId'>,
  key: LedgerKey,
): Checkpoint {
  const named = { ...body, keyId: key.id }
  return { ...named, signature: key.sign(checkpointBytes(organisation, named)) }
}

import { fieldBytes } from './entry.ts'
import { isSignedBy, type LedgerKey, type PublicKey } from './ledger-key.ts'

/**
 * That the entries of a checkpoint and of all before it were destroyed because their term was over.
 * Signed with the key of the ledger, so that nobody without the master key can give out a ledger
 * from which entries were taken for one of which the oldest went in time.
 */
export interface Pruning {
  readonly checkpoint: number
  /** In microseconds since 1970-01-01 in UTC. */
  readonly prunedAtMicros: number
}

export interface SignedPruning extends Pruning {
  readonly keyId: string
  readonly signature: Buffer
}

/** First byte of a pruning's bytes; differs from that of an entry, checkpoint and restoration. */
const ENCODING = 4

export function signPruning(organisation: string, pruning: Pruning, key: LedgerKey): SignedPruning {
  const named = { ...pruning, keyId: key.id }
  return { ...named, signature: key.sign(pruningBytes(organisation, named)) }
}

/** Tells whether a key of this ledger signed a pruning. */
export function isPruning(
  organisation: string,
  pruning: SignedPruning,
  keys: ReadonlyMap<string, PublicKey>,
): boolean {
  const key = keys.get(pruning.keyId)
  return !!key && isSignedBy(key, pruningBytes(organisation, pruning), pruning.signature)
}

function pruningBytes(
  organisation: string,
  { checkpoint, prunedAtMicros, keyId }: Omit<SignedPruning, 'signature'>,
): Buffer {
  return fieldBytes(ENCODING, [
    'pruning',
    organisation,
    String(checkpoint),
    String(prunedAtMicros),
    keyId,
  ])
}

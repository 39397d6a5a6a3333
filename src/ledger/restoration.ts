import { fieldBytes } from './entry.ts'
import { isSignedBy, type LedgerKey, type PublicKey } from './ledger-key.ts'

/**
 * That a backup was brought back, and which checkpoints were lost by it. Signed with the key of the
 * ledger, so that nobody without the master key can give out a ledger that was cut for one that was
 * restored.
 */
export interface Restoration {
  readonly id: string
  readonly backup: string
  /** The newest checkpoint that the backup had; 0 when it had none. */
  readonly keptCheckpoint: number
  /** The newest checkpoint there was before. */
  readonly lostCheckpoint: number
  /** In microseconds since 1970-01-01 in UTC. */
  readonly restoredAtMicros: number
}

export interface SignedRestoration extends Restoration {
  readonly keyId: string
  readonly signature: Buffer
}

/** First byte of a restoration's bytes; differs from that of an entry and of a checkpoint. */
const ENCODING = 3

export function signRestoration(
  organisation: string,
  restoration: Restoration,
  key: LedgerKey,
): SignedRestoration {
  const named = { ...restoration, keyId: key.id }
  return { ...named, signature: key.sign(restorationBytes(organisation, named)) }
}

/** Tells whether a restoration explains that a checkpoint is gone, or is another one now. */
export function explains(
  organisation: string,
  restoration: SignedRestoration,
  keys: ReadonlyMap<string, PublicKey>,
  gone: { readonly id: number; readonly closedAtMicros: number },
): boolean {
  const { keptCheckpoint, lostCheckpoint, restoredAtMicros, keyId, signature } = restoration
  const within = gone.id > keptCheckpoint && gone.id <= lostCheckpoint
  const key = keys.get(keyId)
  return (
    within &&
    gone.closedAtMicros <= restoredAtMicros &&
    key !== undefined &&
    isSignedBy(key, restorationBytes(organisation, restoration), signature)
  )
}

function restorationBytes(
  organisation: string,
  restoration: Omit<SignedRestoration, 'signature'>,
): Buffer {
  return fieldBytes(ENCODING, [
    'restoration',
    organisation,
    restoration.id,
    restoration.backup,
    String(restoration.keptCheckpoint),
    String(restoration.lostCheckpoint),
    String(restoration.restoredAtMicros),
    restoration.keyId,
  ])
}

import { hash } from 'node:crypto'
import { type Checkpoint, checkpointHash, signCheckpoint } from './checkpoint.ts'
import type { LedgerKey, PublicKey } from './ledger-key.ts'

/**
 * The two checkpoints with which one key hands a ledger over to the next. The old key signs the
 * hash of the new one, and the new key signs that of the old: neither can be left out, so nobody
 * can put a ledger of their own before or after ours.
 */
export function signHandover(
  organisation: string,
  last: Checkpoint,
  keys: { readonly from: LedgerKey; readonly to: LedgerKey; readonly closedAtMicros: number },
): readonly [Checkpoint, Checkpoint] {
  const { from, to, closedAtMicros } = keys
  const empty = { untilXid: last.untilXid, entries: 0, closedAtMicros }
  const given = signCheckpoint(
    organisation,
    {
      ...empty,
      id: last.id + 1,
      root: handoverRoot(to),
      previous: checkpointHash(organisation, last),
    },
    from,
  )
  const taken = signCheckpoint(
    organisation,
    {
      ...empty,
      id: last.id + 2,
      root: handoverRoot(from),
      previous: checkpointHash(organisation, given),
    },
    to,
  )
  return [given, taken]
}

/**
 * Tells whether a key, which signed the first of these, handed the ledger over to the other, which
 * signed the second.
 */
export function isHandover(
  given: Checkpoint,
  taken: Checkpoint,
  keys: { readonly from: PublicKey; readonly to: PublicKey },
): boolean {
  return (
    given.entries === 0 &&
    taken.entries === 0 &&
    given.keyId === keys.from.id &&
    taken.keyId === keys.to.id &&
    given.root.equals(handoverRoot(keys.to)) &&
    taken.root.equals(handoverRoot(keys.from))
  )
}

function handoverRoot({ publicKey }: PublicKey): Buffer {
  return hash('sha256', publicKey, 'buffer')
}

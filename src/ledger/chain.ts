import { type Checkpoint, checkpointBytes, checkpointHash, NOTHING_BEFORE } from './checkpoint.ts'
import { isHandover } from './handover.ts'
import { isSignedBy, keyId, type PublicKey } from './ledger-key.ts'
import type { LedgerProblem, LedgerProblemCode } from './problem.ts'

interface Keys {
  /** Public keys by id. */
  readonly keys: ReadonlyMap<string, PublicKey>
  /** The key that must have signed the newest checkpoint. */
  readonly key?: PublicKey | undefined
}

/** Checks that checkpoints follow on each other, are signed, and change keys only by a handover. */
export function checkChain(
  organisation: string,
  checkpoints: readonly Checkpoint[],
  { keys, key }: Keys,
): LedgerProblem[] {
  const problems: LedgerProblem[] = []
  for (const [index, checkpoint] of checkpoints.entries()) {
    if (checkpoint.id !== index + 1) {
      problems.push({ code: 'CHECKPOINT_MISSING', checkpoint: index + 1 })
      break
    }
    const code =
      checkLink(organisation, checkpoint, checkpoints[index - 1]) ??
      checkSignature(organisation, checkpoint, keys) ??
      checkKey(checkpoints, index, keys)
    if (code) problems.push({ code, checkpoint: checkpoint.id })
  }
  const last = checkpoints.at(-1)
  if (key && last && last.keyId !== key.id) {
    problems.push({ code: 'KEY_NOT_OURS', checkpoint: last.id })
  }
  return problems
}

function checkLink(
  organisation: string,
  checkpoint: Checkpoint,
  previous: Checkpoint | undefined,
): LedgerProblemCode | undefined {
  const before = previous ? checkpointHash(organisation, previous) : NOTHING_BEFORE
  const start = previous?.untilXid ?? 0n
  const moves = checkpoint.entries > 0 ? checkpoint.untilXid > start : checkpoint.untilXid === start
  return moves && checkpoint.previous.equals(before) ? undefined : 'CHAIN_BROKEN'
}

function checkSignature(
  organisation: string,
  checkpoint: Checkpoint,
  keys: Keys['keys'],
): LedgerProblemCode | undefined {
  const key = keys.get(checkpoint.keyId)
  // A key is named after its content: one that was exchanged no longer has its own name.
  if (!key || keyId(key.publicKey) !== key.id) return 'KEY_UNKNOWN'
  const bytes = checkpointBytes(organisation, checkpoint)
  return isSignedBy(key, bytes, checkpoint.signature) ? undefined : 'SIGNATURE_WRONG'
}

/**
 * A checkpoint has the key of the one before it, or is the second of a handover; one without
 * entries is the first of one.
 */
function checkKey(
  checkpoints: readonly Checkpoint[],
  index: number,
  keys: Keys['keys'],
): LedgerProblemCode | undefined {
  const [previous, checkpoint, next] = [index - 1, index, index + 1].map((at) => checkpoints[at])
  if (!checkpoint) return undefined
  if (previous && previous.keyId !== checkpoint.keyId) {
    return handsOver(previous, checkpoint, keys) ? undefined : 'KEY_CHANGED'
  }
  const whole = checkpoint.entries > 0 || handsOver(checkpoint, next, keys)
  return whole ? undefined : 'KEY_CHANGED'
}

function handsOver(given: Checkpoint, taken: Checkpoint | undefined, keys: Keys['keys']): boolean {
  const [from, to] = [keys.get(given.keyId), keys.get(taken?.keyId ?? '')]
  return !!taken && !!from && !!to && isHandover(given, taken, { from, to })
}

import { type Checkpoint, checkpointBytes, checkpointHash, NOTHING_BEFORE } from './checkpoint.ts'
import { isHandover } from './handover.ts'
import { isSignedBy, keyId, type PublicKey } from './ledger-key.ts'
import type { LedgerProblem, LedgerProblemCode } from './problem.ts'

interface ChainBasis {
  readonly organisation: string
  /** Public keys by id. */
  readonly keys: ReadonlyMap<string, PublicKey>
}

/**
 * Checks that checkpoints follow on each other, are signed, and change keys only by a handover.
 * They are shown one after another; only the one before is remembered.
 */
export class Chain {
  readonly #basis: ChainBasis
  #previous: Checkpoint | undefined
  /** A first half of a handover that waits for the second. */
  #given: Checkpoint | undefined
  #gap = false

  constructor(basis: ChainBasis) {
    this.#basis = basis
  }

  /**
   * Begins with a checkpoint that was verified before: all that is asked of it is its signature.
   */
  begin(checkpoint: Checkpoint): LedgerProblem[] {
    this.#previous = checkpoint
    const code = this.#checkSignature(checkpoint)
    return code ? [{ code, checkpoint: checkpoint.id }] : []
  }

  /** Checks the next one. After a gap nothing more can be said. */
  next(checkpoint: Checkpoint): LedgerProblem[] {
    if (this.#gap) return []
    const due = (this.#previous?.id ?? 0) + 1
    if (checkpoint.id !== due) {
      this.#gap = true
      return [{ code: 'CHECKPOINT_MISSING', checkpoint: due }]
    }
    const code = this.#checkLink(checkpoint) ?? this.#checkSignature(checkpoint)
    const ofKey = this.#checkKey(checkpoint)
    this.#previous = checkpoint
    return code ? [{ code, checkpoint: checkpoint.id }] : ofKey
  }

  /** What can be said only at the end: whether a handover was finished, and whose key was last. */
  end(ours: PublicKey | undefined): LedgerProblem[] {
    const [given, last] = [this.#given, this.#previous]
    const problems: LedgerProblem[] = []
    if (given) problems.push({ code: 'KEY_CHANGED', checkpoint: given.id })
    if (ours && last && last.keyId !== ours.id) {
      problems.push({ code: 'KEY_NOT_OURS', checkpoint: last.id })
    }
    return problems
  }

  #checkLink(checkpoint: Checkpoint): LedgerProblemCode | undefined {
    const previous = this.#previous
    const before = previous ? checkpointHash(this.#basis.organisation, previous) : NOTHING_BEFORE
    const start = previous?.untilXid ?? 0n
    const { entries, untilXid } = checkpoint
    const moves = entries > 0 ? untilXid > start : untilXid === start
    return moves && checkpoint.previous.equals(before) ? undefined : 'CHAIN_BROKEN'
  }

  #checkSignature(checkpoint: Checkpoint): LedgerProblemCode | undefined {
    const key = this.#basis.keys.get(checkpoint.keyId)
    // A key is named after its content: one that was exchanged no longer has its own name.
    if (!key || keyId(key.publicKey) !== key.id) return 'KEY_UNKNOWN'
    const bytes = checkpointBytes(this.#basis.organisation, checkpoint)
    return isSignedBy(key, bytes, checkpoint.signature) ? undefined : 'SIGNATURE_WRONG'
  }

  /**
   * A checkpoint has the key of the one before it, or finishes a handover; one without entries
   * begins a handover.
   */
  #checkKey(checkpoint: Checkpoint): LedgerProblem[] {
    const given = this.#given
    this.#given = undefined
    if (given) {
      const finished = this.#handsOver(given, checkpoint)
      return finished ? [] : [{ code: 'KEY_CHANGED', checkpoint: given.id }]
    }
    if (this.#previous && this.#previous.keyId !== checkpoint.keyId) {
      return [{ code: 'KEY_CHANGED', checkpoint: checkpoint.id }]
    }
    if (checkpoint.entries === 0) this.#given = checkpoint
    return []
  }

  #handsOver(given: Checkpoint, taken: Checkpoint): boolean {
    const { keys } = this.#basis
    const [from, to] = [keys.get(given.keyId), keys.get(taken.keyId)]
    return !!from && !!to && isHandover(given, taken, { from, to })
  }
}

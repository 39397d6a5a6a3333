import { checkChain } from './chain.ts'
import { checkContents } from './contents.ts'
import type { PublicKey } from './ledger-key.ts'
import type { LedgerProblem } from './problem.ts'
import type { LedgerSource } from './source.ts'
import { compareWitness, type Witness } from './witness.ts'

export interface VerifyOptions {
  /**
   * The key that must have signed the newest checkpoint: without it the database vouches for its
   * own keys.
   */
  readonly key?: PublicKey | undefined
  /** What was exported before: nothing of it may have gone or changed. */
  readonly witness?: Witness | undefined
  /**
   * Id of a checkpoint: the entries up to it were verified before and are not read again. The chain
   * always is.
   */
  readonly after?: number | undefined
}

export interface Verification {
  readonly checkpoints: number
  /** Entries that stand in the checkpoints that were read. */
  readonly entries: number
  /** Entries that no checkpoint holds yet, so that nothing can be said of them. */
  readonly open: number
  /** What is wrong, the first place first; empty when the ledger is intact. At most 100. */
  readonly problems: readonly LedgerProblem[]
}

const PROBLEM_LIMIT = 100

/**
 * Verifies a ledger: that every closed batch still holds exactly the entries that were signed, that
 * each checkpoint follows on the one before it, and that nothing of a witness is missing. Reads the
 * entries once, in batches; what it remembers grows with the number of checkpoints and not with
 * that of the entries.
 */
export async function verifyLedger(
  source: LedgerSource,
  { key, witness, after = 0 }: VerifyOptions = {},
): Promise<Verification> {
  const checkpoints = await source.listCheckpoints()
  const keys = new Map((await source.listKeys()).map((each) => [each.id, each]))
  const contents = await checkContents(source, checkpoints, after)
  const problems = [
    ...checkChain(source.organisation, checkpoints, { keys, key }),
    ...(witness ? compareWitness(source.organisation, checkpoints, witness) : []),
    ...contents.problems,
  ].toSorted((a, b) => a.checkpoint - b.checkpoint)
  return {
    checkpoints: checkpoints.length,
    entries: contents.entries,
    open: contents.open,
    problems: problems.slice(0, PROBLEM_LIMIT),
  }
}

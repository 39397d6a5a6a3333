import { Chain } from './chain.ts'
import type { Checkpoint } from './checkpoint.ts'
import { checkContents, countEntries } from './contents.ts'
import type { PublicKey } from './ledger-key.ts'
import type { LedgerProblem } from './problem.ts'
import { isPruning } from './pruning.ts'
import { explains } from './restoration.ts'
import { type LedgerSource, readCheckpoints } from './source.ts'
import { type Witness, WitnessComparison } from './witness.ts'

export interface VerifyOptions {
  /**
   * The key that must have signed the newest checkpoint: without it the database vouches for its
   * own keys.
   */
  readonly key?: PublicKey | undefined
  /** What was exported before: nothing of it may have gone or changed. */
  readonly witness?: Witness | undefined
  /**
   * Id of a checkpoint up to which all was verified before and is not read again. Its own signature
   * is checked: it vouches for what came before.
   */
  readonly after?: number | undefined
}

export interface Verification {
  readonly checkpoints: number
  /** Entries that stand in the checkpoints that were read. */
  readonly entries: number
  /** The last checkpoint of which entries were destroyed after their term; 0 when none were. */
  readonly prunedUntil: number
  /** Entries that no checkpoint holds yet, so that nothing can be said of them. */
  readonly open: number
  /** What is wrong, the first place first; empty when the ledger is intact. At most 100. */
  readonly problems: readonly LedgerProblem[]
}

const PROBLEM_LIMIT = 100

/**
 * Verifies a ledger: that every closed batch still holds exactly the entries that were signed, that
 * each checkpoint follows on the one before it, and that nothing of a witness is missing. Reads
 * checkpoints and entries in parts, so that a million takes no more memory than ten thousand.
 */
export async function verifyLedger(
  source: LedgerSource,
  { key, witness, after = 0 }: VerifyOptions = {},
): Promise<Verification> {
  const { organisation } = source
  const keys = new Map((await source.listKeys()).map((each) => [each.id, each]))
  const chain = new Chain({ organisation, keys })
  const restorations = (witness && (await source.listRestorations?.())) ?? []
  const kept =
    witness &&
    new WitnessComparison(organisation, witness, (gone) =>
      restorations.some((restoration) => explains(organisation, restoration, keys, gone)),
    )
  const pruned = await readPrunings(source, keys)
  const anchor = after > 0 ? await findCheckpoint(source, after) : undefined
  const problems = [...pruned.problems, ...(anchor ? chain.begin(anchor) : [])]
  let untilXid = anchor?.untilXid ?? 0n
  const counted = { checkpoints: anchor ? 1 : 0, entries: 0 }
  for await (const part of readCheckpoints(source, anchor?.id)) {
    const { entries, problems: found } = await checkContents(source, part, untilXid, pruned.until)
    for (const checkpoint of part) {
      problems.push(...chain.next(checkpoint), ...(kept?.next(checkpoint) ?? []))
    }
    problems.push(...found)
    counted.checkpoints += part.length
    counted.entries += entries
    untilXid = part.at(-1)?.untilXid ?? untilXid
  }
  problems.push(...chain.end(key), ...(kept?.end() ?? []))
  const first = problems.toSorted((a, b) => a.checkpoint - b.checkpoint).slice(0, PROBLEM_LIMIT)
  const open = await countEntries(source, untilXid)
  return { ...counted, prunedUntil: pruned.until, open, problems: first }
}

/** Up to where entries may be gone: as far as a key of this ledger signed that they were due. */
async function readPrunings(
  source: LedgerSource,
  keys: ReadonlyMap<string, PublicKey>,
): Promise<{ until: number; problems: LedgerProblem[] }> {
  const prunings = (await source.listPrunings?.()) ?? []
  const good = prunings.filter((pruning) => isPruning(source.organisation, pruning, keys))
  return {
    until: Math.max(0, ...good.map(({ checkpoint }) => checkpoint)),
    problems: prunings
      .filter((pruning) => !good.includes(pruning))
      .map(({ checkpoint }) => ({ code: 'PRUNING_FALSE', checkpoint })),
  }
}

/** A checkpoint that was verified before; when it is gone, all is verified from the beginning. */
async function findCheckpoint(source: LedgerSource, id: number): Promise<Checkpoint | undefined> {
  const [found] = await source.listCheckpoints({ afterId: id - 1, limit: 1 })
  return found?.id === id ? found : undefined
}

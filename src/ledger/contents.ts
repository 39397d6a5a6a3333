import type { Checkpoint } from './checkpoint.ts'
import { type Entry, entryBytes } from './entry.ts'
import { MerkleTree } from './merkle-tree.ts'
import type { LedgerProblem } from './problem.ts'
import { type LedgerSource, readEntries } from './source.ts'

/** The entries of one checkpoint, as far as they passed by. */
interface Batch {
  readonly checkpoint: Checkpoint
  readonly tree: MerkleTree
  firstId: number
  lastId: number
}

/**
 * Checks that each of these checkpoints still holds exactly the entries that were signed. Entries
 * are read once, in the order of their ids; the batch of each follows from its transaction, because
 * transactions do not end in the order of their ids.
 *
 * @param fromXid Where the checkpoint before them ended.
 * @param prunedUntil Id of the last checkpoint of which entries were destroyed after their term.
 */
export async function checkContents(
  source: LedgerSource,
  checkpoints: readonly Checkpoint[],
  fromXid: bigint,
  prunedUntil = 0,
): Promise<{ entries: number; problems: LedgerProblem[] }> {
  const batches = checkpoints
    .filter((checkpoint) => checkpoint.entries > 0)
    .map((checkpoint) => ({ checkpoint, tree: new MerkleTree(), firstId: 0, lastId: 0 }))
  const untilXid = batches.at(-1)?.checkpoint.untilXid ?? fromXid
  for await (const entries of readEntries(source, { fromXid, untilXid })) {
    for (const entry of entries) {
      const batch = findBatch(batches, entry.xid)
      if (batch) put(batch, entry)
    }
  }
  return {
    entries: batches.reduce((sum, { tree }) => sum + tree.size, 0),
    problems: batches.flatMap((batch) => checkBatch(batch, prunedUntil) ?? []),
  }
}

/** Counts the entries of this transaction and later ones. */
export async function countEntries(source: LedgerSource, fromXid: bigint): Promise<number> {
  let count = 0
  for await (const entries of readEntries(source, { fromXid })) count += entries.length
  return count
}

/** The first batch that ends after a transaction. Batches stand in the order in which they end. */
function findBatch(batches: readonly Batch[], xid: bigint): Batch | undefined {
  let [low, high] = [0, batches.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    const until = batches[middle]?.checkpoint.untilXid ?? 0n
    if (until > xid) high = middle
    else low = middle + 1
  }
  return batches[low]
}

function put(batch: Batch, entry: Entry): void {
  if (batch.tree.size === 0) batch.firstId = entry.id
  batch.lastId = entry.id
  batch.tree.add(entryBytes(entry))
}

/** Of a batch that was pruned some may still be there, as those of a dossier that is held. */
function checkBatch(
  { checkpoint, tree, firstId, lastId }: Batch,
  prunedUntil: number,
): LedgerProblem | undefined {
  const found = { entries: tree.size, firstId, lastId }
  const { id, entries, root } = checkpoint
  if (id <= prunedUntil && tree.size < entries) return undefined
  if (tree.size < entries) return { code: 'ENTRY_MISSING', checkpoint: id, found }
  if (tree.size > entries) return { code: 'ENTRY_ADDED', checkpoint: id, found }
  return tree.root().equals(root) ? undefined : { code: 'ENTRY_CHANGED', checkpoint: id, found }
}

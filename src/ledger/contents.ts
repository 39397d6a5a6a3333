import type { Checkpoint } from './checkpoint.ts'
import { type Entry, entryBytes } from './entry.ts'
import { MerkleTree } from './merkle-tree.ts'
import type { LedgerProblem } from './problem.ts'
import type { LedgerSource } from './source.ts'

/** The entries of one checkpoint, as far as they passed by. */
interface Batch {
  readonly checkpoint: Checkpoint
  readonly tree: MerkleTree
  firstId: number
  lastId: number
}

const ENTRIES_AT_ONCE = 5_000

/**
 * Checks that each checkpoint still holds exactly the entries that were signed. Entries are read
 * once, in the order of their ids; the batch of each follows from its transaction, because
 * transactions do not end in the order of their ids.
 */
export async function checkContents(
  source: LedgerSource,
  checkpoints: readonly Checkpoint[],
  after: number,
): Promise<{ entries: number; open: number; problems: LedgerProblem[] }> {
  const fromXid = checkpoints.findLast(({ id }) => id <= after)?.untilXid ?? 0n
  const batches = checkpoints
    .filter((checkpoint) => checkpoint.id > after && checkpoint.entries > 0)
    .map((checkpoint) => ({ checkpoint, tree: new MerkleTree(), firstId: 0, lastId: 0 }))
  const open = await distribute(source, batches, fromXid)
  return {
    entries: batches.reduce((sum, { tree }) => sum + tree.size, 0),
    open,
    problems: batches.flatMap((batch) => checkBatch(batch) ?? []),
  }
}

/** Puts every entry in its batch, and returns how many have none yet. */
async function distribute(
  source: LedgerSource,
  batches: readonly Batch[],
  fromXid: bigint,
): Promise<number> {
  let open = 0
  let afterId = Number.MIN_SAFE_INTEGER
  for (;;) {
    const entries = await source.listEntries({ afterId, fromXid, limit: ENTRIES_AT_ONCE })
    for (const entry of entries) {
      const batch = findBatch(batches, entry.xid)
      if (batch) put(batch, entry)
      else open += 1
    }
    afterId = entries.at(-1)?.id ?? afterId
    if (entries.length < ENTRIES_AT_ONCE) return open
  }
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

function checkBatch({ checkpoint, tree, firstId, lastId }: Batch): LedgerProblem | undefined {
  const found = { entries: tree.size, firstId, lastId }
  const { id, entries, root } = checkpoint
  if (tree.size < entries) return { code: 'ENTRY_MISSING', checkpoint: id, found }
  if (tree.size > entries) return { code: 'ENTRY_ADDED', checkpoint: id, found }
  return tree.root().equals(root) ? undefined : { code: 'ENTRY_CHANGED', checkpoint: id, found }
}

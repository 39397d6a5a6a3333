import { sql } from 'kysely'
import { AppError, isAppError } from '#kernel/error.ts'
import type { Pool } from '#store/pool.ts'
import { from } from '#store/query.ts'
import {
  type Checkpoint,
  checkpointBytes,
  checkpointHash,
  NOTHING_BEFORE,
  signCheckpoint,
} from './checkpoint.ts'
import { entryBytes } from './entry.ts'
import { signHandover } from './handover.ts'
import { isSignedBy, type LedgerKey, type PublicKey } from './ledger-key.ts'
import { MerkleTree } from './merkle-tree.ts'
import { inProof, type ProofTransaction } from './proof-transaction.ts'
import { databaseLedger, findLastCheckpoint, readEntries } from './source.ts'

/**
 * Closes the entries that came since the last checkpoint into a next one. Only transactions that
 * have ended are in it: those before the oldest that still runs, so that no entry can come into the
 * batch later.
 *
 * @returns Undefined when there was nothing to close, or another closed it at the same moment.
 * @throws `LEDGER_KEY_CHANGED` when another key signed last: hand the ledger over first.
 * @throws `LEDGER_BROKEN` when the last checkpoint is not what our key signed.
 * @throws `LEDGER_TURNED_BACK` when the server counts transactions from before the last checkpoint,
 *   as after a move.
 */
export function closeCheckpoint(
  worker: Pool,
  organisation: string,
  key: LedgerKey,
): Promise<Checkpoint | undefined> {
  return orUndefined(
    inProof(worker, organisation, async (tx) => {
      const last = await findLastCheckpoint(tx)
      if (last) assertOurs(organisation, last, key)
      const { untilXid, closedAtMicros } = await readMoment(tx)
      if (last && untilXid < last.untilXid) throw new AppError('LEDGER_TURNED_BACK')
      const tree = await readTree(tx, last?.untilXid ?? 0n, untilXid)
      if (tree.size === 0) return undefined
      const checkpoint = signCheckpoint(
        organisation,
        {
          id: (last?.id ?? 0) + 1,
          untilXid,
          entries: tree.size,
          root: tree.root(),
          previous: last ? checkpointHash(organisation, last) : NOTHING_BEFORE,
          closedAtMicros,
        },
        key,
      )
      await keep(tx, [checkpoint], key)
      return checkpoint
    }),
  )
}

/**
 * Hands the ledger over from an old key to a new one, as when the master key changes.
 *
 * @returns False when the new key holds it already, or there is no checkpoint yet.
 * @throws As `closeCheckpoint`, about the old key.
 */
export async function handOver(
  worker: Pool,
  organisation: string,
  keys: { readonly from: LedgerKey; readonly to: LedgerKey },
): Promise<boolean> {
  const done = await orUndefined(
    inProof(worker, organisation, async (tx) => {
      const last = await findLastCheckpoint(tx)
      if (!last || last.keyId === keys.to.id) return false
      assertOurs(organisation, last, keys.from)
      const { closedAtMicros } = await readMoment(tx)
      await keep(tx, signHandover(organisation, last, { ...keys, closedAtMicros }), keys.to)
      return true
    }),
  )
  return done ?? false
}

/**
 * Two that close at the same moment both take the next number; the second finds it taken, and
 * nothing is lost.
 */
async function orUndefined<T>(closing: Promise<T>): Promise<T | undefined> {
  try {
    return await closing
  } catch (error) {
    if (isAppError(error, 'DUPLICATE') || isAppError(error, 'CONFLICT')) return undefined
    throw error
  }
}

/** Whoever signs on top of a checkpoint vouches for all before it; so it must be one of our own. */
function assertOurs(organisation: string, last: Checkpoint, key: LedgerKey): void {
  if (last.keyId !== key.id) throw new AppError('LEDGER_KEY_CHANGED', { key: last.keyId })
  if (!isSignedBy(key, checkpointBytes(organisation, last), last.signature)) {
    throw new AppError('LEDGER_BROKEN', { checkpoint: last.id })
  }
}

async function readMoment(
  tx: ProofTransaction,
): Promise<{ untilXid: bigint; closedAtMicros: number }> {
  const [row] = await tx.run(
    from.selectNoFrom([
      // On a server that counts from lower than the one of a backup that was brought back.
      sql<string>`pg_snapshot_xmin(pg_current_snapshot())::text::bigint + coalesce(
        (select ledger_shift from restorations order by restored_at desc limit 1), 0)`.as('xmin'),
      sql<number>`(extract(epoch from clock_timestamp()) * 1000000)::bigint`.as('micros'),
    ]),
  )
  if (!row) throw new Error('no answer to a question without a table')
  return { untilXid: BigInt(row.xmin), closedAtMicros: row.micros }
}

async function readTree(
  tx: ProofTransaction,
  fromXid: bigint,
  untilXid: bigint,
): Promise<MerkleTree> {
  const tree = new MerkleTree()
  for await (const entries of readEntries(databaseLedger(tx), { fromXid, untilXid })) {
    for (const entry of entries) tree.add(entryBytes(entry))
  }
  return tree
}

async function keep(
  tx: ProofTransaction,
  checkpoints: readonly Checkpoint[],
  { id, publicKey }: PublicKey,
): Promise<void> {
  const known = await tx.run(from.selectFrom('ledger_keys').select('id').where('id', '=', id))
  if (known.length === 0) {
    await tx.run(from.insertInto('ledger_keys').values({ id, public_key: publicKey }))
  }
  const rows = checkpoints.map((checkpoint) => ({
    id: checkpoint.id,
    until_xid: String(checkpoint.untilXid),
    entries: checkpoint.entries,
    root: checkpoint.root,
    previous: checkpoint.previous,
    signature: checkpoint.signature,
    key_id: checkpoint.keyId,
    closed_at: fromMicros(checkpoint.closedAtMicros),
  }))
  await tx.run(from.insertInto('checkpoints').values(rows))
}

/** Exact: a whole number of microseconds far below 2^53 times one microsecond. */
function fromMicros(micros: number) {
  return sql<Date>`timestamptz 'epoch' + ${micros}::bigint * interval '1 microsecond'`
}

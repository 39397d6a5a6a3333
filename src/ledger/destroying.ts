import { sql } from 'kysely'
import { isAppError } from '#kernel/error.ts'
import { quoted } from '#store/owner.ts'
import type { Pool } from '#store/pool.ts'
import { from, written } from '#store/query.ts'
import { schemaOf } from '#store/store.ts'
import type { LedgerKey } from './ledger-key.ts'
import { inProof } from './proof-transaction.ts'
import { signPruning } from './pruning.ts'

const LINES_AT_ONCE = 20_000
const BATCHES_MAX = 5_000

/**
 * Destroys the lines of checkpoints that are past the term of the statement, but for those of
 * dossiers that are held. It is signed before the first goes; what a run leaves, or was stopped in,
 * the next one finishes.
 *
 * @param worker Connections with the login of the worker.
 * @returns How many lines went.
 */
export async function destroyOldLines(
  worker: Pool,
  organisation: string,
  key: LedgerKey,
): Promise<number> {
  await signOff(worker, organisation, key)
  let gone = 0
  for (let batch = 0; batch < BATCHES_MAX; batch += 1) {
    const { rows } = await worker.query<{ gone: number }>(
      `select ${quoted(schemaOf(organisation))}.destroy_lines($1) as gone`,
      [LINES_AT_ONCE],
    )
    const here = rows[0]?.gone ?? 0
    gone += here
    if (here < LINES_AT_ONCE) break
  }
  return gone
}

/** Two that sign off at the same moment: one of them did. */
async function signOff(worker: Pool, organisation: string, key: LedgerKey): Promise<void> {
  try {
    await inProof(worker, organisation, async (tx) => {
      const [due] = await tx.evidence(PRUNABLE)
      if (!due || due.checkpoint === null) return
      const known = await tx.run(
        from.selectFrom('ledger_keys').select('id').where('id', '=', key.id),
      )
      if (known.length === 0) return
      const { checkpoint, micros: prunedAtMicros } = due
      const { signature } = signPruning(organisation, { checkpoint, prunedAtMicros }, key)
      await tx.evidence(
        written(sql`select note_pruning(${checkpoint}::integer,
          timestamptz 'epoch' + ${prunedAtMicros}::bigint * interval '1 microsecond',
          ${key.id}, ${signature}::bytea)`),
      )
    })
  } catch (error) {
    if (!isAppError(error, 'DUPLICATE') && !isAppError(error, 'CONFLICT')) throw error
  }
}

const PRUNABLE = written(sql<{ checkpoint: number | null; micros: number }>`
  select checkpoint_id as checkpoint,
    (extract(epoch from clock_timestamp()) * 1000000)::bigint as micros
  from prunable_checkpoint()`)

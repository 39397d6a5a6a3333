import { expect, test } from 'vitest'
import type { Pool } from '#store/pool.ts'
import { settle, workerOf } from '#world/worker.ts'
import { type World, world } from '#world/world.ts'
import { closeCheckpoint } from './closing.ts'
import { destroyOldLines } from './destroying.ts'
import { type LedgerKey, ledgerKey } from './ledger-key.ts'
import { inProof } from './proof-transaction.ts'
import { databaseLedger } from './source.ts'
import { verifyLedger } from './verification.ts'
import { exportWitness, readWitness } from './witness.ts'

interface Here {
  readonly there: World
  readonly worker: Pool
  readonly key: LedgerKey
}

/** A ledger of three checkpoints, of which the term of the first two is over. */
async function aged(): Promise<Here> {
  const there = await world()
  const here = {
    there,
    worker: workerOf(there),
    key: ledgerKey(there.installation.master, there.organisation),
  }
  for (let count = 0; count < 3; count += 1) {
    await there.owner.query(
      `select record('opened', 'coaching', gen_random_uuid(), null, null, null, n)
       from generate_series(1, 5) n`,
    )
    await settle(there)
    await closeCheckpoint(here.worker, there.organisation, here.key)
  }
  await age(there, 2)
  return here
}

/**
 * As if years had passed since that checkpoint: the moment is signed, and cannot be set back.
 */
async function age({ owner }: World, checkpoint: number): Promise<void> {
  await owner.query(
    `create or replace function prunable_checkpoint(out checkpoint_id integer, out until_xid xid8)
     language sql stable security definer set search_path from current as $$
       select c.id, c.until_xid from checkpoints c
       where c.id <= ${checkpoint}
         and c.id > coalesce((select max(p.checkpoint_id) from ledger_prunings p), 0)
       order by c.id desc limit 1 $$`,
  )
}

function verify({ there, worker, key }: Here, witness?: string) {
  return inProof(worker, there.organisation, (tx) =>
    verifyLedger(databaseLedger(tx), {
      key,
      ...(witness !== undefined && { witness: readWitness(witness) }),
    }),
  )
}

test('bur-03, zor-04: lines past their term go, and the ledger still verifies, with a witness too', async () => {
  const here = await aged()
  const { there, worker, key } = here
  const lines: string[] = []
  await inProof(worker, there.organisation, async (tx) => {
    for await (const line of exportWitness(databaseLedger(tx))) lines.push(line)
  })
  const before = await verify(here)
  const gone = await destroyOldLines(worker, there.organisation, key)
  expect(gone).toBeGreaterThanOrEqual(10)
  const after = await verify(here, lines.join(''))
  expect(after).toMatchObject({ problems: [], prunedUntil: 2, checkpoints: before.checkpoints })
  expect(after.entries).toBe(before.entries - gone)
  expect(await destroyOldLines(worker, there.organisation, key)).toBe(0)
})

test('lines within their term go by nobody: not by deleting, nor without a signature', async () => {
  const here = await aged()
  const { there, worker, key } = here
  await expect(there.owner.query('delete from ledger')).rejects.toThrow(/APPEND_ONLY/)
  await destroyOldLines(worker, there.organisation, key)
  await expect(there.owner.query('delete from ledger')).rejects.toThrow(/APPEND_ONLY/)
  await there.owner.query(
    `begin; set local session_replication_role = replica;
     delete from ledger; insert into ledger_prunings
       select 3, until_xid, pruned_at, key_id, signature from ledger_prunings,
       lateral (select c.until_xid from checkpoints c where c.id = 3) c (until); commit`,
  )
  const codes = (await verify(here)).problems.map(({ code }) => code)
  expect(codes).toContain('PRUNING_FALSE')
  expect(codes).toContain('ENTRY_MISSING')
})

test('what is put into a part that was destroyed is found', async () => {
  const here = await aged()
  const { there, worker, key } = here
  await destroyOldLines(worker, there.organisation, key)
  await there.owner.query(
    `insert into ledger (xid, act) select (until_xid::text::bigint - 1)::text::xid8, 'opened'
     from checkpoints, generate_series(1, 90) where id = 1`,
  )
  expect((await verify(here)).problems).toMatchObject([{ code: 'ENTRY_ADDED', checkpoint: 1 }])
})

test('lines of a dossier that is held stay as long as it is', async () => {
  const here = await aged()
  const { there, worker, key } = here
  const coach = await there.account('Ilse Kramer', ['coach'])
  const { dossierId } = await there.store.change(coach.for('intake'), (tx) =>
    tx.startDossier({ kind: 'outplacement' }),
  )
  await there.owner.query(
    `insert into holds (dossier_id, reason, ends_on, placed_by)
     values ($1, 'complaint', current_date + 9, $2)`,
    [dossierId, coach.id],
  )
  await settle(there)
  await closeCheckpoint(worker, there.organisation, key)
  await age(there, 4)
  await destroyOldLines(worker, there.organisation, key)
  const held = 'select count(*)::integer as n from ledger where dossier_id = $1'
  const { rows } = await there.owner.query(held, [dossierId])
  expect(rows).not.toEqual([{ n: 0 }])
  expect((await verify(here)).problems).toEqual([])
  await there.owner.query('update holds set lifted_at = now(), lifted_by = placed_by')
  await destroyOldLines(worker, there.organisation, key)
  expect((await there.owner.query(held, [dossierId])).rows).toEqual([{ n: 0 }])
  expect((await verify(here)).problems).toEqual([])
})

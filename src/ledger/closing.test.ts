import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { MasterKey } from '#store/master-key.ts'
import type { Pool } from '#store/pool.ts'
import { anotherOwner, settle, workerOf } from '#world/worker.ts'
import { type World, world } from '#world/world.ts'
import { type Checkpoint, signCheckpoint } from './checkpoint.ts'
import { closeCheckpoint, handOver } from './closing.ts'
import { type LedgerKey, ledgerKey } from './ledger-key.ts'
import { inProof } from './proof-transaction.ts'
import { databaseLedger } from './source.ts'
import { type Verification, type VerifyOptions, verifyLedger } from './verification.ts'

interface Bureau {
  readonly there: World
  readonly worker: Pool
  readonly key: LedgerKey
}

async function bureau(): Promise<Bureau> {
  const there = await world()
  const key = ledgerKey(there.installation.master, there.organisation)
  return { there, worker: workerOf(there), key }
}

async function happen(there: World, times: number): Promise<void> {
  await there.owner.query(
    `select record('opened', 'coaching', gen_random_uuid(), gen_random_uuid(), null, null, n)
     from generate_series(1, $1) n`,
    [times],
  )
}

/** Closes all that is in the ledger now. */
async function close(here: Bureau): Promise<Checkpoint | undefined> {
  await settle(here.there)
  return closeNow(here)
}

function closeNow({ there, worker, key }: Bureau): Promise<Checkpoint | undefined> {
  return closeCheckpoint(worker, there.organisation, key)
}

function verify(
  { there, worker, key }: Bureau,
  options: VerifyOptions = {},
): Promise<Verification> {
  return inProof(worker, there.organisation, (tx) =>
    verifyLedger(databaseLedger(tx), { key, ...options }),
  )
}

async function tamper({ owner }: World, statement: string): Promise<void> {
  await owner.query(`begin; set local session_replication_role = replica; ${statement}; commit`)
}

test('a checkpoint holds what came since the one before it, nothing twice', async () => {
  const here = await bureau()
  await close(here)
  await happen(here.there, 7)
  expect(await close(here)).toMatchObject({ id: 2, entries: 7 })
  expect(await close(here)).toBeUndefined()
  await happen(here.there, 1)
  expect(await close(here)).toMatchObject({ id: 3, entries: 1 })
  expect(await verify(here)).toMatchObject({ checkpoints: 3, open: 0, problems: [] })
})

test('what a transaction that still runs has written waits for a later checkpoint', async () => {
  const here = await bureau()
  await close(here)
  const slow = await anotherOwner(here.there)
  await slow.query(`begin; select record('opened', 'coaching', null, null, null, 'slow', null)`)
  await happen(here.there, 3)
  expect(await closeNow(here)).toBeUndefined()
  expect(await verify(here)).toMatchObject({ open: 3 })
  await slow.query('commit')
  expect(await close(here)).toMatchObject({ entries: 4 })
  expect(await verify(here)).toMatchObject({ open: 0, problems: [] })
})

test('when two close at the same moment one does, and the ledger stays intact', async () => {
  const here = await bureau()
  for (let round = 0; round < 5; round += 1) {
    await happen(here.there, 5)
    await settle(here.there)
    const closed = await Promise.all([closeNow(here), closeNow(here), closeNow(here)])
    expect(closed.filter(Boolean)).toHaveLength(1)
  }
  expect(await verify(here)).toMatchObject({ open: 0, problems: [] })
})

test('closing while others write loses nothing and counts nothing twice', async () => {
  const here = await bureau()
  const writers = [1, 2, 3].map(async () => {
    const writer = await anotherOwner(here.there)
    for (let n = 0; n < 20; n += 1) {
      await writer.query('begin')
      await writer.query(`select record('opened', 'coaching', null, null, null, null, null)`)
      await sleep(n % 3)
      await writer.query(n % 5 === 0 ? 'rollback' : 'commit')
    }
  })
  const closing = (async () => {
    for (let n = 0; n < 10; n += 1) {
      await closeNow(here)
      await sleep(5)
    }
  })()
  await Promise.all([...writers, closing])
  await close(here)
  const { rows } = await here.there.owner.query<{ count: number }>('select count(*) from ledger')
  const verified = await verify(here)
  expect(verified).toMatchObject({ open: 0, problems: [] })
  expect(verified.entries).toBe(Number(rows[0]?.count))
})

test('the ledger refuses every change, also by its owner', async () => {
  const { there } = await bureau()
  await happen(there, 1)
  for (const statement of [
    'update ledger set amount = 9',
    'delete from ledger',
    'truncate ledger',
  ]) {
    await expect(there.owner.query(statement)).rejects.toThrow('LEDGER_IS_APPEND_ONLY')
  }
})

test.each([
  ['update ledger set activity = null where amount = 4', 'ENTRY_CHANGED'],
  [`update ledger set at = at + interval '1 microsecond' where amount = 4`, 'ENTRY_CHANGED'],
  ['delete from ledger where amount = 4', 'ENTRY_MISSING'],
  ['insert into ledger (xid, act) select xid, act from ledger where amount = 4', 'ENTRY_ADDED'],
  ['update checkpoints set entries = 8 where id = 2', 'SIGNATURE_WRONG'],
  [`update checkpoints set closed_at = closed_at + interval '1 microsecond'`, 'SIGNATURE_WRONG'],
])('with the guard taken away, verification finds: %s', async (statement, code) => {
  const here = await bureau()
  await close(here)
  await happen(here.there, 7)
  await close(here)
  await tamper(here.there, statement)
  const { problems } = await verify(here)
  expect(problems.map((each) => each.code)).toContain(code)
})

test('nobody signs on top of what another key signed, or on top of what was altered', async () => {
  const here = await bureau()
  await close(here)
  await happen(here.there, 1)
  const next = ledgerKey(new MasterKey(Buffer.alloc(32, 9)), here.there.organisation)
  await expect(close({ ...here, key: next })).rejects.toMatchObject({ code: 'LEDGER_KEY_CHANGED' })
  await tamper(here.there, 'update checkpoints set entries = 99')
  await expect(close(here)).rejects.toMatchObject({ code: 'LEDGER_BROKEN' })
})

test('a server whose transactions count from before the last checkpoint closes none', async () => {
  const here = await bureau()
  const { owner, organisation } = here.there
  const last = await close(here)
  if (!last) throw new Error('nothing was closed')
  const { id, signature } = signCheckpoint(organisation, { ...last, untilXid: 2n ** 50n }, here.key)
  await owner.query(
    'update checkpoints set until_xid = $1::text::xid8, signature = $2 where id = $3',
    [String(2n ** 50n), signature, id],
  )
  await happen(here.there, 1)
  await expect(close(here)).rejects.toMatchObject({ code: 'LEDGER_TURNED_BACK' })
})

test('the ledger goes on under a new key after it was handed over', async () => {
  const here = await bureau()
  await close(here)
  const next = ledgerKey(new MasterKey(Buffer.alloc(32, 9)), here.there.organisation)
  const keys = { from: here.key, to: next }
  expect(await handOver(here.worker, here.there.organisation, keys)).toBe(true)
  expect(await handOver(here.worker, here.there.organisation, keys)).toBe(false)
  await happen(here.there, 2)
  expect(await close({ ...here, key: next })).toMatchObject({ id: 4, entries: 2 })
  expect(await verify({ ...here, key: next })).toMatchObject({ checkpoints: 4, problems: [] })
  await expect(close(here)).rejects.toMatchObject({ code: 'LEDGER_KEY_CHANGED' })
})

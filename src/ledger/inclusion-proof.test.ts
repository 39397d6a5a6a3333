import { expect, test } from 'vitest'
import { settle, workerOf } from '#world/worker.ts'
import { world } from '#world/world.ts'
import { closeCheckpoint } from './closing.ts'
import { holdsEntry, proveEntry } from './inclusion-proof.ts'
import { ledgerKey } from './ledger-key.ts'
import { inProof } from './proof-transaction.ts'
import { databaseLedger } from './source.ts'

test('a person can hold proof that an entry stands in a signed checkpoint', async () => {
  const there = await world()
  const { organisation } = there
  const worker = workerOf(there)
  const key = ledgerKey(there.installation.master, organisation)
  for (const amount of [1, 2]) {
    await there.owner.query(
      `select record('opened', 'coaching', null, null, null, null, n) from generate_series(1, 5) n`,
    )
    await settle(there)
    if (amount === 1) await closeCheckpoint(worker, organisation, key)
  }
  const entries = await inProof(worker, organisation, (tx) =>
    databaseLedger(tx).listEntries({ afterId: 0, fromXid: 0n, limit: 100 }),
  )
  const [first, second] = entries
  const open = entries.at(-1)
  if (!first || !second || !open) throw new Error('too few entries')
  expect(await proveEntry(worker, organisation, open.id)).toBeUndefined()
  expect(await proveEntry(worker, organisation, 999_999)).toBeUndefined()
  const proof = await proveEntry(worker, organisation, second.id)
  if (!proof) throw new Error('no proof')
  expect(holdsEntry(organisation, second, proof, key)).toBe(true)
  expect(holdsEntry(organisation, first, proof, key)).toBe(false)
  expect(holdsEntry(organisation, { ...second, activity: null }, proof, key)).toBe(false)
  expect(holdsEntry('another', second, proof, key)).toBe(false)
})

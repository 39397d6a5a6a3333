import { expect, test, vi } from 'vitest'
import { checkpointHash } from '#ledger/checkpoint.ts'
import { closeCheckpoint } from '#ledger/closing.ts'
import { ledgerKey } from '#ledger/ledger-key.ts'
import { inProof } from '#ledger/proof-transaction.ts'
import { databaseLedger } from '#ledger/source.ts'
import { type Verification, verifyLedger } from '#ledger/verification.ts'
import { exportWitness, readWitness, type Witness } from '#ledger/witness.ts'
import { noteHead } from '#store/ending-register.ts'
import { type Installation, LOGINS, loginUrl } from '#store/install.ts'
import { asOwner } from '#store/owner.ts'
import { createPool } from '#store/pool.ts'
import { agreed, ask } from '#world/restored.ts'
import { WORLD_ORGANISATION as ORGANISATION } from '#world/template.ts'
import { lostData, vault, worldWithKeys } from '#world/vault.ts'
import { settle, workerOf } from '#world/worker.ts'
import { restoreBackup } from './restoring.ts'
import { takeBackup } from './taking.ts'

// Each makes an organisation anew, with all its roles and grants.
vi.setConfig({ testTimeout: 60_000 })

test('an organisation gives way only when that is said, and its ledger goes on', async () => {
  const there = await worldWithKeys()
  const { installation, organisation } = there
  await agreed(there)
  const place = await vault()
  const manifest = await takeBackup(installation, organisation, place)
  await there.account('Bram Visser', ['coach'])
  const { dossierId } = await agreed(there)
  await settle(there)
  const worker = workerOf(there)
  await closeCheckpoint(worker, organisation, ledgerKey(installation.master, organisation))
  const witness = await witnessOf(installation)
  expect(witness.checkpoints).toHaveLength(1)
  await expect(restoreBackup(installation, { place, manifest })).rejects.toMatchObject({
    code: 'ORGANISATION_THERE',
  })
  const { good, report } = await restoreBackup(installation, { place, manifest, replace: true })
  expect({ good, dossiers: report.dossiers }).toEqual({ good: true, dossiers: 1 })
  expect(await ask(installation, `select from dossiers where id = '${dossierId}'`)).toEqual([])
  expect(
    await ask(installation, `select act from ledger where dossier_id = '${dossierId}'`),
  ).toEqual(expect.arrayContaining([{ act: 'started' }]))
  expect(await ask(installation, 'select from gestand.sessions where ended_at is null')).toEqual([])
  expect(await verify(installation, witness)).toMatchObject({ problems: [] })
})

test('a restored ledger is told from one that was cut by a signed note of what was lost', async () => {
  const there = await worldWithKeys()
  const { installation, organisation } = there
  const key = ledgerKey(installation.master, organisation)
  await agreed(there)
  const place = await vault()
  const manifest = await takeBackup(installation, organisation, place)
  await agreed(there)
  await settle(there)
  const closed = await closeCheckpoint(workerOf(there), organisation, key)
  if (!closed) throw new Error('nothing was closed')
  await asOwner(installation.keysUrl, (keys) =>
    noteHead(keys, organisation, {
      checkpoint: closed.id,
      hash: checkpointHash(organisation, closed),
      closedAt: new Date(),
    }),
  )
  const witness = await witnessOf(installation)
  const anew = await lostData(there)
  const { good, report } = await restoreBackup(anew, { place, manifest })
  expect(good).toBe(true)
  expect(report.lines).toContainEqual({ kind: 'note', code: 'CHECKPOINTS_LOST', count: 1 })
  expect(await verify(anew, witness)).toMatchObject({ problems: [] })
  // New entries are closed after those of the backup, and the chain goes on.
  const worker = createPool({ url: loginUrl(anew, LOGINS.worker), name: 'test' })
  await expect(closeCheckpoint(worker, organisation, key)).resolves.toMatchObject({ id: 1 })
  await worker.end()
  expect(await verify(anew, witness)).toMatchObject({ problems: [] })
  // Without the note, or with one that was not signed, the same ledger is one that was cut.
  await asOwner(anew.url, (owner) =>
    owner.query(`alter table org_${organisation}.restorations disable trigger user;
      update org_${organisation}.restorations set lost_checkpoint = lost_checkpoint + 1`),
  )
  const { problems } = await verify(anew, witness)
  expect(problems.map(({ code }) => code)).toEqual(['HISTORY_SPLIT'])
})

async function witnessOf(installation: Installation): Promise<Witness> {
  const worker = createPool({ url: loginUrl(installation, LOGINS.worker), name: 'test' })
  const text = await inProof(worker, ORGANISATION, async (tx) => {
    let lines = ''
    for await (const line of exportWitness(databaseLedger(tx))) lines += line
    return lines
  })
  await worker.end()
  return readWitness(text)
}

async function verify(installation: Installation, witness: Witness): Promise<Verification> {
  const worker = createPool({ url: loginUrl(installation, LOGINS.worker), name: 'test' })
  const key = ledgerKey(installation.master, ORGANISATION)
  try {
    return await inProof(worker, ORGANISATION, (tx) =>
      verifyLedger(databaseLedger(tx), { key, witness }),
    )
  } finally {
    await worker.end()
  }
}

import { expect, onTestFinished, test } from 'vitest'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MasterKey } from '#store/master-key.ts'
import { WORLD_MASTER } from '#world/master.ts'
import { worldWithKeys } from '#world/vault.ts'
import { verifyBackup } from './reading.ts'
import { takeBackup } from './taking.ts'
import { Vault } from './vault.ts'

test('a backup from before a rotation is read with the older master key, and with no other', async () => {
  const there = await worldWithKeys()
  const directory = await mkdtemp(join(tmpdir(), 'gestand-vault-'))
  onTestFinished(() => rm(directory, { recursive: true, force: true }))
  const options = { directory, keysDirectory: join(directory, 'keys') }
  const before = new Vault(options, WORLD_MASTER)
  await takeBackup(there.installation, there.organisation, before.of(there.organisation))
  const fresh = new MasterKey(Buffer.alloc(32, 'fresh'))
  const without = new Vault(options, fresh)
  await expect(without.find(without.of(there.organisation))).rejects.toMatchObject({
    code: 'BACKUP_KEY_WRONG',
  })
  const after = new Vault(options, fresh, WORLD_MASTER)
  const { place, manifest } = await after.find(after.of(there.organisation))
  await expect(verifyBackup(place, manifest)).resolves.toBeUndefined()
})

import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { asOwner } from '#store/owner.ts'
import { vault, worldWithKeys } from '#world/vault.ts'
import type { World } from '#world/world.ts'
import { restoreKeys, takeKeysBackup } from './keys-backup.ts'

async function started(there: World): Promise<string> {
  const coach = await there.account('Ilse Kramer', ['coach'])
  const { dossierId } = await there.store.change(coach.for('intake'), (tx) =>
    tx.startDossier({ kind: 're-integration' }),
  )
  return dossierId
}

function listKeys({ installation }: World): Promise<string[]> {
  return asOwner(installation.keysUrl, async (keys) => {
    const { rows } = await keys.query<{ id: string }>(
      'select dossier_id as id from keys.dossier_keys order by 1',
    )
    return rows.map(({ id }) => id)
  })
}

test('of the keys there is only the newest backup', async () => {
  const there = await worldWithKeys()
  const place = await vault('keys')
  await takeKeysBackup(there.installation, place)
  const newest = await takeKeysBackup(there.installation, place)
  expect((await place.folder.list()).map(({ name }) => name)).toEqual([newest.name])
  const { rows } = await there.owner.query(
    `select name, removed_at is null as kept from gestand.backups where organisation = ''
     order by taken_at`,
  )
  expect(rows).toMatchObject([{ kept: false }, { name: newest.name, kept: true }])
})

test('keys that were lost come back with the register, and a key that was destroyed does not', async () => {
  const there = await worldWithKeys()
  const [kept, erased] = [await started(there), await started(there)]
  const place = await vault('keys')
  const manifest = await takeKeysBackup(there.installation, place)
  const { rows } = await asOwner(there.installation.keysUrl, (keys) =>
    keys.query(
      `insert into keys.erasures (id, organisation, dossier_id, cause, key_destroyed_at)
       values ($1, $2, $3, 'request', now()) returning id`,
      [randomUUID(), there.organisation, erased],
    ),
  )
  expect(rows).toHaveLength(1)
  await asOwner(there.installation.keysUrl, (keys) => keys.query('delete from keys.dossier_keys'))
  expect(await restoreKeys(there.installation, place, manifest)).toBe(1)
  expect(await listKeys(there)).toEqual([kept])
})

import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { asOwner } from '#store/owner.ts'
import { vault, worldWithKeys } from '#world/vault.ts'
import type { World } from '#world/world.ts'
import { type Manifest, writeManifest } from './manifest.ts'
import type { BackupPlace } from './taking.ts'
import { keepBackups } from './upkeep.ts'

const DAY_MS = 86_400_000

/** Makes a backup as old as this, by its own key. */
async function age({ folder, key }: BackupPlace, name: string, days: number): Promise<void> {
  const path = join(folder.directory, `${name}.json`)
  // Written by us a moment ago.
  const { manifest } = JSON.parse(await readFile(path, 'utf8')) as { manifest: Manifest }
  const takenAt = new Date(Date.now() - days * DAY_MS).toISOString()
  await writeFile(path, writeManifest({ ...manifest, takenAt }, key))
}

async function known({ owner }: World): Promise<unknown[]> {
  const { rows } = await owner.query<{ name: string; kept: boolean }>(
    `select name, removed_at is null as kept from gestand.backups order by name`,
  )
  return rows
}

test('bur-02, baken-02, zor-03: a backup is made when the statement says so, and destroyed after its term', async () => {
  const there = await worldWithKeys()
  const { installation, organisation } = there
  const place = await vault()
  const first = await keepBackups(installation, organisation, place)
  if (first === undefined) throw new Error('the first was due')
  expect(await keepBackups(installation, organisation, place)).toBeUndefined()
  await age(place, first, 1)
  const second = await keepBackups(installation, organisation, place)
  expect(second).toBeDefined()
  await age(place, first, 13.9)
  await keepBackups(installation, organisation, place)
  expect(await known(there)).toHaveLength(2)
  await age(place, first, 14.1)
  await keepBackups(installation, organisation, place)
  const files = await readdir(place.folder.directory)
  expect(files.toSorted((a, b) => a.localeCompare(b))).toEqual([
    `${second}.backup`,
    `${second}.json`,
  ])
  expect(await known(there)).toEqual(
    expect.arrayContaining([
      { name: first, kept: false },
      { name: second, kept: true },
    ]),
  )
})

test('endings are forgotten when no backup can need them any more', async () => {
  const there = await worldWithKeys()
  const { installation, organisation } = there
  const place = await vault()
  await keepBackups(installation, organisation, place)
  const note = (of: string, days: number) =>
    asOwner(installation.keysUrl, (keys) =>
      keys.query(
        `insert into keys.endings values (gen_random_uuid(), $1, now() - $2 * interval '1 day',
           'members', 'update', '{"account_id": "x"}', '{}')`,
        [of, days],
      ),
    )
  for (const owned of [organisation, '']) {
    await note(owned, 43)
    await note(owned, 45)
  }
  await keepBackups(installation, organisation, place)
  const left = await asOwner(installation.keysUrl, async (keys) => {
    const { rows } = await keys.query<{ organisation: string; days: number }>(
      `select organisation, extract(day from now() - noted_at)::int as days from keys.endings
       where noted_at < now() - interval '2 days' order by 1`,
    )
    return rows
  })
  expect(left).toEqual([
    { organisation: '', days: 43 },
    { organisation, days: 43 },
  ])
})

import { expect, test } from 'vitest'
import { runErasures } from '#duties/erasure/erasing.ts'
import { erasingOf, grantErasure, MARKER, markedBureau } from '#world/erasing.ts'
import { vault } from '#world/vault.ts'
import type { Manifest } from './manifest.ts'
import { readBackup } from './reading.ts'
import { type BackupPlace, takeBackup } from './taking.ts'

/** Which tables of a backup have the marker in them, once it is opened with its key. */
async function markedTables(place: BackupPlace, manifest: Manifest): Promise<string[]> {
  const found: string[] = []
  await readBackup(place, manifest, async ({ table, content }) => {
    const rows = Buffer.concat(await Array.fromAsync(content, (part) => Buffer.from(part)))
    if (rows.includes(MARKER)) found.push(table)
    return undefined
  })
  return found
}

test('of who was erased nothing is in a new backup; what an old one holds sealed nobody can open', async () => {
  const here = await markedBureau()
  const { there, dossierId } = here
  const { installation, organisation } = there
  const place = await vault()
  const before = await takeBackup(installation, organisation, place)
  const named = await markedTables(place, before)
  expect(named).toEqual(expect.arrayContaining(['clients', 'gestand.accounts']))
  // Written under the key of the dossier, which is in no backup of the data.
  expect(named).not.toContain('notes')
  await grantErasure(here)
  await runErasures(erasingOf(there), organisation)
  const after = await takeBackup(installation, organisation, place)
  expect(await markedTables(place, after)).toEqual([])
  expect(await there.register.listKeys(organisation, [dossierId])).toEqual([])
})

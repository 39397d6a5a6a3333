import { expect, test } from 'vitest'
import { writeNote } from '#modules/practice/index.ts'
import { asOwner } from '#store/owner.ts'
import { lostData, vault, worldWithKeys } from '#world/vault.ts'
import type { World, WorldAccount } from '#world/world.ts'
import { restoreBackup } from './restoring.ts'
import { rehearseBackup } from './rehearsing.ts'
import { takeBackup } from './taking.ts'

test('what was backed up comes back where everything else was lost', async () => {
  const there = await worldWithKeys()
  const coach = await there.account('Ilse Kramer', ['coach'])
  const dossierId = await dossier(there, coach)
  const place = await vault()
  const manifest = await takeBackup(there.installation, there.organisation, place)
  const anew = await lostData(there)
  const { good, report } = await restoreBackup(anew, { place, manifest })
  expect({ good, dossiers: report.dossiers }).toEqual({ good: true, dossiers: 1 })
  const { rows } = await asOwner(anew.url, (owner) =>
    owner.query('select dossier_id from org_reintegration.notes'),
  )
  expect(rows).toEqual([{ dossier_id: dossierId }])
  const rehearsed = await rehearseBackup(there.installation, place, manifest)
  expect(rehearsed).toMatchObject({ good: true, report: { dossiers: 1 } })
})

async function dossier(there: World, coach: WorldAccount): Promise<string> {
  return there.store.change(coach.for('intake'), async (tx) => {
    const opened = await tx.startDossier({ kind: 're-integration' })
    await writeNote(opened, {
      category: 'education-career',
      body: 'Wij spraken over werk.',
      source: 'client',
      channel: 'conversation',
    })
    return opened.dossierId
  })
}

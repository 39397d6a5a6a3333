import { expect, test, vi } from 'vitest'
import { asOwner } from '#store/owner.ts'
import { asSuperuser, worldOfOwner } from '#world/own-server.ts'
import { vault } from '#world/vault.ts'
import { rehearseBackup } from './rehearsing.ts'
import { restoreBackup } from './restoring.ts'
import { takeBackup } from './taking.ts'

// Each makes an organisation anew, with all its roles and grants.
vi.setConfig({ testTimeout: 60_000 })

test('an owner who is no superuser backs up, rehearses and restores', async () => {
  const there = await worldOfOwner()
  const { installation, organisation } = there
  const coach = await there.account('Ilse Kramer', ['coach'])
  await there.store.change(coach.for('intake'), (tx) => tx.startDossier({ kind: 're-integration' }))
  const place = await vault()
  const manifest = await takeBackup(installation, organisation, place)
  expect(await rehearseBackup(installation, place, manifest)).toMatchObject({ good: true })
  expect(await restoreBackup(installation, { place, manifest, replace: true })).toMatchObject({
    good: true,
    report: { dossiers: 1 },
  })
  const left = await asOwner(installation.url, async (owner) => {
    const { rows } = await owner.query<{ name: string }>(
      `select rolname::text as name from pg_roles where starts_with(rolname, 'org_rehearsal')`,
    )
    return rows
  })
  expect(left).toEqual([])
})

test('an owner whom the server gives another zone, and no database, works on and says so', async () => {
  const there = await worldOfOwner()
  const { installation, organisation } = there
  await asSuperuser(there, (superuser) =>
    superuser.query(`alter role owner set timezone = 'UTC'; alter role owner nocreatedb`),
  )
  const zone = await asOwner(installation.url, (owner) => owner.query('show timezone'))
  expect(zone.rows).toEqual([{ TimeZone: 'Europe/Amsterdam' }])
  const place = await vault()
  const manifest = await takeBackup(installation, organisation, place)
  expect(await rehearseBackup(installation, place, manifest)).toMatchObject({
    good: false,
    report: { lines: [{ kind: 'problem', code: 'NO_SCRATCH_DATABASE' }] },
  })
})

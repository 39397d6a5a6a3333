import { expect, test } from 'vitest'
import { Browser, siteOf } from '#world/site.ts'
import { world } from '#world/world.ts'

test('the officer sees who reaches how many dossiers, and no client’s name', async () => {
  const there = await world()
  const site = siteOf(there)
  const officer = await there.account('Olga Mol', ['officer'])
  const coach = await there.account('Ilse Kramer', ['coach'])
  const client = await there.account('Sam Bakker')
  for (const name of ['Bakker', 'Jansen']) {
    const { dossierId } = await there.store.change(coach.for('intake'), (tx) =>
      tx.startDossier({ kind: 're-integration' }),
    )
    await there.owner.query('insert into clients (dossier_id, family_name) values ($1, $2)', [
      dossierId,
      name,
    ])
    await there.relate(client.id, dossierId, 'client')
  }
  const { status, body } = await new Browser(site, officer).get('/privacy/toegang')
  expect(status).toBe(200)
  expect(body).toMatch(/Ilse Kramer<\/th>.{0,300}de verantwoordelijke coach.{0,100}2</s)
  expect(body).toContain('1 betrokkene zelf')
  // One client, who acts in several activities.
  expect(body).toMatch(/liënten met een account<\/\w+><\w+[^>]*>1</)
  expect(body).toContain('Zonder inloggen in twee stappen')
  expect(body).not.toMatch(/Bakker|Jansen/)
  const english = await new Browser(site, officer, 'en').get('/privacy/toegang')
  expect(english.body).toContain('the responsible coach')
})

test('nobody but the officer sees the overview', async () => {
  const there = await world()
  const site = siteOf(there)
  for (const functions of [['coach'], ['administrator'], ['manager'], []]) {
    const other = await there.account('Other', functions)
    expect((await new Browser(site, other).get('/privacy/toegang')).status).toBe(404)
  }
})

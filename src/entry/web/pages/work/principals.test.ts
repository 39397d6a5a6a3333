import { expect, test } from 'vitest'
import { type Bureau, bureau } from '#world/practice.ts'
import { Browser, siteOf } from '#world/site.ts'
import { activate, recordNotice, startEngagement } from '#modules/practice/index.ts'

async function overseen(): Promise<{ here: Bureau; manager: Browser }> {
  const here = await bureau()
  const { coach, there } = here
  const principalId = await there.party('Gemeente Voorbeeldstad')
  await there.store.change(coach.for('intake'), async (tx) => {
    const person = { givenName: 'Tom', familyName: 'Jansen', email: 'tom@example.org' }
    const dossier = await startEngagement(tx, { kind: 'outplacement', person, principalId })
    await recordNotice(dossier, { way: 'shown', language: 'nl' })
    await activate(dossier)
  })
  const manager = await there.account('Bea van der Brug', ['manager'])
  return { here, manager: new Browser(siteOf(there), manager) }
}

test('rei-17: the director sees name, service and year for each principal, and nothing else', async () => {
  const { manager } = await overseen()
  const seen = await manager.get('/werk/opdrachtgevers')
  for (const word of ['Gemeente Voorbeeldstad', 'Tom Jansen', 'Outplacement']) {
    expect(seen.body).toContain(word)
  }
  for (const word of ['tom@example.org', 'Sanne', '/werk/dossiers/']) {
    expect(seen.body).not.toContain(word)
  }
})

test('rei-17: it is searched by principal or name, and by year', async () => {
  const { manager } = await overseen()
  const year = new Date().getFullYear()
  expect((await manager.get('/werk/opdrachtgevers?q=voorbeeld')).body).toContain('Tom Jansen')
  expect((await manager.get('/werk/opdrachtgevers?q=zzz')).body).toContain('Niets gevonden')
  expect((await manager.get(`/werk/opdrachtgevers?jaar=${year}`)).body).toContain('Tom Jansen')
  expect((await manager.get('/werk/opdrachtgevers?jaar=1999')).body).not.toContain('Tom Jansen')
})

test('rei-17: a coach does not see it', async () => {
  const { here } = await overseen()
  const coach = new Browser(siteOf(here.there), here.coach)
  expect((await coach.get('/werk/opdrachtgevers')).status).toBe(404)
})

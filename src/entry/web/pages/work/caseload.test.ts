import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { Browser, siteOf } from '#world/site.ts'
import { type World, type WorldAccount, world } from '#world/world.ts'
import { activate, recordNotice, startEngagement } from '#modules/practice/index.ts'

async function startClient(there: World, coach: WorldAccount, familyName: string): Promise<string> {
  return there.store.change(coach.for('intake'), async (tx) => {
    const person = { givenName: 'Sanne', familyName }
    const dossier = await startEngagement(tx, { kind: 're-integration', person })
    await recordNotice(dossier, { way: 'shown', language: 'nl' })
    await activate(dossier)
    return dossier.dossierId
  })
}

test('a coach without clients is shown the way to the first one', async () => {
  const there = await world()
  const coach = await there.account('Ilse Kramer', ['coach'])
  const seen = await new Browser(siteOf(there), coach).get('/werk')
  expect(seen.status).toBe(200)
  expect(seen.body).toContain('U hebt nog geen cliënten')
  expect(seen.body).toContain('href="/werk/nieuw"')
})

test('a coach sees the own clients, and a colleague does not', async () => {
  const there = await world()
  const site = siteOf(there)
  const coach = await there.account('Ilse Kramer', ['coach'])
  const colleague = await there.account('Bram Visser', ['coach'])
  const id = await startClient(there, coach, 'de Wit')
  const mine = await new Browser(site, coach).get('/werk')
  expect(mine.body).toContain(`href="/werk/dossiers/${id}"`)
  expect((await new Browser(site, colleague).get('/werk')).body).not.toContain(id)
  expect((await new Browser(site, colleague).get(`/werk/dossiers/${id}`)).status).toBe(404)
  const dossier = await new Browser(site, coach).get(`/werk/dossiers/${id}`)
  expect(dossier.status).toBe(200)
  expect(dossier.body).toContain('Sanne de Wit')
})

test('a visitor is asked to sign in', async () => {
  const there = await world()
  const seen = await new Browser(siteOf(there)).get('/werk')
  expect([seen.status, seen.to]).toEqual([303, '/inloggen?naar=%2Fwerk'])
})

test('an intake leads to the dossier, and the same form twice is one client', async () => {
  const there = await world()
  const coach = await there.account('Ilse Kramer', ['coach'])
  const browser = new Browser(siteOf(there), coach)
  const fields = {
    kind: 'outplacement',
    givenName: 'Aylin',
    familyName: 'Yıldız',
    bornOn: '1984-05-09',
    email: 'aylin@example.org',
    postcode: '1234ab',
    newPrincipal: 'Gemeente Voorbeeldstad',
    points: 'Plant te krap.',
    pointsChannel: 'email',
  }
  const formId = randomUUID()
  const first = await browser.submit('/werk/nieuw', fields, { formId })
  expect(first.status, first.body).toBe(303)
  const second = await browser.submit('/werk/nieuw', fields, { formId })
  expect(second.to).toBe(first.to)
  const list = await browser.get('/werk?q=yildiz')
  expect(list.body.match(/Yıldız, Aylin/g)).toHaveLength(1)
})

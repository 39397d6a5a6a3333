import { dayFromNow } from '#world/days.ts'
import { expect, test } from 'vitest'
import { bureau } from '#world/practice.ts'
import { Browser, siteOf } from '#world/site.ts'

test('baken-11: a practice ends in the browser: named, declared, confirmed by another, chosen by the client', async () => {
  const here = await bureau({ organisation: 'casework', kind: 'case-management' })
  const { there } = here
  const site = siteOf(there)
  const accounts = await Promise.all([
    there.account('J. Vuurtoren', ['manager']),
    there.account('Ruben Smit', ['officer']),
    there.account('Hanna Kustlicht', ['planner']),
  ])
  const [director, officer, successor] = accounts.map((account) => new Browser(site, account))
  const client = new Browser(site, here.client)
  if (!director || !officer || !successor) throw new Error('three accounts, three browsers')
  expect((await director.get('/einde')).body).toContain('Er is geen opvolger')
  expect((await client.get('/einde')).status).toBe(404)
  await director.submit('/einde/opvolger', { who: accounts[2].id })
  const soon = { reason: 'illness', endsOn: dayFromNow(3), chooseBy: dayFromNow(7) }
  const refused = await director.submit('/einde/melden', soon)
  expect(refused.body).toContain('minstens vier weken')
  expect(refused.body).toContain(`value="${dayFromNow(7)}"`)
  await director.submit('/einde/melden', { ...soon, chooseBy: dayFromNow(28) })
  const { body } = await officer.get('/einde')
  const confirm = /\/einde\/[0-9a-f-]+\/bevestigen/.exec(body)?.[0] ?? ''
  expect((await director.get('/einde')).body).not.toContain('/bevestigen')
  expect((await successor.get('/werk/opvolging')).status).toBe(404)
  expect((await client.get('/mijn/einde')).body).toContain('Wij stoppen niet')
  await officer.submit(confirm)
  expect((await successor.get('/werk/opvolging')).body).toContain('Wit, Sanne de')
  expect((await client.get('/mijn/einde')).body).toContain('Hanna Kustlicht zorgt voor')
  const overview = `/mijn/dossiers/${here.dossierId}`
  expect((await client.get(overview)).body).toContain('wat er met uw dossier gebeurt')
  await client.submit('/mijn/einde', { dossier: here.dossierId, choice: 'close' })
  expect((await client.get(overview)).body).not.toContain('wat er met uw dossier gebeurt')
  expect((await successor.get('/werk/opvolging')).body).toContain('afsluiten en bewaren')
  expect((await officer.get('/einde')).body).toContain('Kozen voor afsluiten')
})

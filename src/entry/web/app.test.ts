import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { csrfToken, signOut } from '#accounts/index.ts'
import { Browser, siteOf } from '#world/site.ts'
import { world } from '#world/world.ts'

test('a visitor sees the first page, and the account of whoever is signed in is named', async () => {
  const there = await world()
  const site = siteOf(there)
  const coach = await there.account('Ilse Kramer', ['coach'])
  const visitor = await new Browser(site).get('/')
  expect(visitor.status).toBe(200)
  expect(visitor.body).not.toContain('Ilse Kramer')
  expect((await new Browser(site, coach).get('/')).body).toContain('Ilse Kramer')
})

test('what is larger than any form is refused with a page that says so', async () => {
  const there = await world()
  const coach = await there.account('Ilse Kramer', ['coach'])
  const browser = new Browser(siteOf(there), coach)
  const file = new File([Buffer.alloc(27 * 1024 * 1024)], 'plan.pdf')
  const answer = await browser.submit('/inloggen', { file })
  expect(answer.status).toBe(409)
  expect(answer.body).toContain('hoogstens 10 MB')
})

test('what was typed comes back when the session ended meanwhile, and is done by nobody', async () => {
  const there = await world()
  const site = siteOf(there)
  const coach = await there.account('Ilse Kramer', ['coach'])
  const report = { what: 'Een map lag\nop de balie', discoveredOn: '2026-01-05' }
  const before = csrfToken(randomBytes(32))
  const otherTab = await new Browser(site, coach).submit('/incident', report, { token: before })
  expect(otherTab.status).toBe(409)
  expect(otherTab.body).toContain('Wat u typte, staat er nog')
  expect(otherTab.body).toContain('Een map lag\nop de balie</textarea>')
  await signOut(site.accounts, coach.session)
  const held = await new Browser(site, coach).submit('/incident', report)
  expect(held.status).toBe(409)
  expect(held.body).toContain('U bent uitgelogd')
  expect(held.body).toContain('name="what" value="Een map lag\nop de balie"')
  const secret = { current: 'mijn geheim', password: 'nieuw geheim', again: 'nieuw geheim' }
  const changing = await new Browser(site, coach).submit('/account/wachtwoord', secret)
  expect(changing).toMatchObject({ status: 303, to: '/inloggen' })
  const asked = `select count(*)::int as n from incidents`
  expect((await there.owner.query(asked)).rows).toEqual([{ n: 0 }])
})

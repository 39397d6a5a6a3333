import { expect, test } from 'vitest'
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
  expect(answer.body).toContain('hoogstens 25 MB')
})

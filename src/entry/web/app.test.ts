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

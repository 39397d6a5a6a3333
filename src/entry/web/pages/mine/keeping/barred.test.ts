import { expect, test } from 'vitest'
import { bureau } from '#world/practice.ts'
import { Browser, siteOf } from '#world/site.ts'

test('cas-10: what a law keeps is said before it is asked, and answered with a letter', async () => {
  const here = await bureau()
  await here.there.owner.query(
    `update retention_terms set keep = 'P15Y', at_least = 'P15Y' where part = 'dossier'`,
  )
  const browser = new Browser(siteOf(here.there), here.client)
  const path = `/mijn/dossiers/${here.dossierId}/verwijderen`
  expect((await browser.get(path)).body).toContain('een wet verplicht ons deze gegevens te bewaren')
  const asked = await browser.submit(path, {})
  expect(asked.status, asked.body).toBe(303)
  const answered = await browser.get(asked.headers.get('location') ?? '')
  expect(answered.status).toBe(200)
  expect(answered.body).toContain('Afgewezen')
  expect(answered.body).toContain('/mijn/rechten/vragen/restriction')
  expect(answered.body).toContain('/brief/')
})

import { expect, test } from 'vitest'
import { dayOf } from '#entry/web/components/index.ts'
import { bureau } from '#world/practice.ts'
import { Browser, siteOf } from '#world/site.ts'

const TODAY = dayOf(new Date())

test('rei-16: before closing the page says what is unfinished and when the dossier goes', async () => {
  const here = await bureau()
  await here.summary({ sent: false })
  const browser = new Browser(siteOf(here.there), here.coach)
  const seen = await browser.get(`/werk/dossiers/${here.dossierId}/afsluiten`)
  expect(seen.body).toContain('1 concept dat u nooit meer kunt versturen')
  expect(seen.body).toContain('vijf jaar na het einde van de dienst')
  expect(seen.body).toContain(`${Number(TODAY.slice(0, 4)) + 5}`)
})

test('rei-16: what the page announced is what the database reckons', async () => {
  const here = await bureau()
  const browser = new Browser(siteOf(here.there), here.coach)
  const path = `/werk/dossiers/${here.dossierId}`
  const [, announced] = /vernietigd op ([^.<]+)\./.exec(
    (await browser.get(`${path}/afsluiten`)).body,
  ) ?? ['', 'nothing']
  const closing = { outcome: 'completed', endedOn: TODAY }
  for (const closed of await browser.twice(`${path}/afsluiten`, closing)) {
    expect(closed.to).toBe(`${path}?gedaan=closed`)
  }
  expect((await browser.get(path)).body).toContain(`vernietigd, op ${announced}`)
})

test('a closed dossier is read and takes nothing more', async () => {
  const here = await bureau()
  await here.summary()
  const browser = new Browser(siteOf(here.there), here.coach)
  const path = `/werk/dossiers/${here.dossierId}`
  await browser.submit(`${path}/afsluiten`, { outcome: 'completed', endedOn: TODAY })
  expect((await browser.get(`${path}/gesprekken`)).body).not.toContain('/gesprekken/nieuw')
  for (const form of ['/gesprekken/nieuw', '/notities/nieuw', '/documenten/nieuw', '/afsluiten']) {
    expect([form, (await browser.get(path + form)).status]).toEqual([form, 404])
  }
  const note = { body: 'x', category: 'advice', source: 'own', channel: 'email' }
  expect((await browser.submit(`${path}/notities/nieuw`, note)).status).not.toBe(303)
  expect((await here.there.owner.query('select from notes')).rowCount).toBe(0)
})

test('a last day outside the service is refused beside the field', async () => {
  const here = await bureau()
  const browser = new Browser(siteOf(here.there), here.coach)
  const path = `/werk/dossiers/${here.dossierId}`
  const refused = await browser.submit(`${path}/afsluiten`, {
    outcome: 'completed',
    endedOn: '2020-01-01',
  })
  expect(refused.status).toBe(409)
  expect(refused.body).toContain('href="#field-endedOn"')
  expect(refused.body).toContain('value="2020-01-01"')
})

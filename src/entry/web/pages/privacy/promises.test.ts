import { expect, test } from 'vitest'
import { Browser, siteOf } from '#world/site.ts'
import { type World, type WorldAccount, world } from '#world/world.ts'

interface Desk {
  readonly there: World
  readonly officer: WorldAccount
  /** The officer's browser. */
  readonly browser: Browser
  readonly as: (account?: WorldAccount, language?: 'nl' | 'en') => Browser
}

async function desk(): Promise<Desk> {
  const there = await world()
  const site = siteOf(there)
  const officer = await there.account('Olga Mol', ['officer'])
  const as: Desk['as'] = (account, language = 'nl') => new Browser(site, account, language)
  return { there, officer, browser: as(officer), as }
}

/** Takes a right away by hand, which no statement did. */
const BREAK = 'revoke select (name) on members from org_reintegration__coaching'

test('before the first check no promise with a check is called kept', async () => {
  const { browser } = await desk()
  const { status, body } = await browser.get('/privacy')
  expect(status).toBe(200)
  expect(body).toContain('Er is nog niets nagegaan')
  expect(body).toContain('Niet op tijd nagegaan')
  expect(body).toContain('id="rei-16"')
})

test('the officer runs the checks and comes back to what they found', async () => {
  const { browser } = await desk()
  expect((await browser.submit('/privacy/nagaan')).to).toBe('/privacy?gedaan=proved')
  const { body } = await browser.get('/privacy?gedaan=proved')
  expect(body).toContain('De controles zijn uitgevoerd.')
  expect(body).toMatch(/Nagegaan op/)
  expect(body).toMatch(/gegevens nagekeken/)
  expect(body).not.toContain('promise-wrong')
})

test('a right that was taken away by hand turns its promises red, with what is wrong', async () => {
  const { there, browser, officer, as } = await desk()
  await there.owner.query(BREAK)
  await browser.submit('/privacy/nagaan')
  const { body } = await browser.get('/privacy?staat=broken')
  expect(body).toContain('Niet nagekomen')
  expect(body).toContain('echten of regels ontbreken in de database (1)')
  expect(body).not.toContain('id="rei-08"')
  expect((await as(officer, 'en').get('/privacy')).body).toContain('Broken')
  const clause = await browser.get('/privacy/beloften/rei-12')
  expect(clause.body).toContain('grant select(name) on members to org_reintegration__coaching')
})

test('the page of a promise tells what keeps it, its checks and earlier runs', async () => {
  const { browser } = await desk()
  await browser.submit('/privacy/nagaan')
  await browser.submit('/privacy/nagaan')
  const { status, body } = await browser.get('/privacy/beloften/rei-16')
  expect(status).toBe(200)
  expect(body).toContain('vijf jaar')
  expect(body).toContain('Bewaartermijn van het digitale dossier')
  expect(body).toContain('Verloop')
  expect(body).toMatch(/Nagekeken: \d+ /)
  expect((await browser.get('/privacy/beloften/rei-99')).status).toBe(404)
})

test('only the officer sees the promises with their evidence, or runs the checks', async () => {
  const { there, as } = await desk()
  const administrator = await there.account('Anna', ['administrator'])
  const coach = await there.account('Coach', ['coach'])
  const client = await there.account('Client')
  for (const other of [administrator, coach, client]) {
    expect((await as(other).get('/privacy')).status).toBe(404)
    expect((await as(other).get('/privacy/beloften/rei-16')).status).toBe(404)
    expect((await as(other).submit('/privacy/nagaan')).status).toBe(404)
  }
  expect((await as().get('/privacy')).to).toMatch(/^\/inloggen/)
  const { rows } = await there.owner.query('select id from proofs')
  expect(rows).toEqual([])
})

test('anyone sees whether a promise is kept and when that was checked, and not what is wrong', async () => {
  const { there, browser, as } = await desk()
  await there.owner.query(BREAK)
  await browser.submit('/privacy/nagaan')
  const list = await as().get('/beloften')
  expect(list.status).toBe(200)
  expect(list.body).toContain('Niet nagekomen')
  expect(list.body).toMatch(/Nagegaan op/)
  expect(list.body).not.toContain('members')
  expect(list.body).not.toContain('promise-wrong')
  const statement = await as().get('/verklaring')
  expect(statement.body).toMatch(/href="\/beloften#rei-16"/)
  expect(statement.body).toMatch(/Niet nagekomen <time/)
  expect((await as(undefined, 'en').get('/beloften')).body).toContain('Do we keep our promises?')
})

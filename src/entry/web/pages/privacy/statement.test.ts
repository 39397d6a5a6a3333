import { expect, test } from 'vitest'
import { provision } from '#modules/provision.ts'
import { asOwner } from '#store/owner.ts'
import { type StatementSource, toStatementFolder } from '#store/statement-files.ts'
import { Browser, siteOf } from '#world/site.ts'
import { type World, world } from '#world/world.ts'

interface Desk {
  readonly there: World
  readonly browser: Browser
  readonly english: Browser
}

async function desk(): Promise<Desk> {
  const there = await world()
  const site = siteOf(there)
  const officer = await there.account('Olga Mol', ['officer'])
  return { there, browser: new Browser(site, officer), english: new Browser(site, officer, 'en') }
}

/** Applies the statement with its declarations changed. */
async function reapply(there: World, change: (yaml: string) => string): Promise<void> {
  const { rows } = await there.owner.query<{ source: StatementSource }>(
    'select source from statements order by applied_at desc limit 1',
  )
  const source = rows[0]?.source ?? {}
  const folder = toStatementFolder(there.organisation, {
    ...source,
    'statement.yaml': change(source['statement.yaml'] ?? ''),
  })
  await asOwner(there.installation.url, (owner) => provision(owner, folder))
}

const PAGES = ['', '/plan', '/teksten', '/versies'].map((part) => `/privacy/verklaring${part}`)

test.each(PAGES)('%s is the officer’s, in both languages', async (path) => {
  const { there, browser, english } = await desk()
  expect((await browser.get(path)).body).toContain('Wat zij regelt')
  expect((await english.get(path)).body).toContain('What it settles')
  const administrator = await there.account('Anna', ['administrator'])
  expect((await new Browser(siteOf(there), administrator).get(path)).status).toBe(404)
})

test('the officer sees what the statement settles, in words', async () => {
  const { browser } = await desk()
  const { body } = await browser.get('/privacy/verklaring')
  expect(body).toContain('u begeleiden naar passend werk')
  expect(body).toContain(
    'de waarnemende coach (na toestemming voor waarneming door een andere coach, alleen tijdens de afwezigheid van uw coach)',
  )
  expect(body).toContain('Gezondheid, op grond van het arbeidsrecht')
  expect(body).toContain('Vijf jaar')
  expect(body).toContain('Toetshuis Voorbeeld')
  expect(body).toContain('Tot en met 31 december 2028')
  expect(body).toContain('elke dag')
})

test('an agreement that lapsed is marked', async () => {
  const { there, browser } = await desk()
  await reapply(there, (yaml) =>
    yaml
      .replace('version: 4', 'version: 5')
      .replace('in-force: 2026-09-01', 'in-force: 2020-09-01')
      .replace('agreement: { until: 2028-12-31 }', 'agreement: { until: 2021-01-31 }'),
  )
  const { body } = await browser.get('/privacy/verklaring')
  expect(body).toContain('Verlopen op 31 januari 2021')
})

test('the officer sees whether the database follows the statement', async () => {
  const { there, browser } = await desk()
  expect((await browser.get('/privacy/verklaring')).body).toContain('Nog niet nagegaan')
  await browser.submit('/privacy/nagaan')
  const equal = await browser.get('/privacy/verklaring')
  expect(equal.body).toContain('De database doet precies wat de verklaring zegt')
  await there.owner.query('grant select (name) on members to org_reintegration__accountability')
  await browser.submit('/privacy/nagaan')
  const differs = await browser.get('/privacy/verklaring/plan')
  expect(differs.body).toContain('De database wijkt op 1 punt af van de verklaring')
})

test('the plan is told in sentences, each part under its own heading', async () => {
  const { browser } = await desk()
  const { body } = await browser.get('/privacy/verklaring/plan?deel=bewaren')
  expect(body).toContain('digitale dossier: vijf jaar na het einde van de dienst')
  expect(body).not.toContain('De activiteit "begeleiding" is de rol')
  const roles = await browser.get('/privacy/verklaring/plan?deel=rollen')
  expect(roles.body).toContain('is de rol org_reintegration__coaching.')
})

test('the texts stand side by side, each in its own language and with the ids of its promises', async () => {
  const { browser } = await desk()
  const { body } = await browser.get('/privacy/verklaring/teksten')
  const sides = [...body.matchAll(/<div lang="(nl|en)"><span class="muted">rei-16.{0,120}/g)]
  expect(
    sides.map(([side, language]) => [language, /vijf jaar|five years/.exec(side)?.[0]]),
  ).toEqual([
    ['nl', 'vijf jaar'],
    ['en', 'five years'],
  ])
  const ids = [...body.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

test('what changes between two versions is told, with whether less or more may be done', async () => {
  const { there, browser } = await desk()
  expect((await browser.get('/privacy/verklaring/versies')).body).toContain('nog maar één versie')
  await reapply(there, (yaml) =>
    yaml
      .replace('version: 4', 'version: 5')
      .replace('keep: P5Y\n    sooner', 'keep: P2Y\n    sooner'),
  )
  const { body } = await browser.get('/privacy/verklaring/versies')
  expect(body).toContain('Wat er verandert van versie 4 naar versie 5')
  expect(body).toMatch(/van vijf jaar naar twee jaar/)
  expect(body).toContain('Minder toegestaan')
  const back = await browser.get('/privacy/verklaring/versies?van=5&naar=4')
  expect(back.body).toContain('Meer toegestaan')
  const same = await browser.get('/privacy/verklaring/versies?van=5&naar=5')
  expect(same.body).toContain('Er is geen verschil')
})

test('a version that is made true again keeps the moment at which it first was', async () => {
  const { there, browser } = await desk()
  await there.owner.query(`update publications set applied_at = '2026-03-05 10:00+01'`)
  await there.owner.query('update statements set applied_at = now()')
  expect((await browser.get('/verklaring/versies')).body).toContain('5 maart 2026')
})

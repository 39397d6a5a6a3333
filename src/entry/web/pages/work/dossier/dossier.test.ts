import { expect, test } from 'vitest'
import { type Bureau, bureau, POST } from '#world/practice.ts'
import { Browser, siteOf } from '#world/site.ts'
import { answerConsent, disputeSummary } from '#modules/practice/index.ts'
import { DESKS } from '#entry/web/pages/work/desk.ts'

const TABS = [
  '',
  '/gesprekken',
  '/notities',
  '/documenten',
  '/toestemmingen',
  '/verstrekkingen',
  '/zoeken',
]
const FORMS = [
  '/begin',
  '/uitnodigen',
  '/gegevens',
  '/afsluiten',
  '/gesprekken/nieuw',
  '/notities/nieuw',
  '/documenten/nieuw',
  '/toestemmingen/partnercoach',
  '/verstrekkingen/nieuw',
]

function pathOf({ dossierId }: Bureau): string {
  return `/werk/dossiers/${dossierId}`
}

test('a coach opens every part of the own dossier, in both languages', async () => {
  const here = await bureau()
  await here.summary({ sent: false })
  const site = siteOf(here.there)
  for (const language of ['nl', 'en'] as const) {
    const browser = new Browser(site, here.coach, language)
    for (const part of [...TABS, ...FORMS]) {
      const seen = await browser.get(pathOf(here) + part)
      expect([part, seen.status]).toEqual([part, 200])
      expect(seen.body).toContain(`<html lang="${language}"`)
      expect(seen.body.match(/<h1/g)).toHaveLength(1)
      expect(seen.body).toContain('Sanne de Wit')
    }
  }
})

test('rei-12: a colleague gets no part of it, and neither does the client at the desk of a coach', async () => {
  const here = await bureau()
  const site = siteOf(here.there)
  const colleague = new Browser(site, await here.there.account('Bram Visser', ['coach']))
  const client = new Browser(site, here.client)
  for (const part of [...TABS, ...FORMS]) {
    for (const { path } of DESKS) {
      const address = `${path}/${here.dossierId}${part}`
      expect([address, (await colleague.get(address)).status]).toEqual([address, 404])
      expect([address, (await client.get(address)).status]).toEqual([address, 404])
    }
  }
})

test('every page of a dossier that is drawn is in the ledger, once', async () => {
  const here = await bureau()
  const browser = new Browser(siteOf(here.there), here.coach)
  const opened = async (): Promise<number> => {
    const { rows } = await here.there.owner.query<{ count: number }>(
      `select count(*)::integer as count from ledger where act = 'opened' and dossier_id = $1`,
      [here.dossierId],
    )
    return rows[0]?.count ?? 0
  }
  const before = await opened()
  await browser.get(`${pathOf(here)}/notities`)
  expect(await opened()).toBe(before + 1)
})

test('an address that is not one of a dossier is not found', async () => {
  const here = await bureau()
  const browser = new Browser(siteOf(here.there), here.coach)
  expect((await browser.get('/werk/dossiers/1')).status).toBe(404)
  expect((await browser.get(`${pathOf(here)}/notities/x`)).status).toBe(404)
  expect((await browser.get(`${pathOf(here)}/niets`)).status).toBe(404)
})

test('what waits leads to where it is done, and what was said stands there', async () => {
  const here = await bureau()
  const summaryId = await here.summary()
  await here.asClient((tx) =>
    disputeSummary(tx, { summaryId, words: 'Het waren er 14.', post: POST }),
  )
  const browser = new Browser(siteOf(here.there), here.coach)
  const overview = await browser.get(pathOf(here))
  expect(overview.body).toContain('niet eens met de samenvatting van 3 november 2026')
  const [, href] = /href="([^"]+\/gesprekken\/[0-9a-f-]{36})"/.exec(overview.body) ?? []
  expect((await browser.get(href ?? '')).body).toContain('Het waren er 14.')
})

test('rei-12: who has access is told as it is: a partner coach only after the client agreed', async () => {
  const here = await bureau()
  const partner = await here.there.account('Bram Visser', ['coach'])
  const browser = new Browser(siteOf(here.there), here.coach)
  const ask = await browser.submit(`${pathOf(here)}/toestemmingen/partnercoach`, {
    coachId: partner.id,
    language: 'nl',
  })
  expect(ask.status, ask.body).toBe(303)
  expect((await browser.get(pathOf(here))).body).not.toContain('Bram Visser')
  const theirs = new Browser(siteOf(here.there), partner)
  expect((await theirs.get(pathOf(here))).status).toBe(404)
  const { rows } = await here.there.owner.query<{ id: string }>('select id from consent_requests')
  await here.asClient((tx) =>
    answerConsent(tx, { requestId: rows[0]?.id ?? '', decision: 'given', post: POST }),
  )
  expect((await browser.get(pathOf(here))).body).toContain('Bram Visser')
  expect((await theirs.get(pathOf(here))).status).toBe(200)
})

test('where the statement gives an activity less, the page shows less', async () => {
  const here = await bureau()
  const { owner } = here.there
  await owner.query('revoke select on notes from org_reintegration__coaching')
  await owner
    .query(
      `select format('revoke select (%I) on notes from org_reintegration__coaching', attname) as sql
     from pg_attribute where attrelid = 'notes'::regclass and attnum > 0`,
    )
    .then(async ({ rows }) => {
      for (const { sql } of rows as { sql: string }[]) await owner.query(sql)
    })
  const browser = new Browser(siteOf(here.there), here.coach)
  const seen = await browser.get(pathOf(here))
  expect(seen.status).toBe(200)
  expect(seen.body).not.toContain('/notities')
  expect(seen.body).toContain('/documenten')
})

test('rei-12: the coach is not shown who looked, for the statement gives that to the client', async () => {
  const here = await bureau()
  const browser = new Browser(siteOf(here.there), here.coach)
  expect((await browser.get(pathOf(here))).body).not.toContain('/wie-keek')
  expect((await browser.get(`${pathOf(here)}/wie-keek`)).status).toBe(404)
})

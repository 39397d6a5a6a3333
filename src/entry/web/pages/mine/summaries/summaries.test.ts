import { expect, test } from 'vitest'
import { replaceSummary, sendSummary } from '#modules/practice/index.ts'
import { outcomes } from '#world/outcomes.ts'
import { type Bureau, bureau, POST } from '#world/practice.ts'
import { Browser, siteOf } from '#world/site.ts'

function clientOf(here: Bureau, language: 'nl' | 'en' = 'nl'): Browser {
  return new Browser(siteOf(here.there), here.client, language)
}

async function waiting(): Promise<{ here: Bureau; browser: Browser; id: string; path: string }> {
  const here = await bureau()
  const id = await here.summary({ body: 'Wij spraken over uw uren.' })
  const path = `/mijn/dossiers/${here.dossierId}/samenvattingen`
  return { here, browser: clientOf(here), id, path }
}

async function count({ there }: Bureau, table: 'approvals' | 'disputes'): Promise<number> {
  const { rows } = await there.owner.query<{ n: number }>(`select count(*)::int as n from ${table}`)
  return rows[0]?.n ?? 0
}

test('rei-10: the client reads a summary that was sent, and approves it in one act', async () => {
  const { here, browser, id, path } = await waiting()
  const { body } = await browser.get(path)
  expect(body).toContain('Wij spraken over uw uren.')
  expect(body).toContain(`action="${path}/${id}/goedkeuring"`)
  const answer = await browser.submit(`${path}/${id}/goedkeuring`)
  expect(answer.to).toBe(`${path}?gedaan=summary-approved`)
  const after = (await browser.get(`${path}/${id}`)).body
  expect(after).toContain('U keurde dit goed')
  expect(after).not.toContain('goedkeuring"')
  expect(await count(here, 'approvals')).toBe(1)
})

test('rei-10: approving twice, also at once, approves once and mails the coach once', async () => {
  const { here, browser, id, path } = await waiting()
  const approve = () => browser.submit(`${path}/${id}/goedkeuring`)
  await outcomes([approve(), approve()])
  expect((await approve()).to).toBe(`${path}?gedaan=summary-approved`)
  expect(await count(here, 'approvals')).toBe(1)
  const { rows } = await here.there.owner.query(
    `select from gestand.mails where kind = 'summary-answered'`,
  )
  expect(rows).toHaveLength(1)
})

test('rei-10: the client disputes a summary in their own words, which stay with it', async () => {
  const { here, browser, id, path } = await waiting()
  const words = 'Ik werkte twaalf uur, niet tien.\nDat staat in het rooster.'
  const answer = await browser.submit(`${path}/${id}/weerwoord`, { words })
  expect(answer.to).toBe(`${path}?gedaan=summary-disputed`)
  expect((await browser.get(`${path}/${id}`)).body).toContain('Ik werkte twaalf uur, niet tien.')
  const approval = await browser.submit(`${path}/${id}/goedkeuring`)
  expect(approval.status).toBe(409)
  expect(approval.body).toContain('Op deze samenvatting is al geantwoord.')
  expect(await count(here, 'approvals')).toBe(0)
})

test('rei-10: a dispute without words keeps the page and explains, and nothing is written', async () => {
  const { here, browser, id, path } = await waiting()
  const answer = await browser.submit(`${path}/${id}/weerwoord`, { words: '  \n ' })
  expect(answer.status).toBe(422)
  expect(answer.body).toContain('Schrijf op wat er niet klopt.')
  expect(answer.body).toContain('Wij spraken over uw uren.')
  expect(await count(here, 'disputes')).toBe(0)
})

test('rei-10: what was typed is not lost when the summary was answered meanwhile', async () => {
  const { here, browser, id, path } = await waiting()
  await browser.submit(`${path}/${id}/goedkeuring`)
  const answer = await browser.submit(`${path}/${id}/weerwoord`, { words: 'Toch niet goed.' })
  expect(answer.status).toBe(409)
  expect(answer.body).toContain('Toch niet goed.')
  expect(await count(here, 'disputes')).toBe(0)
  expect((await browser.get(`${path}/${id}/weerwoord`)).body).not.toContain('<textarea')
})

test('rei-10: a new version stands before the earlier ones, with the words beside those', async () => {
  const { here, browser, id, path } = await waiting()
  await browser.submit(`${path}/${id}/weerwoord`, { words: 'Twaalf uur.' })
  const next = await here.asCoach(async (tx) => {
    const summaryId = await replaceSummary(tx, { replaces: id, body: 'Twaalf uur besproken.' })
    await sendSummary(tx, { summaryId, post: POST })
    return summaryId
  })
  const { body } = await browser.get(`${path}/${id}`)
  expect(body.indexOf('Twaalf uur besproken.')).toBeGreaterThan(0)
  expect(body.indexOf('Twaalf uur besproken.')).toBeLessThan(body.indexOf('Wij spraken over'))
  expect(body).toContain('Eerdere versies')
  expect(body).toContain(`action="${path}/${next}/goedkeuring"`)
  expect((await browser.submit(`${path}/${id}/goedkeuring`)).body).toContain('nieuwere versie')
})

test('rei-10: a draft is marked as one and cannot be answered', async () => {
  const here = await bureau()
  const id = await here.summary({ sent: false, body: 'Nog niet af.' })
  const browser = clientOf(here)
  const path = `/mijn/dossiers/${here.dossierId}/samenvattingen/${id}`
  const { body } = await browser.get(path)
  expect(body).toContain('Nog niet af.')
  expect(body).toContain('Dit is een concept.')
  expect(body).not.toContain('goedkeuring"')
  expect((await browser.submit(`${path}/goedkeuring`)).status).toBe(409)
  expect(await count(here, 'approvals')).toBe(0)
})

test('rei-12: nobody else reads or answers it, and no form of another site does', async () => {
  const { here, browser, id, path } = await waiting()
  const other = await here.there.account('Iemand Anders')
  const stranger = new Browser(siteOf(here.there), other)
  for (const page of [path, `${path}/${id}`, `${path}/${id}/weerwoord`]) {
    expect((await stranger.get(page)).status).toBe(404)
  }
  expect((await stranger.submit(`${path}/${id}/goedkeuring`)).status).toBe(404)
  const foreign = await browser.submit(`${path}/${id}/goedkeuring`, {}, { token: 'anders' })
  expect(foreign.status).toBe(409)
  expect(foreign.body).toContain('Dit formulier is verlopen.')
  expect(await count(here, 'approvals')).toBe(0)
})

test('the pages speak English to who asked for that', async () => {
  const { here, path, id } = await waiting()
  const { body } = await clientOf(here, 'en').get(`${path}/${id}`)
  expect(body).toContain('Summary of the consult of 3 November 2026')
  expect(body).toContain('Yes, this is right')
  expect(body).toContain('of each consult')
})

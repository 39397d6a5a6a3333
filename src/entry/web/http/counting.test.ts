import { expect, test } from 'vitest'
import type { PageVisit } from '#duties/page-visits/visit-log.ts'
import { createApp } from '#entry/web/app.tsx'
import { Browser, siteOf } from '#world/site.ts'
import { type World, world } from '#world/world.ts'
import type { Site } from './site.ts'

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

/** The public pages of a world, and what is counted of them. */
class Visitors {
  readonly there: World
  readonly noted: PageVisit[] = []
  readonly site: Site

  constructor(there: World) {
    this.there = there
    this.site = { ...siteOf(there), visits: { note: (visit) => this.noted.push(visit) } }
  }

  async look(path: string, headers: Record<string, string> = {}): Promise<Response> {
    this.noted.length = 0
    return createApp(this.site).request(`http://localhost${path}`, {
      headers: { 'user-agent': FIREFOX, host: 'localhost', ...headers },
    })
  }
}

async function visitors(): Promise<Visitors> {
  return new Visitors(await world())
}

test('a public page that a visitor sees is counted by its address, without what is asked of it', async () => {
  const here = await visitors()
  await here.look('/verklaring?van=nieuwsbrief#rei-01')
  expect(here.noted).toEqual([
    {
      organisation: here.there.organisation,
      page: '/verklaring',
      language: 'nl',
      place: `192.0.2.7\n${FIREFOX}`,
    },
  ])
})

test('what is not there, is for one reader or has a number in its address is not counted', async () => {
  const here = await visitors()
  for (const path of ['/bestaat-niet', '/mijn', '/verklaring/versies/1', '/demo/post']) {
    await here.look(path)
    expect(here.noted, path).toEqual([])
  }
})

test.each([
  ['a choice made here', { cookie: 'niet-tellen=1' }],
  ['Do Not Track', { dnt: '1' }],
  ['Global Privacy Control', { 'sec-gpc': '1' }],
])('by %s nothing is counted', async (_, headers) => {
  const here = await visitors()
  await here.look('/', headers)
  expect(here.noted).toEqual([])
})

test.each([
  ['a program', { 'user-agent': 'ExampleBot/2.1 (+https://example.org/bot)' }],
  ['a page that is fetched ahead', { 'sec-purpose': 'prefetch;prerender' }],
])('%s is not counted', async (_, headers) => {
  const here = await visitors()
  await here.look('/', headers)
  expect(here.noted).toEqual([])
})

test('whoever is signed in is not counted', async () => {
  const here = await visitors()
  const coach = await here.there.account('Ilse Kramer', ['coach'])
  here.noted.length = 0
  await new Browser(here.site, coach).get('/')
  expect(here.noted).toEqual([])
})

test('reg-11: whoever refuses sees exactly the same pages as whoever does not', async () => {
  const here = await visitors()
  const visitor = `bezoek=${(await here.look('/')).headers.get('set-cookie')?.match(/bezoek=([^;]+)/)?.[1]}`
  for (const path of ['/', '/verklaring', '/beloften', '/verzoek', '/klacht', '/inloggen']) {
    const counted = await here.look(path, { cookie: visitor })
    const refused = await here.look(path, { cookie: `${visitor}; niet-tellen=1` })
    expect(refused.status).toBe(counted.status)
    expect(plain(await refused.text()), path).toBe(plain(await counted.text()))
  }
})

test('refusing is one button, which keeps the choice in this browser and nowhere else', async () => {
  const here = await visitors()
  const browser = new Browser(here.site)
  const refused = await browser.submit('/cookies', { tellen: 'nee' })
  expect(refused.headers.get('set-cookie')).toContain('niet-tellen=1')
  const again = await browser.submit('/cookies', { tellen: 'ja' })
  expect(again.headers.get('set-cookie')).toContain('niet-tellen=; Path=/')
  expect((await here.look('/cookies', { cookie: 'niet-tellen=1' })).status).toBe(200)
})

/** Forms have an id and a token of their own each time they are drawn. */
function plain(body: string): string {
  return body
    .replaceAll(/value="[\w-]{40,}"/g, 'token')
    .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id')
}

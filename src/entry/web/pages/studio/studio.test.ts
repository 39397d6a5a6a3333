import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { publishDue } from '#modules/publisher.ts'
import { Browser, siteOf } from '#world/site.ts'
import { type World, world } from '#world/world.ts'

interface Desk {
  readonly there: World
  readonly officer: Browser
  readonly director: Browser
  readonly visitor: Browser
}

async function desk(): Promise<Desk> {
  const there = await world()
  const site = siteOf(there)
  return {
    there,
    officer: new Browser(site, await there.account('Ruben Smit', ['officer'])),
    director: new Browser(site, await there.account('B. van der Brug', ['manager'])),
    visitor: new Browser(site),
  }
}

/** Begins a draft and answers with its address. */
async function begun({ officer }: Desk): Promise<string> {
  const { to } = await officer.submit('/privacy/studio/nieuw')
  return to?.replace(/\/regels.*$/, '') ?? ''
}

/** Changes a file of a draft as somebody who types in the form. */
async function write(
  browser: Browser,
  path: string,
  change: (text: string) => string,
): Promise<{ status: number; body: string }> {
  const { body } = await browser.get(path)
  const typed = /<textarea[^>]*>([\s\S]*?)<\/textarea>/.exec(body)?.[1] ?? ''
  const text = unescape(typed)
  const after = /name="after" value="(\d+)"/.exec(body)?.[1] ?? ''
  return browser.submit(path, { text: change(text), after })
}

const ENTITIES = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' } as const

function unescape(html: string): string {
  return Object.entries(ENTITIES).reduce(
    (text, [entity, sign]) => text.replaceAll(entity, sign),
    html,
  )
}

function fieldOf(body: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]+)"`).exec(body)?.[1] ?? ''
}

test('rei-19, cas-21, zor-09: from draft to a version in force, by two people, in the browser', async () => {
  const here = await desk()
  const { there, officer, director, visitor } = here
  const path = await begun(here)
  const day = (await there.owner.query<{ d: string }>('select gestand.today()::text as d')).rows[0]
  await write(officer, `${path}/regels`, (yaml) =>
    yaml
      .replace(/^in-force:.*$/m, `in-force: ${day?.d}`)
      .replace('keep: P5Y\n    sooner', 'keep: P2Y\n    sooner'),
  )
  const overview = await officer.get(path)
  expect(overview.body).toContain('bewaren gaat van vijf jaar naar twee jaar')
  expect(overview.body).toContain('Minder toegestaan')
  expect(overview.body).toContain('Niemand krijgt of verliest toegang')
  const revision = fieldOf(overview.body, 'revision')
  expect((await officer.submit(`${path}/voorstellen`, { revision })).to).toContain('draft-proposed')
  const own = await officer.get(path)
  expect(own.body).toContain('Wacht op iemand anders')
  expect(own.body).not.toContain('Goedkeuren en aankondigen')
  const asked = await director.get(path)
  const proposal = fieldOf(asked.body, 'proposal')
  const tried = await officer.submit(`${path}/goedkeuren`, { proposal })
  expect(tried.body).toContain('Iemand anders moet het goedkeuren')
  expect((await director.submit(`${path}/goedkeuren`, { proposal })).to).toContain('draft-approved')
  expect(await publishDue(there.installation.url, there.organisation)).toEqual([5])
  expect((await director.get(path)).body).toContain('Goedgekeurd door B. van der Brug')
  const difference = await visitor.get('/verklaring/verschil?naar=5')
  expect(difference.body).toContain('bewaren gaat van vijf jaar naar twee jaar')
  expect(difference.body).toContain('twee jaar')
  const old = await visitor.get('/verklaring/versies/4')
  expect(old.body).toContain('Dit is een oude versie')
  expect(old.body).toContain('vijf jaar')
  expect((await visitor.get('/verklaring/versies/6')).status).toBe(404)
})

test('what is wrong stands under its line, with what was probably meant', async () => {
  const here = await desk()
  const path = await begun(here)
  const saved = await write(here.officer, `${path}/regels`, (yaml) =>
    yaml.replace('  conversation-reports: {}', '  conversation-report: {}'),
  )
  expect(saved.status).toBe(303)
  const { body } = await here.officer.get(`${path}/regels`)
  expect(body).toMatch(/<span class="source-number">\d+<\/span><code> {2}conversation-report: {}/)
  expect(body).toMatch(/Fout, regel \d+, teken 3:/)
  expect(body).toContain('Bedoelde u &quot;conversation-reports&quot;?')
  const overview = await here.officer.get(path)
  expect(overview.body).toContain('Het concept klopt nog niet')
  expect(overview.body).not.toContain('Voorstellen aan een ander')
  const english = new Browser(
    siteOf(here.there),
    await here.there.account('Sam', ['officer']),
    'en',
  )
  expect((await english.get(`${path}/regels`)).body).toMatch(/Error, line \d+, column 3:/)
})

test('a file of which nothing can be read is kept as it was typed', async () => {
  const here = await desk()
  const path = await begun(here)
  await write(here.officer, `${path}/regels`, () => 'version: [\n  <b>not yaml')
  const { body, status } = await here.officer.get(`${path}/regels`)
  expect(status).toBe(200)
  expect(body).toContain('&lt;b&gt;not yaml')
  expect((await here.officer.get(path)).body).toContain('Concept zonder versienummer')
})

test('who saves after somebody else is told so, and keeps what was typed', async () => {
  const here = await desk()
  const path = await begun(here)
  const first = await here.director.get(`${path}/nl`)
  const after = fieldOf(first.body, 'after')
  await write(here.officer, `${path}/nl`, (text) => `${text}\nEen zin van de functionaris.`)
  const late = await here.director.submit(`${path}/nl`, { text: '# Mijn tekst', after })
  expect(late.status).toBe(409)
  expect(late.body).toContain('Iemand anders bewaarde dit concept intussen')
  expect(late.body).toContain('# Mijn tekst')
})

test('a draft goes out as a zip and comes back as another draft', async () => {
  const here = await desk()
  const path = await begun(here)
  const zip = await here.officer.download(`${path}/map.zip`)
  expect(Object.keys(unzipSync(zip)).toSorted()).toEqual([
    'reintegration/statement.yaml',
    'reintegration/text.en.md',
    'reintegration/text.nl.md',
  ])
  const files = new File([zip], 'map.zip')
  const { to } = await here.officer.submit('/privacy/studio/inlezen', { files })
  expect(to).toContain('gedaan=draft-begun')
  expect((await here.officer.get(to?.replace(/\?.*/, '') ?? '')).body).toContain('Versie 5')
  const wrong = new File(['nothing of the kind'], 'x.zip')
  const refused = await here.officer.submit('/privacy/studio/inlezen', { files: wrong })
  expect(refused.body).toContain('In dit bestand staat geen verklaring')
})

test('a proposal goes back with what must be better, and a draft can be dropped', async () => {
  const here = await desk()
  const { officer, director } = here
  const path = await begun(here)
  const { body } = await officer.get(path)
  await officer.submit(`${path}/voorstellen`, { revision: fieldOf(body, 'revision') })
  const reason = 'De einddatum ontbreekt.'
  expect((await director.submit(`${path}/terugsturen`, { reason: '' })).status).toBe(422)
  expect((await director.submit(`${path}/terugsturen`, { reason })).to).toContain('draft-returned')
  const back = await officer.get(path)
  expect(back.body).toContain('Teruggestuurd door B. van der Brug')
  expect(back.body).toContain(reason)
  expect((await officer.get(`${path}/verwijderen`)).body).toContain('Alles wat in dit concept')
  expect((await officer.submit(`${path}/verwijderen`)).to).toContain('draft-discarded')
  expect((await officer.get('/privacy/studio')).body).toContain('Er is geen concept')
})

test('the studio is for those who draft and approve', async () => {
  const here = await desk()
  const path = await begun(here)
  const site = siteOf(here.there)
  for (const functions of [['coach'], ['administrator'], []]) {
    const browser = new Browser(site, await here.there.account('Iemand', functions))
    for (const page of ['/privacy/studio', path, `${path}/regels`, `${path}/map.zip`]) {
      expect((await browser.get(page)).status).toBe(404)
    }
    expect((await browser.submit('/privacy/studio/nieuw')).status).toBe(404)
  }
  expect((await here.visitor.get(path)).to).toMatch(/^\/inloggen/)
})

test('rei-19, cas-21, zor-09: an announced version can be read, and says that it does not apply yet', async () => {
  const here = await desk()
  const { officer, director, visitor } = here
  expect((await visitor.get('/verklaring/verschil')).body).toContain('Er is maar één versie')
  const path = await begun(here)
  const { body } = await officer.get(path)
  await officer.submit(`${path}/voorstellen`, { revision: fieldOf(body, 'revision') })
  const proposal = fieldOf((await director.get(path)).body, 'proposal')
  await director.submit(`${path}/goedkeuren`, { proposal })
  expect((await visitor.get('/verklaring')).body).toContain('Er komt een nieuwe versie')
  expect((await visitor.get('/verklaring/versies')).body).toContain('Aangekondigd')
  expect((await visitor.get('/verklaring/versies/5')).body).toContain('Zij geldt nog niet')
  expect((await visitor.get('/verklaring/verschil?naar=5')).body).toContain('geldt nog niet')
  expect((await officer.get('/privacy/studio')).body).toContain('Aangekondigd')
})

test('rei-19, cas-21, zor-09: a version that the operator announced is taken back by two people', async () => {
  const { there, officer, director, visitor } = await desk()
  await there.owner.query(
    `insert into publications (version, in_force, source)
     select 5, gestand.today() + 30, source from statements`,
  )
  expect((await officer.get('/privacy/studio')).body).toContain('/privacy/studio/aankondigingen/5')
  const path = '/privacy/studio/aankondigingen/5'
  expect((await officer.get(path)).body).toContain('De systeembeheerder kondigde haar aan')
  expect((await visitor.get(path)).status).not.toBe(200)
  await officer.submit(path, { reason: 'De termijn klopt niet.' })
  expect((await officer.submit(`${path}/ja`)).to).toBeNull()
  expect((await director.get(path)).body).toContain('De termijn klopt niet.')
  expect((await director.submit(`${path}/ja`)).to).toContain('retraction-done')
  expect((await officer.get(path)).body).toContain('Deze versie is teruggenomen')
  const { rows } = await there.owner.query(
    'select version from publications where retracted_at is not null',
  )
  expect(rows).toEqual([{ version: 5 }])
})

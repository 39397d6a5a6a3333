import { dayFromNow } from '#world/days.ts'
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { bureau } from '#world/bureau.ts'
import { Browser, siteOf } from '#world/site.ts'
import type { World, WorldAccount } from '#world/world.ts'

interface Office {
  readonly there: World
  readonly officer: Browser
  readonly director: Browser
  readonly coach: Browser
  readonly client: Browser
  readonly visitor: Browser
  readonly as: (account: WorldAccount, language?: 'nl' | 'en') => Browser
  readonly people: Readonly<Record<'officer' | 'director' | 'coach' | 'client', WorldAccount>>
}

async function office(): Promise<Office> {
  const { there, coach, client } = await bureau()
  const officer = await there.account('Ruben Smit', ['officer'])
  const director = await there.account('B. van der Brug', ['manager'])
  const site = siteOf(there)
  const as = (account: WorldAccount, language: 'nl' | 'en' = 'nl') =>
    new Browser(site, account, language)
  return {
    there,
    as,
    officer: as(officer),
    director: as(director),
    coach: as(coach),
    client: as(client),
    visitor: new Browser(site),
    people: { officer, director, coach, client },
  }
}

const OFFICE_PAGES = [
  '/privacy/register',
  '/privacy/register/coaching',
  '/privacy/verwerkers',
  '/privacy/verwerkers/nieuw',
  '/privacy/beoordelingen',
  '/privacy/beoordelingen/nieuw',
  '/privacy/incidenten',
  '/privacy/klachten',
  '/privacy/klachten/nieuw',
  '/privacy/nakijken',
]

test('the pages of the officer are for the officer, in both languages', async () => {
  const { as, people, coach, client, visitor } = await office()
  for (const path of OFFICE_PAGES) {
    for (const language of ['nl', 'en'] as const) {
      const seen = await as(people.officer, language).get(path)
      expect([path, seen.status]).toEqual([path, 200])
      expect(seen.body).toContain(`<html lang="${language}"`)
    }
    for (const other of [coach, client]) expect((await other.get(path)).status).toBe(404)
    expect((await visitor.get(path)).to).toMatch(/^\/inloggen/)
  }
})

test('the register leaves as a workbook, on paper, as linked data and as lines of the ledger', async () => {
  const { officer, coach, visitor } = await office()
  const file = async (kind: string) => officer.get(`/privacy/register/bestand/${kind}`)
  expect((await file('xlsx')).body.startsWith('PK')).toBe(true)
  expect((await file('pdf')).body.startsWith('%PDF')).toBe(true)
  const linked = (await file('jsonld')).body
  expect(JSON.parse(linked)).toMatchObject({ '@type': 'dpv:RegisterOfProcessingActivities' })
  const [line = ''] = (await file('logboek')).body.split('\n')
  expect(line).toMatch(/"dpl.core.processing_activity_id":"http:\/\/localhost\/register\/\d/)
  for (const kind of ['xlsx', 'pdf', 'jsonld', 'logboek']) {
    expect((await coach.get(`/privacy/register/bestand/${kind}`)).status).toBe(404)
  }
  const address = /"(http:[^"]*\/coaching)"/.exec(linked)?.[1] ?? ''
  const entry = await visitor.get(new URL(address).pathname)
  expect([entry.status, entry.headers.get('content-type')]).toEqual([200, 'application/ld+json'])
  expect((await visitor.get('/register/4/spying')).status).toBe(404)
  expect((await visitor.get('/register/nul/coaching')).status).toBe(404)
})

test('a remark, an agreement, a screening, a report and a measure are written and shown', async () => {
  const { officer } = await office()
  await officer.submit('/privacy/register/coaching', { remark: 'Papier ligt achter slot.' })
  expect((await officer.get('/privacy/register/coaching')).body).toContain(
    'Papier ligt achter slot.',
  )
  const agreement = {
    recipient: 'hosting',
    title: 'Verwerkersovereenkomst 2025',
    startsOn: '2025-01-01',
    endsOn: '2024-01-01',
    country: 'NL',
    safeguard: '',
    subProcessors: '',
    contact: '',
    remark: '',
  }
  const wrong = await officer.submit('/privacy/verwerkers/nieuw', agreement)
  expect(wrong.status).toBe(422)
  expect(wrong.body).toContain('Verwerkersovereenkomst 2025')
  await officer.twice('/privacy/verwerkers/nieuw', { ...agreement, endsOn: '' })
  expect((await officer.get('/privacy/verwerkers')).body).toContain('Verwerkersovereenkomst 2025')
  const id = randomUUID()
  const screening = { activity: 'coaching', title: 'Begeleiding', listed: 'health', reasons: 'x' }
  await officer.submit('/privacy/beoordelingen/nieuw', screening, { formId: id })
  const path = `/privacy/beoordelingen/${id}`
  await officer.submit(`${path}/verslag`, {
    necessity: 'Nodig.',
    risks: 'Lekken.',
    advice: 'Akkoord.',
    conclusion: 'go',
    reviewOn: '2027-01-01',
  })
  const measureId = randomUUID()
  const measure = { risk: 'Lekken', level: 'high', measure: 'Versleutelen', dueOn: '2026-12-31' }
  await officer.submit(`${path}/maatregel`, measure, { formId: measureId })
  await officer.submit(`${path}/maatregel/${measureId}/genomen`)
  const { body } = await officer.get(path)
  for (const text of ['Beoordeling nodig', 'Kan doorgaan', 'Versleutelen']) {
    expect(body).toContain(text)
  }
  expect(body).not.toContain('Is genomen')
})

test('a coach reports an incident in two fields, and the officer brings it to its end', async () => {
  const { coach, client, officer } = await office()
  expect((await client.get('/incident')).status).toBe(404)
  const id = randomUUID()
  const today = dayFromNow()
  const empty = await coach.submit('/incident', { what: '', discoveredOn: today })
  expect(empty.status).toBe(422)
  await coach.submit(
    '/incident',
    { what: 'Een laptop is kwijt.', discoveredOn: today },
    { formId: id },
  )
  expect((await coach.get('/incident/gemeld')).body).toContain('Dank u')
  const path = `/privacy/incidenten/${id}`
  expect((await coach.get(path)).status).toBe(404)
  expect((await officer.get('/privacy/incidenten')).body).toContain('Een laptop is kwijt.')
  expect((await officer.get(path)).body).toMatch(/Nog 7\d uur/)
  await officer.submit(`${path}/beoordelen`, {
    severity: 'high',
    nature: 'confidentiality',
    affected: '12',
    who: 'cliënten van één coach',
    data: ['contact'],
    consequences: 'Iemand kan meelezen.',
    measures: 'Op afstand gewist.',
  })
  const early = await officer.submit(`${path}/afsluiten`, { lessons: 'Geen.' })
  expect(early.body).toContain('Besluit eerst')
  await officer.submit(`${path}/besluiten`, { toAuthority: 'on', reasons: 'Groot risico.' })
  const draft = await officer.get(`${path}/brief/authority/nl`)
  expect(draft.body).toContain('ongeveer 12 mensen')
  const letter = randomUUID()
  await officer.submit(`${path}/brief/authority/nl`, { words: 'Gemeld.' }, { formId: letter })
  expect((await officer.get(`${path}/brief/${letter}.pdf`)).body.startsWith('%PDF')).toBe(true)
  const { to } = await officer.submit(`${path}/afsluiten`, { lessons: 'Laptops versleutelen.' })
  expect(to).toBe(`${path}?gedaan=incident-closed`)
  expect((await officer.get(path)).body).toContain('Laptops versleutelen.')
})

test('a client complains about the officer, follows it, and reads the outcome of the director', async () => {
  const { client, officer, director, coach, people } = await office()
  const id = randomUUID()
  const complaint = {
    subject: 'Geen antwoord',
    words: 'Ik hoorde niets.',
    wish: '',
    about: [people.officer.id],
  }
  await client.submit('/mijn/klachten/nieuw', complaint, { formId: id })
  const own = `/mijn/klachten/${id}`
  expect((await client.get(own)).body).toContain('U hoort de uitkomst uiterlijk op')
  await client.submit(`${own}/aanvullen`, { words: 'Ook niet per brief.' })
  const path = `/privacy/klachten/${id}`
  expect((await officer.get(path)).status).toBe(404)
  expect((await officer.get('/privacy/klachten')).body).not.toContain('Geen antwoord')
  expect((await coach.get(own)).status).toBe(404)
  expect((await director.get(path)).body).toContain('Ook niet per brief.')
  const early = await director.submit(`${path}/uitkomst`, {
    outcome: 'founded',
    reasons: 'U had bericht moeten krijgen.',
    measures: '',
  })
  expect(early.body).toContain('Nog niet beide kanten zijn gehoord')
  expect(early.body).toContain('U had bericht moeten krijgen.')
  await director.submit(`${path}/horen`, {
    side: 'subject',
    way: 'conversation',
    heardOn: '2026-11-02',
    words: 'Het bericht bleef liggen.',
  })
  await director.submit(`${path}/uitkomst`, {
    outcome: 'founded',
    reasons: 'U had bericht moeten krijgen.',
    measures: 'Wij kijken nu elke dag.',
  })
  const seen = (await client.get(own)).body
  expect(seen).toContain('Gegrond')
  expect(seen).toContain('Autoriteit Persoonsgegevens')
  expect(seen).not.toContain('Het bericht bleef liggen.')
  expect((await client.get(`${own}/uitkomst.pdf`)).body.startsWith('%PDF')).toBe(true)
  expect((await officer.get(`${path}/uitkomst.pdf`)).status).toBe(404)
})

test('anybody complains by the form on the site, and a handler who is meant does not see it', async () => {
  const { visitor, officer, director } = await office()
  expect((await visitor.get('/klacht')).body).toContain('binnen zes weken')
  const sent = await visitor.submit('/klacht', {
    name: 'Noor Dekker',
    email: 'noor@example.org',
    address: '',
    subject: 'Onbereikbaar',
    words: 'Niemand neemt op.',
    wish: '',
    about: ['manager'],
  })
  expect(sent.to).toBe('/klacht/ontvangen')
  expect((await visitor.get('/klacht/ontvangen')).status).toBe(200)
  expect((await officer.get('/privacy/klachten')).body).toContain('Onbereikbaar')
  expect((await director.get('/privacy/klachten')).body).not.toContain('Onbereikbaar')
})

test('a handler enters a complaint that came by phone, with the day it came', async () => {
  const { officer } = await office()
  const entered = {
    channel: 'phone',
    receivedOn: '2099-01-01',
    name: 'Noor Dekker',
    email: '',
    address: 'Dorpsstraat 1',
    language: 'nl',
    subject: 'Te laat gebeld',
    words: 'Er werd te laat gebeld.',
    wish: '',
  }
  const wrong = await officer.submit('/privacy/klachten/nieuw', entered)
  expect(wrong.status).toBe(422)
  expect(wrong.body).toContain('Er werd te laat gebeld.')
  const id = randomUUID()
  const right = { ...entered, receivedOn: '2026-11-02' }
  await officer.submit('/privacy/klachten/nieuw', right, { formId: id })
  const path = `/privacy/klachten/${id}`
  expect((await officer.get(path)).body).toContain('Stuur de ontvangstbevestiging per brief')
  expect((await officer.get(`${path}/ontvangst.pdf`)).body.startsWith('%PDF')).toBe(true)
  await officer.submit(`${path}/bevestigd`)
  expect((await officer.get(path)).body).not.toContain('Stuur de ontvangstbevestiging per brief')
})

test('a review is begun, signed off line by line and by two, and closed', async () => {
  const { officer, director, coach, people, there } = await office()
  const id = randomUUID()
  await officer.submit('/privacy/nakijken', { dueOn: '2099-12-31' }, { formId: id })
  const path = `/privacy/nakijken/${id}`
  const { body } = await officer.get(path)
  expect(body).toContain('Ilse Kramer')
  expect(body).toContain('Hierover beslist een ander')
  const { rows } = await there.owner.query<{ id: string; account_id: string; sort: string }>(
    'select id, account_id, sort from access_review_lines',
  )
  const of = (who: WorldAccount) => rows.filter((row) => row.account_id === who.id)
  const session = of(people.coach).find(({ sort }) => sort === 'sessions')
  const ending = `${path}/beeindigen/${session?.id}`
  expect((await officer.get(ending)).body).toContain('Ingelogde apparaten: 1')
  await officer.submit(ending, { reason: 'Oud apparaat' })
  expect((await coach.get('/werk')).to).toMatch(/^\/inloggen/)
  const rest = rows.filter((row) => row.id !== session?.id && row.account_id !== people.officer.id)
  await officer.submit(`${path}/houden`, { line: rest.map((row) => row.id) })
  await director.submit(`${path}/houden`, { line: of(people.officer).map((row) => row.id) })
  expect((await officer.get(path)).body).toContain('Deze controle is klaar')
})

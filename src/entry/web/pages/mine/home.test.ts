import { expect, test } from 'vitest'
import { approveSummary, startEngagement } from '#modules/practice/index.ts'
import { type Bureau, bureau, POST } from '#world/practice.ts'
import { Browser, siteOf } from '#world/site.ts'

function clientOf({ there, client }: Bureau, language: 'nl' | 'en' = 'nl'): Browser {
  return new Browser(siteOf(there), client, language)
}

async function secondDossier({ there, coach, dossierId }: Bureau): Promise<string> {
  const id = await there.store.change(coach.for('intake'), async (tx) => {
    const person = { givenName: 'Sanne', prefix: 'de', familyName: 'Wit' }
    const facts = { kind: 'career-check', person, samePersonAs: dossierId }
    return (await startEngagement(tx, facts)).dossierId
  })
  return id
}

test('who has one dossier goes straight to it', async () => {
  const here = await bureau()
  const { to } = await clientOf(here).get('/mijn')
  expect(to).toBe(`/mijn/dossiers/${here.dossierId}`)
})

test('who has more sees what waits first, and then the dossiers', async () => {
  const here = await bureau()
  const other = await secondDossier(here)
  await here.summary()
  const { body } = await clientOf(here).get('/mijn')
  expect(body).toContain('Er wacht een samenvatting.')
  expect(body.indexOf('Er wacht een samenvatting.')).toBeLessThan(body.indexOf('Uw dossiers'))
  for (const id of [here.dossierId, other]) expect(body).toContain(`/mijn/dossiers/${id}`)
  expect(body).toContain('Nog niet begonnen')
  expect((await clientOf(here, 'en').get('/mijn')).body).toContain('A summary waits.')
})

test('cas-12: a parent reads for whom they act, and whose each dossier is', async () => {
  const here = await bureau({ profile: { bornOn: '2013-01-15' } })
  const parent = await here.there.account('R. de Wit')
  await here.there.relate(parent.id, here.dossierId, 'representative')
  const own = `/mijn/dossiers/${here.dossierId}`
  const { body } = await new Browser(siteOf(here.there), parent).get(own)
  expect(body).toContain('U handelt voor Sanne de Wit.')
  expect((await clientOf(here).get(own)).body).not.toContain('U handelt voor')
})

test('who has none is told how a dossier comes to be here', async () => {
  const { there } = await bureau()
  const nobody = await there.account('Nog Niemand')
  const { status, body } = await new Browser(siteOf(there), nobody).get('/mijn')
  expect(status).toBe(200)
  expect(body).toContain('U hebt hier geen dossier')
})

test('a restricted dossier is told of, with where to lift that', async () => {
  const here = await bureau()
  await here.there.owner.query(
    'insert into restrictions (dossier_id, by_person) values ($1, true)',
    [here.dossierId],
  )
  const { body } = await clientOf(here).get('/mijn')
  expect(body).toContain('Dit dossier is beperkt')
  expect(body).toContain('href="/mijn/rechten"')
  expect(body).not.toContain('U hebt hier geen dossier')
})

test('a visitor is asked to sign in first', async () => {
  const here = await bureau()
  const visitor = new Browser(siteOf(here.there))
  expect((await visitor.get('/mijn')).to).toBe('/inloggen?naar=%2Fmijn')
})

test('the overview tells what waits, who guides, and how long the data stay', async () => {
  const here = await bureau()
  const id = await here.summary()
  const browser = clientOf(here)
  const path = `/mijn/dossiers/${here.dossierId}`
  const { body } = await browser.get(path)
  expect(body).toContain(`href="${path}/samenvattingen/${id}"`)
  expect(body).toContain('Ilse Kramer')
  expect(body).toContain('bewaren wij vijf jaar na het einde van de dienst')
  expect(body).toContain('/verklaring#rei-16')
  await here.asClient((tx) => approveSummary(tx, { summaryId: id, post: POST }))
  expect((await browser.get(path)).body).toContain('U hoeft nu niets te doen')
})

test('rei-16: after the end of the service the overview tells until which day the dossier stays', async () => {
  const here = await bureau()
  await here.there.owner.query(
    `insert into closures (dossier_id, outcome) values ($1, 'completed')`,
    [here.dossierId],
  )
  const { rows } = await here.there.owner.query<{ year: string }>(
    `select to_char(expires_on, 'YYYY') as year from dossiers`,
  )
  const { body } = await clientOf(here).get(`/mijn/dossiers/${here.dossierId}`)
  expect(body).toMatch(new RegExp(`bewaard tot.*${rows[0]?.year}`))
})

test('rei-12: the pages of a dossier are there for its own client only', async () => {
  const here = await bureau()
  const { there, coach, dossierId } = here
  const officer = await there.account('Officer', ['officer'])
  const other = await there.account('Andere Client')
  const parts = ['', '/samenvattingen', '/inhoud', '/toestemmingen', '/verstrekt', '/wie-keek']
  const more = ['/gegevens', '/gegevens/wijzigen', '/meenemen', '/meenemen/afdruk']
  for (const part of [...parts, ...more]) {
    const path = `/mijn/dossiers/${dossierId}${part}`
    expect((await clientOf(here).get(path)).status, path).toBe(200)
    for (const account of [coach, officer, other]) {
      expect((await new Browser(siteOf(there), account).get(path)).status, path).toBe(404)
    }
  }
  expect((await clientOf(here).get('/mijn/dossiers/geen-dossier')).status).toBe(404)
})

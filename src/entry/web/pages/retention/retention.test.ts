import { dayFromNow } from '#world/days.ts'
import { expect, test } from 'vitest'
import { runErasures } from '#duties/erasure/erasing.ts'
import { runRetention } from '#duties/retention/destroying.ts'
import { erasingOf } from '#world/erasing.ts'
import { type Bureau, bureau } from '#world/practice.ts'
import { registry } from '#world/registry.ts'
import { Browser, siteOf } from '#world/site.ts'

const HOME = '/privacy/bewaren'

async function ended(daysAgo: number): Promise<{ here: Bureau; reference: string }> {
  const here = await bureau()
  const { owner } = here.there
  await owner.query(
    `insert into events (dossier_id, event, occurred_at)
     values ($1, 'engagement.ended', now() - make_interval(days => $2))`,
    [here.dossierId, daysAgo],
  )
  const { rows } = await owner.query<{ reference: string }>('select reference from dossiers')
  return { here, reference: rows[0]?.reference ?? '' }
}

async function officerOf({ there }: Bureau): Promise<Browser> {
  return new Browser(siteOf(there), await there.account('Olga Mol', ['officer']))
}

test('the officer sees what goes when, by number, and narrows it', async () => {
  const { here, reference } = await ended(10)
  const officer = await officerOf(here)
  const { status, body } = await officer.get(`${HOME}?tot=${dayFromNow(4000)}`)
  expect(status).toBe(200)
  expect(body).toContain(reference)
  expect(body).toContain('Het papieren dossier')
  expect(body).not.toMatch(/Sanne|sanne/)
  const paper = await officer.get(`${HOME}?tot=${dayFromNow(4000)}&deel=paper`)
  expect(paper.body).toContain(reference)
  await here.there.owner.query(
    `insert into erasure_orders (dossier_id, part, cause, kind, year, registered_at, deleted_at,
       reread_at, closed_at)
     values ($1, 'paper', 'retention', 're-integration', 2026, now(), now(), now(), now())`,
    [here.dossierId],
  )
  const { body: stripped } = await officer.get(`${HOME}?tot=${dayFromNow(4000)}&deel=dossier`)
  expect(stripped).toContain('Al weg: het papieren dossier, op')
  expect((await officer.get(`${HOME}?alleen=held`)).body).toContain('Er staat niets op de kalender')
  expect((await officer.get(`${HOME}?van=gisteren`)).body).toContain('niet te gebruiken')
})

test('a hold is recorded, seen and lifted; what is wrong is told beside its field', async () => {
  const { here, reference } = await ended(10)
  const officer = await officerOf(here)
  const path = `${HOME}/bewaarplichten/nieuw`
  const hold = { reference, reason: 'complaint', endsOn: dayFromNow(30) }
  const unknown = await officer.submit(path, { ...hold, reference: '1999-1' })
  expect(unknown.status).toBe(409)
  expect(unknown.body).toContain('Er is geen dossier met dit nummer')
  expect(unknown.body).toContain('value="1999-1"')
  const past = await officer.submit(path, { ...hold, endsOn: dayFromNow(-1) })
  expect(past.body).toContain('Kies een dag na vandaag, hoogstens vijf jaar vooruit.')
  expect((await officer.submit(path, hold)).to).toBe(`${HOME}/bewaarplichten?gedaan=hold-placed`)
  const { body } = await officer.get(`${HOME}/bewaarplichten`)
  expect(body).toContain('Er loopt een klacht')
  const lift = /href="([^"]+\/opheffen)"/.exec(body)?.[1] ?? ''
  expect((await officer.get(lift)).body).toContain(
    `Bewaarplicht van dossier ${reference} opheffen?`,
  )
  await officer.submit(lift, {})
  expect((await officer.get(`${HOME}/bewaarplichten`)).body).toContain('Er is geen bewaarplicht')
})

test('a certificate tells what was destroyed in a month, as PDF, and of nobody', async () => {
  const { here } = await ended(5 * 366)
  await runRetention(erasingOf(here.there), here.there.organisation, { rest: 0 })
  const officer = await officerOf(here)
  const { body } = await officer.get(`${HOME}/certificaten`)
  const month = dayFromNow(0).slice(0, 7)
  expect(body).toContain(`href="${HOME}/certificaten/${month}"`)
  expect(body).toContain('Re-integratie')
  const file = await officer.get(`${HOME}/certificaten/${month}`)
  expect(file.status).toBe(200)
  expect(file.body.startsWith('%PDF')).toBe(true)
  expect((await officer.get(`${HOME}/certificaten/2001-01`)).status).toBe(404)
  expect((await officer.get(`${HOME}/verwijderingen`)).body).toContain('Einde van de termijn')
})

test('nobody but who keeps the terms sees these pages', async () => {
  const { here } = await ended(10)
  for (const path of ['', '/bewaarplichten', '/verwijderingen', '/certificaten']) {
    const coach = new Browser(siteOf(here.there), here.coach)
    expect((await coach.get(`${HOME}${path}`)).status, path).toBe(404)
  }
})

test('rei-16: a client sees the day, chooses another, and gets it back', async () => {
  const { here } = await ended(10)
  const client = new Browser(siteOf(here.there), here.client)
  const path = `/mijn/dossiers/${here.dossierId}/bewaren`
  expect((await client.get(path)).body).toContain('Het digitale dossier')
  const wrong = await client.submit(`${path}/dossier`, { how: 'own', day: dayFromNow(4000) })
  expect(wrong.status).toBe(409)
  expect(wrong.body).toContain('laat u deze dag niet kiezen')
  await client.submit(`${path}/dossier`, { how: 'own', day: dayFromNow(20) })
  expect((await client.get(path)).body).toContain('Deze dag hebt u zelf gekozen')
  await client.submit(`${path}/dossier`, { how: 'statement' })
  expect((await client.get(path)).body).not.toContain('Deze dag hebt u zelf gekozen')
})

test('bur-04, zor-05: a client erases the own dossier, and anybody with its number can follow it', async () => {
  const { here } = await ended(10)
  const { there } = here
  const client = new Browser(siteOf(there), here.client)
  const path = `/mijn/dossiers/${here.dossierId}/verwijderen`
  const { body } = await client.get(path)
  expect(body).toContain('Dit verdwijnt')
  expect(body).toContain('Dit blijft')
  const to = (await client.submit(path, {})).to ?? ''
  expect(to).toMatch(/^\/verwijderingen\/[0-9a-f-]{36}$/)
  await runErasures(erasingOf(there), there.organisation)
  const stranger = new Browser(siteOf(there))
  const told = await stranger.get(to)
  expect(told.status).toBe(200)
  expect(told.body).toContain('Het is verwijderd')
  expect(told.body).not.toMatch(/Sanne|Wit</)
  expect((await stranger.get(`/verwijderingen/${here.dossierId}`)).status).toBe(404)
})

test('rei-15: a coach says that the paper is gone', async () => {
  const { here } = await ended(350)
  const coach = new Browser(siteOf(here.there), here.coach)
  const path = `/werk/dossiers/${here.dossierId}/papier`
  expect((await coach.get(path)).body).toContain('Het papieren dossier')
  await coach.submit(`${path}/paper`, {})
  expect((await coach.get(path)).body).toContain('Er hoeft nu niets weg')
})

test('rei-15: paper in a cabinet is on the list to destroy, until the coach says on which day', async () => {
  const { here } = await ended(350)
  const coach = new Browser(siteOf(here.there), here.coach)
  const path = `/werk/dossiers/${here.dossierId}/papier`
  await coach.submit(path, { move: 'placed', place: 'Kast 7' })
  expect((await coach.get('/werk/papier')).body).toMatch(/Te vernietigen.*Kast 7/s)
  expect((await coach.get(path)).body).toMatch(/btn-error[^<]*>(<[^>]*>)*Papier vernietigd/)
  const late = await coach.submit(path, { move: 'destroyed', day: '2999-01-01' })
  expect(late.body).toContain('Die dag is nog niet geweest')
  await coach.submit(path, { move: 'destroyed', day: dayFromNow(0) })
  expect((await coach.get(path)).body).toContain('Vernietigd op')
  expect((await coach.get('/werk/papier')).body).not.toMatch(/Te vernietigen|Kast 7/)
})

test('who comes back after an erasure is noticed, by address or by name and birthday', async () => {
  const here = await bureau({ profile: { bornOn: '1984-03-09' } })
  const { there } = here
  await new Browser(siteOf(there), here.client).submit(
    `/mijn/dossiers/${here.dossierId}/verwijderen`,
    {},
  )
  await runErasures(erasingOf(there), there.organisation)
  const coach = new Browser(siteOf(there), here.coach)
  const register = async (fields: Record<string, string>): Promise<string> =>
    (await coach.submit('/werk/nieuw', { kind: 'outplacement', ...fields })).to ?? ''
  const byAddress = { familyName: 'Jansen', email: 'Sanne@example.org' }
  expect(await register(byAddress)).toContain('gedaan=client-erased-before')
  const byName = { givenName: 'Sanne', familyName: 'Wit', bornOn: '1984-03-09' }
  expect(await register(byName)).toContain('gedaan=client-erased-before')
  const other = { givenName: 'Sanne', familyName: 'Wit', bornOn: '1990-01-01' }
  expect(await register(other)).toContain('gedaan=client-started')
})

test('reg-08: the officer is warned of what is kept without an end, with its reason', async () => {
  const { there } = await registry()
  const officer = new Browser(siteOf(there), await there.account('Olga Mol', ['officer']))
  const { body } = await officer.get(HOME)
  expect(body).toContain('Dit gaat nooit vanzelf weg')
  expect(body).toMatch(/Het digitale dossier: omdat wij willen vragen/)
})

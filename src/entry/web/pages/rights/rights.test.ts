import { expect, test } from 'vitest'
import { accountsOf } from '#world/accounts.ts'
import { type Bureau, bureau } from '#world/practice.ts'
import { type RequestDesk, requestDesk } from '#world/requests.ts'
import { Browser, siteOf } from '#world/site.ts'

interface Pages {
  readonly at: Bureau
  readonly desk: RequestDesk
  readonly client: Browser
  readonly officer: Browser
  readonly visitor: Browser
}

async function pages(): Promise<Pages> {
  const at = await bureau()
  const desk = await requestDesk(at.there)
  const site = siteOf(at.there)
  return {
    at,
    desk,
    client: new Browser(site, at.client),
    officer: new Browser(site, desk.officer),
    visitor: new Browser(site),
  }
}

const LETTER = {
  channel: 'letter',
  receivedOn: '2026-11-02',
  behalf: 'self',
  personName: '',
  name: 'Sanne de Wit',
  email: '',
  address: 'Laan 2, Voorbeeldstad',
  reference: '',
  language: 'nl',
  about: '',
}

test('a client asks, is asked something, answers, and reads the letter', async () => {
  const { client, officer } = await pages()
  expect((await client.get('/mijn/rechten')).body).toContain('U hebt nog niets gevraagd')
  const empty = await client.submit('/mijn/rechten/vragen/rectification', { words: '' })
  expect(empty.status).toBe(409)
  const words = 'Mijn achternaam is fout.'
  const asked = await client.submit('/mijn/rechten/vragen/rectification', { words })
  const path = asked.to?.split('?')[0] ?? ''
  const id = path.split('/').at(-1) ?? ''
  expect((await client.get(path)).body).toContain(words)
  const listed = await officer.get('/privacy/verzoeken')
  expect(listed.body).toContain('Sanne de Wit')
  expect(listed.body).toContain('Verbetering')
  const desk = `/privacy/verzoeken/${id}`
  expect((await officer.get(desk)).body).toContain(words)
  const silent = await officer.submit(`${desk}/stap/pause`, { note: '' })
  expect(silent.status).toBe(409)
  await officer.submit(`${desk}/stap/pause`, { note: 'Welke naam precies?' })
  const paused = await client.get(path)
  expect(paused.body).toContain('Welke naam precies?')
  const letter = paused.body.match(new RegExp(`${path}/brief/[0-9a-f-]+`))?.[0] ?? ''
  const pdf = await client.get(letter)
  expect(pdf.headers.get('content-type')).toBe('application/pdf')
  expect((await client.submit(path, { note: 'De Witte.' })).to).toContain('gedaan=request-answered')
  await officer.submit(`${desk}/stap/refuse`, { ground: 'accurate', note: 'Hij klopt.' })
  expect((await client.get(path)).body).toContain('de gegevens kloppen (artikel 16 AVG)')
})

test('erasure is warned for, and restriction shows how it is lifted', async () => {
  const { client, at } = await pages()
  expect((await client.get('/mijn/rechten/vragen/erasure')).body).toContain('komen niet terug')
  await client.submit('/mijn/rechten/vragen/restriction', { words: '' })
  const { body } = await client.get('/mijn/rechten')
  expect(body).toContain('Dit dossier is beperkt')
  expect((await client.get(`/mijn/dossiers/${at.dossierId}`)).status).toBe(404)
  const lift = body.match(/\/mijn\/rechten\/beperkingen\/[0-9a-f-]+/)?.[0] ?? ''
  await client.submit(lift, {})
  expect((await client.get(`/mijn/dossiers/${at.dossierId}`)).status).toBe(200)
})

test('a letter that came in is identified by a covered copy, tied to a dossier, and granted', async () => {
  const { officer, at } = await pages()
  const entered = await officer.submit('/privacy/verzoeken/nieuw', {
    ...LETTER,
    kind: 'rectification',
    words: 'Mijn straat is fout.',
  })
  const path = entered.to?.split('?')[0] ?? ''
  await officer.submit(`${path}/stap/ask-identity`, { note: '' })
  const text = new File(['geen foto'], 'kopie.jpg')
  expect((await officer.submit(`${path}/kopie`, { copy: text })).status).toBe(409)
  const photo = new File([Buffer.from([0xff, 0xd8, 0xff, 1])], 'kopie.jpg')
  await officer.submit(`${path}/kopie`, { copy: photo })
  const { body } = await officer.get(path)
  const copy = body.match(new RegExp(`${path}/kopie/[0-9a-f-]+`))?.[0] ?? ''
  expect((await officer.get(copy)).headers.get('content-type')).toBe('image/jpeg')
  await officer.submit(copy, { covered: 'yes' })
  await officer.submit(`${path}/identiteit`, { way: 'covered-copy' })
  expect((await officer.get(copy)).status).toBe(404)
  const { rows } = await at.there.owner.query<{ reference: string }>(
    'select reference from dossiers',
  )
  const reference = rows[0]?.reference ?? ''
  const unknown = await officer.submit(`${path}/dossier`, { reference: '2020-1' })
  expect(unknown.body).toContain('Er is geen dossier met dit nummer')
  await officer.submit(`${path}/dossier`, { reference, whole: 'on' })
  await officer.submit(`${path}/stap/grant`, { note: '' })
  const coach = new Browser(siteOf(at.there), at.coach)
  const work = `/werk/dossiers/${at.dossierId}/verbeteren`
  const shown = await coach.get(work)
  expect(shown.body).toContain('Mijn straat is fout.')
  const request = path.split('/').at(-1) ?? ''
  await coach.submit(work, {
    request,
    place: 'clients.family_name',
    value: 'Witte',
    reason: 'Was fout.',
  })
  await coach.submit(`${work}/${request}`, { outcome: 'fulfilled' })
  expect((await officer.get(path)).body).toContain('Wij hebben gedaan wat u vroeg.')
  const client = new Browser(siteOf(at.there), at.client)
  const old = await client.get(`/mijn/dossiers/${at.dossierId}/verbeterd`)
  expect(old.body).toContain('Was fout.')
  expect((await coach.get(`/mijn/dossiers/${at.dossierId}/verbeterd`)).status).toBe(404)
})

test('the public form is confirmed by mail and then followed by the link', async () => {
  const { visitor, officer, at } = await pages()
  const form = {
    kind: 'access',
    words: '',
    behalf: 'minor',
    personName: '',
    name: 'B. de Boer',
    email: 'b@example.org',
    address: '',
    reference: '',
  }
  const nameless = await visitor.submit('/verzoek', form)
  expect(nameless.body).toContain('Vul in om wie het gaat.')
  await visitor.submit('/verzoek', { ...form, personName: 'Een kind' })
  const [mail] = await accountsOf(at.there).mails()
  const path = mail?.text.match(/\/verzoek\/[\w-]{43}/)?.[0] ?? ''
  expect((await visitor.get(`${path}/bevestigen`)).body).toContain('Ja, dit verzoek is van mij')
  await visitor.submit(`${path}/bevestigen`, {})
  expect((await visitor.get(path)).body).toContain('Inzage')
  expect((await officer.get('/privacy/verzoeken')).body).toContain('B. de Boer')
  expect((await visitor.get(`/verzoek/${'a'.repeat(43)}`)).status).toBe(404)
})

test('only who handles requests sees their pages', async () => {
  const { at, desk, client } = await pages()
  const coach = new Browser(siteOf(at.there), at.coach)
  const { id } = await desk.ask(at.client, 'rectification')
  for (const browser of [client, coach]) {
    expect((await browser.get('/privacy/verzoeken')).status).toBe(404)
    expect((await browser.get(`/privacy/verzoeken/${id}`)).status).toBe(404)
  }
  expect((await coach.get(`/mijn/rechten/${id}`)).status).toBe(404)
})

test('a consent is withdrawn at the desk for who writes, and nobody else withdraws it there', async () => {
  const { officer, client, at } = await pages()
  const { owner } = at.there
  const { rows: consents } = await owner.query<{ id: string }>(
    `with asked as (
       insert into consent_requests (dossier_id, consent, holder_id, wording, language, statement)
       values ($1, 'partner-access', $2, '', 'nl', 4) returning id, dossier_id)
     insert into consents (request_id, dossier_id, decision)
     select id, dossier_id, 'given' from asked returning request_id as id`,
    [at.dossierId, at.coach.id],
  )
  const consent = consents[0]?.id ?? ''
  const { rows } = await owner.query<{ reference: string }>('select reference from dossiers')
  const reference = rows[0]?.reference ?? ''
  const entered = await officer.submit('/privacy/verzoeken/nieuw', {
    ...LETTER,
    kind: 'withdrawal',
    words: 'Ik wil niet meer dat een collega meekijkt.',
    reference,
  })
  const path = entered.to?.split('?')[0] ?? ''
  expect((await officer.submit(`${path}/toestemming`, { consent: 'all' })).status).toBe(409)
  await officer.submit(`${path}/dossier`, { reference })
  expect((await officer.get(`${path}/toestemming`)).body).toContain(`value="${consent}"`)
  expect((await client.submit(`${path}/toestemming`, { consent })).status).toBe(404)
  expect((await officer.submit(`${path}/toestemming`, { consent })).to).toContain('request-step')
  const ended = await owner.query('select request_id, way from withdrawals')
  expect(ended.rows).toEqual([{ request_id: consent, way: 'letter' }])
  const { rows: shown } = await owner.query('select state, identified_by from requests')
  expect(shown).toEqual([{ state: 'fulfilled', identified_by: 'withdrawal' }])
  expect((await officer.get(path)).body).toContain('Wij hebben gedaan wat u vroeg.')
})

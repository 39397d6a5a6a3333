import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { Browser, siteOf } from '#world/site.ts'
import { type World, type WorldAccount, world } from '#world/world.ts'

interface Office {
  readonly there: World
  readonly anna: WorldAccount
  readonly bert: WorldAccount
  /** The administrator's browser. */
  readonly browser: Browser
  readonly as: (account: WorldAccount, language?: 'nl' | 'en') => Browser
}

async function office(): Promise<Office> {
  const there = await world()
  const site = siteOf(there)
  const anna = await there.account('Anna Post', ['administrator'])
  const bert = await there.account('Bert Loos', ['coach'])
  const as = (account: WorldAccount, language: 'nl' | 'en' = 'nl') =>
    new Browser(site, account, language)
  return { there, anna, bert, browser: as(anna), as }
}

const PAGES = [
  '/beheer',
  '/beheer/uitnodigingen',
  '/beheer/uitnodigingen/nieuw',
  '/beheer/partijen',
  '/beheer/partijen/nieuw',
  '/beheer/afwezigheid',
  '/beheer/afwezigheid/nieuw',
]

test.each(PAGES)('%s is for administrators only, in both languages', async (path) => {
  const { there, anna, bert, as } = await office()
  const officer = await there.account('Officer', ['officer'])
  const client = await there.account('Client')
  for (const language of ['nl', 'en'] as const) {
    const seen = await as(anna, language).get(path)
    expect(seen.status).toBe(200)
    expect(seen.body).toContain(`<html lang="${language}"`)
  }
  for (const other of [bert, officer, client]) {
    expect((await as(other).get(path)).status).toBe(404)
  }
  expect((await new Browser(siteOf(there)).get(path)).to).toMatch(/^\/inloggen/)
})

test('the list tells who works here, in which function, and who misses a second factor', async () => {
  const { anna, browser, as } = await office()
  const { body } = await browser.get('/beheer')
  expect(body).toContain('Anna Post')
  expect(body).toContain('Bert Loos')
  expect(body).toContain('Beheerder')
  expect(body).toContain('Ontbreekt')
  expect((await as(anna, 'en').get('/beheer')).body).toContain('Missing')
})

test('an administrator changes functions and a last day, and the list shows it', async () => {
  const { bert, browser } = await office()
  const path = `/beheer/medewerkers/${bert.id}`
  const { to } = await browser.submit(path, {
    name: 'Bert Loos',
    title: 'teamleider',
    decides: 'on',
    functions: ['coach', 'manager'],
    lastDay: '2026-01-31',
  })
  expect(to).toBe('/beheer?gedaan=member-changed')
  expect((await browser.get('/beheer')).body).not.toContain('Bert Loos')
  const { body } = await browser.get('/beheer?wie=vertrokken')
  expect(body).toContain('Bert Loos')
  expect(body).toContain('Coach en directeur')
  expect(body).toContain('Vertrokken na 31 januari 2026')
  const back = { name: 'Bert Loos', title: '', decides: 'on', functions: 'coach', lastDay: '' }
  await browser.submit(path, back)
  expect((await browser.get('/beheer')).body).toContain('Bert Loos')
})

test('the page about oneself has no functions to choose, and the database refuses them too', async () => {
  const { anna, browser } = await office()
  const path = `/beheer/medewerkers/${anna.id}`
  const { body } = await browser.get(path)
  expect(body).toContain('Dit bent u zelf')
  expect(body).not.toContain('name="functions"')
  const own = { name: 'Anna Post', title: 'beheerder' }
  expect((await browser.submit(path, own)).status).toBe(303)
  const more = await browser.submit(path, {
    ...own,
    decides: 'on',
    functions: ['administrator', 'officer'],
    lastDay: '',
  })
  expect(more.status).toBe(409)
  expect(more.body).toContain('beslist een andere beheerder')
})

test('a form with a mistake comes back with all that was typed', async () => {
  const { bert, browser } = await office()
  const { status, body } = await browser.submit(`/beheer/medewerkers/${bert.id}`, {
    name: '',
    title: 'senior coach',
    decides: 'on',
    functions: ['coach', 'manager'],
    lastDay: '31-12-2026',
  })
  expect(status).toBe(422)
  expect(body).toContain('Vul dit in.')
  expect(body).toContain('Dit is geen datum')
  expect(body).toContain('value="senior coach"')
  expect(body).toMatch(/value="manager" checked/)
  expect(body).toContain('value="31-12-2026"')
})

test('somebody who is not there has no page', async () => {
  const { browser } = await office()
  expect((await browser.get(`/beheer/medewerkers/${randomUUID()}`)).status).toBe(404)
  expect((await browser.get('/beheer/medewerkers/1')).status).toBe(404)
  expect((await browser.get(`/beheer/partijen/${randomUUID()}`)).status).toBe(404)
})

const INVITEE = { name: 'Noor Smit', email: 'noor@example.org', language: 'nl' }

test('an invitation goes out by mail with a link, of which only the hash is kept', async () => {
  const { there, browser } = await office()
  const sent = await browser.submit('/beheer/uitnodigingen/nieuw', {
    ...INVITEE,
    title: 'coach',
    functions: 'coach',
  })
  expect(sent.to).toBe('/beheer/uitnodigingen?gedaan=invited')
  const { body } = await browser.get('/beheer/uitnodigingen')
  expect(body).toContain('Noor Smit')
  expect(body).toContain('noor@example.org')
  expect(body).toMatch(/tot en met <time/)
  const { rows } = await there.owner.query('select kind, payload from gestand.mails')
  expect(rows).toMatchObject([{ kind: 'invitation' }])
  expect(JSON.stringify(rows)).not.toContain('noor')
})

test('an invitation that was sent twice is one invitation and one mail', async () => {
  const { there, browser } = await office()
  const form = { ...INVITEE, title: '', functions: ['coach'] }
  const formId = randomUUID()
  await browser.submit('/beheer/uitnodigingen/nieuw', form, { formId })
  const again = await browser.submit('/beheer/uitnodigingen/nieuw', form, { formId })
  expect(again.to).toBe('/beheer/uitnodigingen?gedaan=invited')
  const { rows } = await there.owner.query(
    `select (select count(*)::integer from member_invitations) as invitations,
       (select count(*)::integer from gestand.mails) as mails`,
  )
  expect(rows).toEqual([{ invitations: 1, mails: 1 }])
})

test('an invitation without a function, or to who takes part already, is explained at its field', async () => {
  const { bert, browser } = await office()
  const form = { ...INVITEE, title: '' }
  const none = await browser.submit('/beheer/uitnodigingen/nieuw', form)
  expect(none.status).toBe(422)
  expect(none.body).toContain('Kies ten minste één functie.')
  expect(none.body).toContain('value="noor@example.org"')
  const again = await browser.submit('/beheer/uitnodigingen/nieuw', {
    ...form,
    email: `${bert.id}@example.org`,
    functions: 'coach',
  })
  expect(again.status).toBe(409)
  expect(again.body).toMatch(/href="#field-email">Wie dit e-mailadres heeft/)
})

test('a form of another site does nothing', async () => {
  const { there, browser } = await office()
  const form = { ...INVITEE, title: '', functions: 'coach' }
  const { status } = await browser.submit('/beheer/uitnodigingen/nieuw', form, { token: 'x' })
  expect(status).toBe(409)
  const { rows } = await there.owner.query('select id from member_invitations')
  expect(rows).toEqual([])
})

test('an open invitation is withdrawn after a question that says what goes', async () => {
  const { there, browser } = await office()
  await browser.submit('/beheer/uitnodigingen/nieuw', {
    ...INVITEE,
    title: '',
    functions: 'coach',
  })
  const { rows } = await there.owner.query<{ id: string }>('select id from member_invitations')
  const path = `/beheer/uitnodigingen/${rows[0]?.id}/intrekken`
  expect((await browser.get(path)).body).toContain('Uitnodiging van Noor Smit intrekken?')
  expect((await browser.submit(path)).to).toBe('/beheer/uitnodigingen?gedaan=invitation-withdrawn')
  expect((await browser.get(path)).status).toBe(404)
})

test('a party is added once, changed, and its contact invited and ended', async () => {
  const { there, browser } = await office()
  const formId = randomUUID()
  const party = { name: 'Het Veerhuis', email: '' }
  const added = await browser.submit('/beheer/partijen/nieuw', party, { formId })
  await browser.submit('/beheer/partijen/nieuw', party, { formId })
  const path = `/beheer/partijen/${formId}`
  expect(added.to).toBe(`${path}?gedaan=party-added`)
  const { rows } = await there.owner.query('select name, email from parties')
  expect(rows).toEqual([{ name: 'Het Veerhuis', email: null }])
  await browser.submit(path, { name: 'Het Nieuwe Veerhuis', email: 'info@example.org' })
  expect((await browser.get('/beheer/partijen')).body).toContain('Het Nieuwe Veerhuis')
  expect((await browser.submit(`${path}/uitnodigen`, INVITEE)).to).toBe(`${path}?gedaan=invited`)
  expect((await browser.get(path)).body).toMatch(/Noor Smit.{0,600}Uitgenodigd/s)
  const contact = await there.account('Karel Vos')
  await there.owner.query('insert into affiliations (party_id, account_id) values ($1, $2)', [
    formId,
    contact.id,
  ])
  expect((await browser.get(path)).body).toContain('Karel Vos')
  const end = `${path}/contactpersonen/${contact.id}/beeindigen`
  expect((await browser.get(end)).body).toContain('Handelt Karel Vos niet meer namens')
  expect((await browser.submit(end)).to).toBe(`${path}?gedaan=contact-ended`)
  expect((await browser.get(path)).body).not.toContain('Karel Vos')
})

test('an administrator plans and changes anybody’s absence', async () => {
  const { there, anna, bert, browser } = await office()
  const plan = {
    accountId: bert.id,
    substituteId: anna.id,
    startsOn: '2026-12-01',
    endsOn: '2026-12-14',
  }
  const formId = randomUUID()
  await browser.submit('/beheer/afwezigheid/nieuw', plan, { formId })
  await browser.submit('/beheer/afwezigheid/nieuw', plan, { formId })
  expect((await browser.get('/beheer/afwezigheid')).body).toContain('1 t/m 14 december 2026')
  const path = `/beheer/afwezigheid/${formId}`
  const early = await browser.submit(path, { ...plan, endsOn: '2026-11-30' })
  expect(early.status).toBe(409)
  expect(early.body).toMatch(/href="#field-endsOn">De laatste dag ligt voor de eerste/)
  const own = await browser.submit(path, { ...plan, substituteId: bert.id })
  expect(own.body).toContain('Niemand kan voor zichzelf waarnemen')
  await browser.submit(path, { ...plan, endsOn: '2026-12-07' })
  const { rows } = await there.owner.query('select ends_on::text from absences')
  expect(rows).toEqual([{ ends_on: '2026-12-07' }])
  const cancel = `${path}/vervallen`
  expect((await browser.get(cancel)).body).toContain('van Bert Loos laten vervallen?')
  await browser.submit(cancel)
  expect((await browser.submit(cancel)).to).toBe('/beheer/afwezigheid?gedaan=absence-cancelled')
  expect((await browser.get('/beheer/afwezigheid')).body).toContain('Gaat niet door')
})

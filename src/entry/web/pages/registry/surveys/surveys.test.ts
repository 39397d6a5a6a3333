import { expect, test } from 'vitest'
import { createApp } from '#entry/web/app.tsx'
import { Browser, siteOf } from '#world/site.ts'
import { QUESTIONNAIRE, type Surveyors, surveyors } from '#world/surveys.ts'

const WORDS = {
  titleNl: 'Hoe gaat uw opleiding?',
  titleEn: 'How is your training?',
  wordsNl: 'Doet u mee?\n\nHet kost tien minuten.',
  wordsEn: 'Will you take part?\n\nIt takes ten minutes.',
  link: QUESTIONNAIRE,
}

async function surveyIn({ at }: Surveyors): Promise<string> {
  const { rows } = await at.there.owner.query<{ id: string }>('select id from surveys')
  return rows[0]?.id ?? ''
}

test('a survey from the first page to the amount that goes back, with nobody named on the way', async () => {
  const here = await surveyors()
  const { there, registrar } = here.at
  await here.people(13)
  const site = siteOf(there)
  const desk = new Browser(site, registrar)
  const body = new Browser(site)
  expect((await desk.get('/register/enquetes')).body).toContain('Nog geen enquêtes')
  const begun = await desk.submit('/register/enquetes/nieuw', {
    party: here.partyId,
    name: 'Raming 2026',
  })
  const id = await surveyIn(here)
  expect(begun.to).toBe(`/register/enquetes/${id}?gedaan=survey-begun`)
  const commission = here.links.commissionPath(there.organisation, id)
  expect((await body.get(commission)).body).toContain('Adres van de vragenlijst')
  const personal = await body.submit(commission, { ...WORDS, link: 'https://a.example.org/{mail}' })
  expect(personal.status).toBe(422)
  expect(personal.body).toContain('Het kost tien minuten.')
  expect((await body.submit(commission, WORDS)).to).toContain('survey-delivered')
  const path = `/register/enquetes/${id}`
  const none = await desk.submit(`${path}/doelgroep`, {})
  expect(none.body).toContain('Kies ten minste één groep')
  await desk.submit(`${path}/doelgroep`, { kinds: ['student', 'professional'] })
  const counted = await desk.get(path)
  expect(counted.body).toContain('Hoe gaat uw opleiding?')
  expect(counted.body).toMatch(/Krijgen de mail[\s\S]{0,200}13/)
  await desk.submit(`${path}/voorbeeld`)
  const { rows: day } = await there.owner.query<{ day: string }>(
    'select gestand.today()::text as day',
  )
  await desk.submit(`${path}/versturen`, { day: day[0]?.day ?? '' })
  expect(await here.mail()).toBe(13)
  await there.owner.query(`update gestand.mails set sent_at = now(), payload = null where bulk`)
  await here.mail()
  expect((await desk.get(path)).body).toMatch(/Verstuurd[\s\S]{0,200}13/)
  const told = (await body.get(commission)).body
  expect(told).toMatch(/afgerond op vijven[\s\S]{0,200}10/)
  expect(told).not.toContain('Persoon')
  expect(told).not.toContain('@example.org')
  expect((await body.submit(commission, WORDS)).status).toBe(409)
})

test('a mail program that says stop is heard without cookies, form or question', async () => {
  const here = await surveyors()
  const [first = ''] = await here.people(6)
  await here.planned()
  await here.mail()
  const secret = await here.stopSecret(first)
  const path = `/enquete/stop/${secret.toString('base64url')}`
  const visitor = new Browser(siteOf(here.at.there))
  expect((await visitor.get(path)).body).toContain('Stuur mij geen enquêtes meer')
  expect(await here.mailsOf('recalled')).toEqual([])
  const answer = await createApp(siteOf(here.at.there)).request(`http://localhost${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', host: 'localhost' },
    body: 'List-Unsubscribe=One-Click',
  })
  expect(answer.status).toBe(200)
  expect(await here.mailsOf('recalled')).toEqual([first])
  expect((await visitor.get(path)).body).toContain('U krijgt van ons geen enquêtes meer')
  expect((await visitor.get('/enquete/stop/nergens')).status).toBe(404)
})

test('reg-14: in Mijn one press ends it, another begins it again, and nobody else can press', async () => {
  const here = await surveyors()
  await here.people(5)
  const { student, dossierId } = await here.at.inTraining()
  await here.planned()
  await here.mail()
  const site = siteOf(here.at.there)
  const mine = new Browser(site, student)
  expect((await mine.get('/mijn/onderzoek')).body).toContain('Wat vindt u ervan?')
  const refused = await mine.submit('/mijn/onderzoek/surveys/bezwaar')
  expect(refused.to).toContain('research-refused')
  expect(await here.mailsOf('recalled')).toEqual([dossierId])
  expect((await mine.get('/mijn/onderzoek')).body).toContain('Ik doe weer mee')
  expect((await mine.get('/mijn/rechten')).body).toContain('Bezwaar')
  const staff = new Browser(site, here.at.registrar)
  expect((await staff.submit('/mijn/onderzoek/surveys/bezwaar')).status).toBe(404)
  await mine.submit('/mijn/onderzoek/surveys/meedoen')
  await here.planned()
  expect(await here.mail()).toBe(6)
})

test('nobody but who works on surveys sees them, and students see no other words than theirs', async () => {
  const here = await surveyors()
  await here.people(5)
  const { student } = await here.at.inTraining()
  const id = await here.survey()
  const site = siteOf(here.at.there)
  for (const account of [student, here.at.employer]) {
    const browser = new Browser(site, account)
    for (const path of ['/register/enquetes', `/register/enquetes/${id}`]) {
      expect((await browser.get(path)).status).toBe(404)
    }
  }
  expect((await new Browser(site, student).get('/mijn/onderzoek')).body).not.toContain('Raming')
})

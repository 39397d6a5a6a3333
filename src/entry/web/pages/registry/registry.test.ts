import { expect, test } from 'vitest'
import { registry, SAM } from '#world/registry.ts'
import { Browser, siteOf } from '#world/site.ts'

const PERSON = {
  givenNames: 'Sam',
  prefix: 'de',
  familyName: 'Bakker',
  bornOn: '1999-05-04',
  birthPlace: 'Voorbeeldstad',
  street: 'Voorbeeldstraat',
  houseNumber: '7',
  houseNumberAddition: '',
  postcode: '0000 AA',
  city: 'Voorbeeldstad',
  email: '',
  phone: '',
}

test('a student enrols, is sent back with a reason, and is in training after both confirmed', async () => {
  const at = await registry()
  const site = siteOf(at.there)
  const student = new Browser(site, await at.there.account('Sam'))
  const [employer, teacher] = [at.employer, at.teacher].map((who) => new Browser(site, who))
  if (!employer || !teacher) throw new Error('nobody works there')
  expect((await student.get('/mijn')).body).toContain('nog niet ingeschreven')
  const enrolment = { ...PERSON, ...at.training }
  const missing = await student.submit('/mijn/inschrijven', { ...enrolment, familyName: '' })
  expect(missing.status).toBe(422)
  expect(missing.body).toContain('Voorbeeldstraat')
  expect((await student.submit('/mijn/inschrijven', enrolment)).to).toContain('enrolment-submitted')
  expect((await student.get('/mijn')).body).toContain('Intensivecareverpleegkundige')
  const list = (await employer.get('/instelling/controles')).body
  const [, id = ''] = /\/instelling\/studenten\/([\da-f-]{36})/.exec(list) ?? []
  expect(list).toContain('Sam de Bakker')
  const look = (await employer.get(`/instelling/studenten/${id}`)).body
  expect(look).not.toContain('Voorbeeldstraat')
  const sent = await employer.submit(`/instelling/studenten/${id}`, { reason: 'Verkeerd begin' })
  expect(sent.to).toContain('submission-rejected')
  const own = `/mijn/dossiers/${id}/opleiding`
  const back = (await student.get(own)).body
  expect(back).toContain('Verkeerd begin')
  expect(back).toContain(`href="${own}/wijzigen"`)
  const { startsOn } = at.training
  const wrong = await student.submit(`${own}/wijzigen`, { ...at.training, plannedEndOn: startsOn })
  expect(wrong.body).toContain('Deze dag ligt niet na het begin')
  await student.submit(`${own}/wijzigen`, { ...at.training, startsOn: '2026-03-01' })
  expect((await student.get(own)).body).toContain('1 maart 2026')
  await student.submit(`${own}/indienen`)
  await employer.submit(`/instelling/studenten/${id}/akkoord`)
  const together = (await teacher.get('/instelling/controles/samen')).body
  expect(together).toContain(`value="${id}"`)
  const done = await teacher.submit('/instelling/controles/samen', { student: id })
  expect(done.body).toContain('1 student akkoord')
  expect(await at.stateOf(id)).toBe('enrolled')
  const looked = (await student.get(`/mijn/dossiers/${id}/wie-keek?toon=doen`)).body
  expect(looked).toContain('Ziekenhuis Voorbeeld opende uw dossier voor controle')
  expect(looked).toContain('Academie Voorbeeld controleerde uw opleidingsgegevens')
  expect(looked, 'the institution, and nobody who works there').not.toContain('Ina')
  await student.submit(`${own}/stoppen`)
  expect(await at.stateOf(id)).toBe('ended')
  expect((await employer.get(`/instelling/studenten/${id}`)).status).toBe(404)
})

test('an institution invites, appoints and removes colleagues of its own and of no other', async () => {
  const at = await registry()
  const site = siteOf(at.there)
  const chief = new Browser(site, at.employer)
  const colleague = await at.there.account('Peter Kok')
  await at.there.owner.query('insert into affiliations (party_id, account_id) values ($1, $2)', [
    at.institutionId,
    colleague.id,
  ])
  const page = (await chief.get('/instelling/collegas')).body
  expect(page).toContain('Peter Kok')
  expect(page).not.toContain('Olaf Opleider')
  const path = `/instelling/collegas/${at.institutionId}`
  expect((await chief.submit(`${path}/${at.employer.id}/geen-beheerder`)).status).toBe(409)
  expect((await new Browser(site, colleague).get('/instelling/collegas')).status).toBe(404)
  await chief.submit(`${path}/${colleague.id}/beheerder`)
  const sent = await chief.submit('/instelling/collegas', {
    name: 'Nieuw Gezicht',
    email: 'nieuw@example.org',
    language: 'nl',
  })
  expect(sent.to).toContain('colleague-invited')
  const other = `/instelling/collegas/${at.instituteId}/${at.teacher.id}`
  expect((await chief.get(`${other}/weg`)).status).toBe(404)
  expect((await chief.submit(`${other}/weg`)).status).toBe(404)
  const asked = (await chief.get(`${path}/${colleague.id}/weg`)).body
  expect(asked).toContain('De toegang van Peter Kok beëindigen?')
  await chief.submit(`${path}/${colleague.id}/weg`)
  expect((await chief.get('/instelling/collegas')).body).not.toContain('Peter Kok')
  const { rows } = await at.there.owner.query('select party_id from member_invitations')
  expect(rows).toEqual([{ party_id: at.institutionId }])
})

test('the registrar keeps programmes and accreditations, and sees everybody in training', async () => {
  const at = await registry()
  await at.enrol(undefined, SAM)
  const site = siteOf(at.there)
  const desk = new Browser(site, at.registrar)
  const chief = new Browser(site, at.employer)
  expect((await desk.get('/register')).body).toContain('Sam de Bakker')
  expect((await desk.get('/register?q=bak')).body).toContain('Sam de Bakker')
  expect((await desk.get('/register?staat=ended')).body).not.toContain('Sam de Bakker')
  const [one = ''] =
    /\/register\/inschrijvingen\/[\da-f-]{36}/.exec((await desk.get('/register')).body) ?? []
  const registration = (await desk.get(one)).body
  expect(registration).toContain('Door de persoon zelf ingevuld')
  expect(registration).not.toContain('Voorbeeldstraat')
  const emergency = { code: 'seh-1', nameNl: 'Spoedverpleegkundige', nameEn: 'Emergency nurse' }
  const added = await desk.submit('/register/opleidingen', emergency)
  const path = added.to?.split('?')[0] ?? ''
  const twice = await desk.submit('/register/opleidingen', emergency)
  expect(twice.body).toContain('al een opleiding met deze code')
  const version = {
    startsOn: '2026-01-01',
    months: '18',
    requirementsNl: 'Eén\nTwee',
    requirementsEn: 'One\nTwo',
  }
  const uneven = await desk.submit(path, { ...version, requirementsEn: 'One' })
  expect(uneven.body).toContain('evenveel eisen')
  await desk.submit(path, version)
  expect((await desk.get(path)).body).toContain('Twee')
  const programmeId = path.split('/').at(-1) ?? ''
  expect((await chief.submit('/instelling/erkenningen', { programmeId })).to).toContain('asked')
  const waiting = (await desk.get('/register/erkenningen?staat=applied&q=spoed')).body
  expect((await desk.get('/register/erkenningen?staat=refused')).body).toContain('gevonden')
  const [, id = ''] = /\/register\/erkenningen\/([\da-f-]{36})/.exec(waiting) ?? []
  const granted = { what: 'grant', startsOn: '2026-01-01', endsOn: '2030-01-01' }
  const backwards = { ...granted, endsOn: '2025-01-01' }
  const refused = await desk.submit(`/register/erkenningen/${id}`, backwards)
  expect(refused.body).toContain('ligt voor de eerste')
  await desk.submit(`/register/erkenningen/${id}`, granted)
  expect((await chief.get('/instelling/erkenningen')).body).toMatch(/Spoed[\s\S]*Erkend/)
  const { rows: told } = await at.there.owner.query(
    `select account_id from gestand.mails where kind = 'registry-news'`,
  )
  expect(told, 'whoever looks after the institution hears it').toEqual([
    { account_id: at.employer.id },
  ])
  for (const page of ['/register', '/register/opleidingen', '/register/erkenningen']) {
    expect((await chief.get(page)).status).toBe(404)
  }
})

import { expect, test } from 'vitest'
import { registry } from '#world/registry.ts'
import { Browser, siteOf } from '#world/site.ts'

test('who acts for several institutions chooses which of them is looked at, and of no other', async () => {
  const at = await registry()
  const { there, employer, institutionId, instituteId } = at
  const stranger = await there.account('Vreemd')
  const strange = await at.institution('Ander Ziekenhuis', 'care', stranger)
  await there.owner.query('insert into affiliations (party_id, account_id) values ($1, $2)', [
    instituteId,
    employer.id,
  ])
  const { dossierId } = await at.enrol()
  const site = siteOf(there)
  const browser = new Browser(site, employer)
  const list = (institution: string, page = 'controles') =>
    browser.get(`/instelling/${page}?instelling=${institution}`)
  for (const page of ['studenten', 'controles', 'controles/samen']) {
    expect((await browser.get(`/instelling/${page}`)).body).toContain(`instelling=${instituteId}`)
    expect((await list(institutionId, page)).body).toContain('Sam de Bakker')
    expect((await list(instituteId, page)).body).toContain('Sam de Bakker')
    expect((await list(strange, page)).status).toBe(404)
  }
  await browser.submit(`/instelling/controles/samen?instelling=${instituteId}`, {
    student: dossierId,
  })
  expect((await list(instituteId)).body).not.toContain('Sam de Bakker')
  expect((await list(institutionId)).body).toContain('Sam de Bakker')
  const again = await browser.submit(`/instelling/studenten/${dossierId}/akkoord`)
  expect(again.body, 'two verifications are two people').toContain('voor de andere instelling')
  const colleagues = await new Browser(site, stranger).get('/instelling/collegas')
  expect(colleagues.body, 'of one institution there is nothing to choose').not.toContain('partyId')
})

test('the registrar lets a party that there was train, and who acts for it looks after its accounts', async () => {
  const at = await registry()
  const contact = await at.there.account('Kim Contact')
  const partyId = await at.there.party('De Wending', contact)
  const site = siteOf(at.there)
  const [desk, chief] = [new Browser(site, at.registrar), new Browser(site, contact)]
  const path = '/register/instellingen/partij'
  expect((await desk.get(path)).body).toContain('De Wending')
  expect((await chief.get('/instelling/collegas')).status).toBe(404)
  const role = { partyId, sort: 'care', city: 'Zeedorp' }
  expect((await new Browser(site, at.employer).submit(path, role)).status).toBe(404)
  expect((await desk.submit(path, role)).to).toContain(`/register/instellingen/${partyId}`)
  expect((await desk.get('/register/instellingen')).body).toContain('De Wending')
  expect((await desk.get(path)).body).not.toContain('De Wending')
  expect((await chief.get('/instelling/collegas')).body).toContain('Kim Contact')
})

test('reg-15: anybody reads who the officer is and how to reach them, until the statement is not public', async () => {
  const { there } = await registry()
  const visitor = new Browser(siteOf(there))
  const { body } = await visitor.get('/verklaring')
  expect(body).toContain('H. Wachter')
  expect(body).toContain('fg@register.example.org')
  await there.owner.query('drop policy public on statements')
  const later = await new Browser(siteOf(there)).get('/verklaring')
  expect(later.body).not.toContain('fg@register.example.org')
})

test('reg-15: the officer oversees the register and reads no dossier of it', async () => {
  const at = await registry()
  const officer = await at.there.account('Hanna Wachter', ['officer'])
  const { dossierId } = await at.enrol()
  const browser = new Browser(siteOf(at.there), officer)
  expect((await browser.get('/privacy')).status).toBe(200)
  expect((await browser.get(`/register/inschrijvingen/${dossierId}`)).status).toBe(404)
  expect((await browser.get(`/instelling/studenten/${dossierId}`)).status).toBe(404)
  await expect(at.there.store.open(officer.for('oversight'), dossierId, {})).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
})

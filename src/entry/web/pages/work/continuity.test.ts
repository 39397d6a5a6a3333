import { expect, test } from 'vitest'
import { type Bureau, bureau } from '#world/practice.ts'
import { Browser, siteOf } from '#world/site.ts'
import type { WorldAccount } from '#world/world.ts'

interface Scene {
  readonly here: Bureau
  readonly colleague: WorldAccount
  readonly coachBrowser: Browser
  readonly colleagueBrowser: Browser
  readonly path: string
}

async function scene(): Promise<Scene> {
  const here = await bureau()
  const colleague = await here.there.account('Tom Visser', ['coach'])
  const site = siteOf(here.there)
  return {
    here,
    colleague,
    coachBrowser: new Browser(site, here.coach),
    colleagueBrowser: new Browser(site, colleague),
    path: `/werk/dossiers/${here.dossierId}`,
  }
}

test('a coach hands a dossier over on a page, and the colleague takes it over on another', async () => {
  const { colleague, coachBrowser, colleagueBrowser, path } = await scene()
  expect((await coachBrowser.get(path)).body).toContain(`${path}/overdragen`)
  const fields = { coachId: colleague.id }
  for (const sent of await coachBrowser.twice(`${path}/overdragen`, fields)) {
    expect(sent.to).toBe(`${path}/overdragen?gedaan=handover-offered`)
  }
  expect((await coachBrowser.get(`${path}/overdragen`)).body).toContain('antwoord van Tom Visser')
  const offers = await colleagueBrowser.get('/werk/overdrachten')
  expect(offers.body).toContain('Re-integratie')
  expect(offers.body).not.toContain('Sanne')
  const action = /action="(\/werk\/overdrachten\/[0-9a-f-]+)"/.exec(offers.body)?.[1] ?? ''
  const taken = await colleagueBrowser.submit(action, { decision: 'accepted' })
  expect(taken.to).toBe(`${path}?gedaan=handover-accepted`)
  expect((await colleagueBrowser.get(path)).body).toContain('Sanne')
  expect((await coachBrowser.get(path)).status).toBe(404)
})

test('an offer is taken back on the page, and then is not there to be taken', async () => {
  const { colleague, coachBrowser, colleagueBrowser, path } = await scene()
  await coachBrowser.submit(`${path}/overdragen`, { coachId: colleague.id })
  const { body } = await coachBrowser.get(`${path}/overdragen`)
  const handover = /name="handover" value="([0-9a-f-]+)"/.exec(body)?.[1] ?? ''
  const gone = await coachBrowser.submit(`${path}/overdragen/intrekken`, { handover })
  expect(gone.to).toBe(`${path}/overdragen?gedaan=handover-withdrawn`)
  expect((await colleagueBrowser.get('/werk/overdrachten')).body).toContain('wordt u niets')
  const late = await colleagueBrowser.submit(`/werk/overdrachten/${handover}`, {
    decision: 'accepted',
  })
  expect(late.status).toBe(404)
})

test('the director sees that a dossier changed hands, and not whose it is', async () => {
  const { here, colleague, coachBrowser, path } = await scene()
  await coachBrowser.submit(`${path}/overdragen`, { coachId: colleague.id })
  const director = await here.there.account('B. van der Brug', ['manager'])
  const browser = new Browser(siteOf(here.there), director)
  const { body } = await browser.get('/werk/opdrachtgevers/overdrachten')
  expect(body).toContain('Wacht op antwoord')
  expect(body).toContain('Ilse Kramer')
  expect(body).not.toContain('Sanne')
  expect((await coachBrowser.get('/werk/opdrachtgevers/overdrachten')).status).toBe(404)
})

test('somebody who is a client already gets another service, and sees both dossiers', async () => {
  const { here, coachBrowser, path } = await scene()
  expect((await coachBrowser.get(path)).body).toContain(`/werk/nieuw?van=${here.dossierId}`)
  const form = await coachBrowser.get(`/werk/nieuw?van=${here.dossierId}`)
  expect(form.body).toContain('Nieuwe dienst voor')
  expect(form.body).toContain('value="sanne@example.org"')
  const sent = await coachBrowser.submit(`/werk/nieuw?van=${here.dossierId}`, {
    kind: 'outplacement',
    familyName: 'Wit',
  })
  expect(sent.status).toBe(303)
  const { rows } = await here.there.owner.query('select distinct person_id from dossiers')
  expect(rows).toHaveLength(1)
  const { body } = await new Browser(siteOf(here.there), here.client).get('/mijn')
  expect(body).toContain('Outplacement')
  expect(body).toContain('Re-integratie')
})

test('nobody starts a service for a client of somebody else', async () => {
  const { here, colleagueBrowser } = await scene()
  const address = `/werk/nieuw?van=${here.dossierId}`
  expect((await colleagueBrowser.get(address)).status).toBe(404)
  const sent = await colleagueBrowser.submit(address, { kind: 'outplacement', familyName: 'Wit' })
  expect(sent.status).toBe(404)
})

test('rei-14: a recipient who is not known yet is added while asking', async () => {
  const { here, coachBrowser, path } = await scene()
  const itemId = await here.summary()
  await new Browser(siteOf(here.there), here.client).submit(
    `/mijn/dossiers/${here.dossierId}/samenvattingen/${itemId}/goedkeuring`,
  )
  const form = await coachBrowser.get(`${path}/verstrekkingen/nieuw`)
  expect(form.body).toContain('Of een nieuwe ontvanger')
  const sent = await coachBrowser.submit(`${path}/verstrekkingen/nieuw`, {
    itemId,
    principalId: '',
    language: 'nl',
    newParty: 'Arbodienst Noord',
    newPartyEmail: 'arbo@example.org',
  })
  expect(sent.to).toBe(`${path}/verstrekkingen?gedaan=consent-asked`)
  const { rows } = await here.there.owner.query(
    `select p.email from relations r join parties p on p.id = r.holder_id`,
  )
  expect(rows).toEqual([{ email: 'arbo@example.org' }])
  const nobody = await coachBrowser.submit(`${path}/verstrekkingen/nieuw`, {
    itemId,
    principalId: '',
    language: 'nl',
  })
  expect(nobody.status).toBe(422)
})

test('rei-03: who gets the statement by mail gets the statement itself', async () => {
  const here = await bureau({ active: false })
  const browser = new Browser(siteOf(here.there), here.coach)
  const path = `/werk/dossiers/${here.dossierId}/begin`
  const sent = await browser.submit(path, { way: 'mailed', language: 'en' })
  expect(sent.to).toBe(`${path}?gedaan=notice-recorded`)
  const mails = `select kind from gestand.mails where kind = 'statement-sent'`
  expect((await here.there.owner.query(mails)).rowCount).toBe(1)
})

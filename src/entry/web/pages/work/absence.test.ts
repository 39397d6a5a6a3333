import { dayFromNow } from '#world/days.ts'
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { type Bureau, bureau, POST } from '#world/practice.ts'
import { Browser, siteOf } from '#world/site.ts'
import type { WorldAccount } from '#world/world.ts'
import {
  activate,
  answerConsent,
  recordNotice,
  startEngagement,
  withdrawConsent,
} from '#modules/practice/index.ts'

interface Scene {
  readonly here: Bureau
  readonly browser: Browser
  readonly substitute: WorldAccount
  readonly theirs: Browser
}

async function scene(): Promise<Scene> {
  const here = await bureau()
  const substitute = await here.there.account('Bram Visser', ['coach'])
  const site = siteOf(here.there)
  return {
    here,
    substitute,
    browser: new Browser(site, here.coach),
    theirs: new Browser(site, substitute),
  }
}

/** Plans an absence from today and asks the client; gives its address. */
async function plan(it: Scene, startsOn = dayFromNow(0)): Promise<string> {
  const fields = { startsOn, endsOn: dayFromNow(9), substituteId: it.substitute.id }
  const formId = randomUUID()
  for (const planned of await it.browser.twice('/werk/afwezigheid/nieuw', fields, formId)) {
    expect(planned.to, planned.body).toBe(`/werk/afwezigheid/${formId}?gedaan=absence-planned`)
  }
  return `/werk/afwezigheid/${formId}`
}

async function ask(it: Scene, address: string): Promise<string> {
  for (const sent of await it.browser.twice(address, { clients: [it.here.dossierId] })) {
    expect(sent.status, sent.body).toBe(303)
  }
  const { rows } = await it.here.there.owner.query<{ id: string }>(
    'select id from consent_requests',
  )
  expect(rows).toHaveLength(1)
  return rows[0]?.id ?? ''
}

function answer({ here }: Scene, requestId: string): Promise<void> {
  return here.asClient((tx) => answerConsent(tx, { requestId, decision: 'given', post: POST }))
}

test('rei-13: a substitute gets in only after the client agreed, and until the absence ends', async () => {
  const it = await scene()
  const file = `/werk/waarneming/${it.here.dossierId}`
  const address = await plan(it)
  expect((await it.theirs.get(file)).status).toBe(404)
  const requestId = await ask(it, address)
  expect((await it.theirs.get(file)).status).toBe(404)
  await answer(it, requestId)
  expect((await it.browser.get(address)).body).toContain('Toestemming gegeven')
  const list = await it.theirs.get('/werk?staat=waarneming')
  expect(list.body).toContain(file)
  expect(list.body).toContain('Ilse Kramer')
  const opened = await it.theirs.get(file)
  expect(opened.body).toContain('U neemt waar voor Ilse Kramer')
  expect(opened.body).not.toContain(`${file}/afsluiten`)
  expect((await it.theirs.get(`${file}/toestemmingen/partnercoach`)).status).toBe(404)
  const moved = await it.browser.submit(`${address}/wijzigen`, {
    startsOn: dayFromNow(-2),
    endsOn: dayFromNow(-1),
  })
  expect(moved.status).toBe(409)
  const cancelled = await it.browser.submit(`${address}/afzeggen`)
  expect(cancelled.status).toBe(303)
  expect((await it.theirs.get(file)).status).toBe(404)
  expect((await it.theirs.get('/werk?staat=waarneming')).body).not.toContain(file)
})

test('rei-13: an absence that has not begun opens nothing, and neither does a consent withdrawn', async () => {
  const it = await scene()
  const file = `/werk/waarneming/${it.here.dossierId}`
  const later = await plan(it, dayFromNow(3))
  const requestId = await ask(it, later)
  await answer(it, requestId)
  expect((await it.theirs.get(file)).status).toBe(404)
  const earlier = await it.browser.submit(`${later}/wijzigen`, {
    startsOn: dayFromNow(0),
    endsOn: dayFromNow(9),
  })
  expect(earlier.status).toBe(409)
  expect(earlier.body).toContain('Korter kan, langer niet')
  await it.here.asClient((tx) => withdrawConsent(tx, { requestId, post: POST }))
  expect((await it.browser.get(later)).body).toContain('Trok de toestemming in')
})

test('a substitute writes only what the statement gives to standing in', async () => {
  const it = await scene()
  await answer(it, await ask(it, await plan(it)))
  const file = `/werk/waarneming/${it.here.dossierId}`
  const form = await it.theirs.get(`${file}/notities/nieuw`)
  expect(form.body).toContain('value="conversation-reports"')
  expect(form.body).not.toContain('value="work-limitations"')
  expect((await it.theirs.get(`${file}/gesprekken/nieuw`)).status).toBe(200)
  expect((await it.theirs.get(`${file}/gegevens`)).status).toBe(404)
  expect((await it.theirs.get(`${file}/uitnodigen`)).status).toBe(404)
})

test('an absence that ends before it begins comes back with what was typed', async () => {
  const it = await scene()
  const wrong = { startsOn: dayFromNow(9), endsOn: dayFromNow(3), substituteId: it.substitute.id }
  const again = await it.browser.submit('/werk/afwezigheid/nieuw', wrong)
  expect(again.status).toBe(409)
  expect(again.body).toContain('De laatste dag moet op of na de eerste dag liggen.')
  expect(again.body).toContain(`value="${dayFromNow(9)}"`)
})

test('nobody sees or changes the absence of a colleague', async () => {
  const it = await scene()
  const address = await plan(it)
  expect((await it.theirs.get(address)).status).toBe(404)
  expect((await it.theirs.get('/werk/afwezigheid')).body).not.toContain(address)
  const moved = { startsOn: dayFromNow(0), endsOn: dayFromNow(1) }
  expect((await it.theirs.submit(`${address}/wijzigen`, moved)).status).toBe(404)
  expect((await it.theirs.submit(`${address}/afzeggen`)).status).toBe(409)
  expect((await it.browser.get(address)).body).toContain('Bram Visser neemt waar.')
})

test('asking nobody, or somebody out of reach, asks nobody', async () => {
  const it = await scene()
  const address = await plan(it)
  const none = await it.browser.submit(address, {})
  expect(none.status).toBe(422)
  expect(none.body).toContain('Kies minstens één cliënt.')
  expect((await it.browser.submit(address, { clients: [randomUUID()] })).status).toBe(404)
  expect((await it.here.there.owner.query('select from consent_requests')).rowCount).toBe(0)
})

test('clients are asked in one change: all of them, or none when one cannot be asked', async () => {
  const it = await scene()
  const { there } = it.here
  const others = await Promise.all([newClient(it.here), newClient(it.here)])
  const clients = [it.here.dossierId, ...others]
  const address = await plan(it)
  const refuse = `alter table consent_requests add constraint one check (dossier_id <> '${others[1]}')`
  await there.owner.query(refuse)
  expect((await it.browser.submit(address, { clients })).status).toBeGreaterThanOrEqual(400)
  expect((await there.owner.query('select from consent_requests')).rowCount).toBe(0)
  await there.owner.query('alter table consent_requests drop constraint one')
  const sent = await it.browser.submit(address, { clients: [...clients, randomUUID()] })
  expect(sent.status, sent.body).toBe(303)
  const { rows } = await there.owner.query<{ asked: number; moments: number; opened: number }>(
    `select count(*)::integer as asked, count(distinct asked_at)::integer as moments,
       (select count(distinct dossier_id)::integer from ledger where act = 'opened'
          and xid = (
            select xid from ledger where act = 'opened' order by id desc limit 1)) as opened
     from consent_requests`,
  )
  expect(rows).toEqual([{ asked: 3, moments: 1, opened: 3 }])
})

/** Another client of the same coach; the id of the dossier. */
function newClient({ there, coach }: Bureau): Promise<string> {
  return there.store.change(coach.for('intake'), async (tx) => {
    const person = { givenName: 'Joris', familyName: 'Bos' }
    const dossier = await startEngagement(tx, { kind: 're-integration', person })
    await recordNotice(dossier, { way: 'shown', language: 'nl' })
    await activate(dossier)
    return dossier.dossierId
  })
}

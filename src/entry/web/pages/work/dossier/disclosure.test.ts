import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { type Bureau, bureau, POST } from '#world/practice.ts'
import { Browser, siteOf } from '#world/site.ts'
import { answerConsent, approveSummary, withdrawConsent } from '#modules/practice/index.ts'

interface Scene {
  readonly here: Bureau
  readonly browser: Browser
  readonly path: string
  readonly partyId: string
}

async function scene(): Promise<Scene> {
  const here = await bureau()
  const partyId = await here.there.party('Gemeente Voorbeeldstad')
  const browser = new Browser(siteOf(here.there), here.coach)
  return { here, browser, path: `/werk/dossiers/${here.dossierId}`, partyId }
}

/** A summary that the client approved, and the question to disclose it. */
async function asked({ here, browser, path, partyId }: Scene): Promise<string> {
  const itemId = await here.summary()
  await here.asClient((tx) => approveSummary(tx, { summaryId: itemId, post: POST }))
  const formId = randomUUID()
  const fields = { itemId, partyId, principalId: '', language: 'nl' }
  for (const seen of await browser.twice(`${path}/verstrekkingen/nieuw`, fields, formId)) {
    expect(seen.status, seen.body).toBe(303)
  }
  return formId
}

function answer(here: Bureau, requestId: string, decision: 'given' | 'refused'): Promise<void> {
  return here.asClient((tx) => answerConsent(tx, { requestId, decision, post: POST }))
}

test('rei-14: only approved summaries and documents are offered, and nothing when there is none', async () => {
  const it = await scene()
  const { browser, here, path } = it
  const summaryId = await here.summary()
  const none = await browser.get(`${path}/verstrekkingen/nieuw`)
  expect(none.body).toContain('Er is nog niets om te verstrekken')
  const forced = await browser.submit(`${path}/verstrekkingen/nieuw`, {
    itemId: summaryId,
    partyId: it.partyId,
    principalId: '',
    language: 'nl',
  })
  expect(forced.status).toBe(409)
  expect(forced.body).toContain('De cliënt heeft deze samenvatting niet goedgekeurd')
  await here.asClient((tx) => approveSummary(tx, { summaryId, post: POST }))
  const form = await browser.get(`${path}/verstrekkingen/nieuw`)
  expect(form.body).toContain(`value="${summaryId}"`)
  expect(form.body).toContain('Ik vind het goed dat dit ene document wordt verstrekt')
})

test('rei-14: nothing is disclosed before the client agrees, or after a refusal', async () => {
  const it = await scene()
  const requestId = await asked(it)
  const release = `${it.path}/verstrekkingen/${requestId}/verstrekken`
  expect((await it.browser.get(`${it.path}/verstrekkingen`)).body).not.toContain(release)
  const early = await it.browser.submit(release)
  expect(early.status).toBe(409)
  expect(early.body).toContain('De cliënt heeft hiervoor geen toestemming gegeven')
  await answer(it.here, requestId, 'refused')
  expect((await it.browser.submit(release)).status).toBe(409)
  expect((await it.browser.get(`${it.path}/verstrekkingen`)).body).toContain('Geweigerd')
})

test('rei-14: after consent it is disclosed once, and gone from sight when the client withdraws', async () => {
  const it = await scene()
  const requestId = await asked(it)
  await answer(it.here, requestId, 'given')
  const release = `${it.path}/verstrekkingen/${requestId}/verstrekken`
  const ready = await it.browser.get(`${it.path}/verstrekkingen`)
  expect(ready.body).toContain('Klaar om te verstrekken')
  for (const released of await it.browser.twice(release)) expect(released.status).toBe(303)
  const done = await it.browser.get(`${it.path}/verstrekkingen`)
  expect(done.body).toContain('Gemeente Voorbeeldstad')
  expect(done.body).not.toContain('Klaar om te verstrekken')
  const consent = await it.browser.get(`${it.path}/toestemmingen/${requestId}`)
  expect(consent.body).toContain('Ontvanger: Gemeente Voorbeeldstad')
  await it.here.asClient((tx) => withdrawConsent(tx, { requestId, post: POST }))
  const after = await it.browser.get(`${it.path}/verstrekkingen`)
  expect(after.body).toContain('Ingetrokken')
  expect(after.body).not.toContain('Dit kan de ontvanger lezen')
  expect((await it.browser.submit(release)).status).toBe(409)
})

test('the same question is not asked twice while it waits', async () => {
  const it = await scene()
  const requestId = await asked(it)
  const { rows } = await it.here.there.owner.query<{ item_id: string }>(
    'select item_id from consent_requests where id = $1',
    [requestId],
  )
  const again = await it.browser.submit(`${it.path}/verstrekkingen/nieuw`, {
    itemId: rows[0]?.item_id ?? '',
    partyId: it.partyId,
    principalId: '',
    language: 'nl',
  })
  expect(again.status).toBe(409)
  expect(again.body).toContain('Deze toestemming is al gevraagd')
})

test('contact details are passed on to a recipient of the statement, once, and recorded', async () => {
  const { browser, here, path } = await scene()
  const form = await browser.get(`${path}/verstrekkingen/doorgeven`)
  expect(form.body).toContain('Toetshuis Voorbeeld')
  expect(form.body).not.toContain('Wolkenhuis Voorbeeld')
  expect((await browser.submit(`${path}/verstrekkingen/doorgeven`)).status).toBe(422)
  const fields = { recipient: 'test-administrator' }
  for (const seen of await browser.twice(`${path}/verstrekkingen/doorgeven`, fields)) {
    expect(seen.status).toBe(200)
    expect(seen.body).toContain('Sanne de Wit')
    expect(seen.body).toContain('sanne@example.org')
  }
  const { rows } = await here.there.owner.query('select recipient, categories from deliveries')
  expect(rows).toEqual([{ recipient: 'test-administrator', categories: ['contact', 'identity'] }])
  const other = await browser.submit(`${path}/verstrekkingen/doorgeven`, { recipient: 'tabloid' })
  expect(other.status).toBe(409)
  expect(other.body).toContain('noemt deze ontvanger niet')
})

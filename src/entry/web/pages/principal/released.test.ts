import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import {
  addDocument,
  answerConsent,
  approveSummary,
  askDisclosure,
  disclose,
  receiveFile,
  withdrawConsent,
  writeNote,
} from '#modules/practice/index.ts'
import { type Bureau, bureau, POST } from '#world/practice.ts'
import { Browser, siteOf } from '#world/site.ts'
import { readText } from './released-text.ts'

const BODY = 'Wij spraken over de opbouw van uren.'

interface Case {
  readonly here: Bureau
  readonly partyId: string
  readonly browser: Browser
}

/** A client whose principal has somebody who reads. */
async function principal(): Promise<Case> {
  const here = await bureau()
  const reader = await here.there.account('HR Voorbeeld')
  const partyId = await here.there.party('Zorggroep Voorbeeld', reader)
  await here.there.relate(partyId, here.dossierId, 'principal')
  return { here, partyId, browser: new Browser(siteOf(here.there), reader) }
}

async function approved({ here }: Case): Promise<string> {
  const summaryId = await here.summary({ body: BODY })
  await here.asClient((tx) => approveSummary(tx, { summaryId, post: POST }))
  return summaryId
}

/** Lets one item go. */
async function release(
  { here }: Case,
  itemId: string,
  partyId: string,
): Promise<{ path: string; requestId: string }> {
  const post = POST
  const requestId = await here.asCoach((tx) =>
    askDisclosure(tx, { itemId, partyId, language: 'nl', post }),
  )
  await here.asClient((tx) => answerConsent(tx, { requestId, decision: 'given', post }))
  const id = await here.asCoach((tx) => disclose(tx, { requestId, post }))
  return { path: `/opdrachtgever/documenten/${here.dossierId}/${id}`, requestId }
}

test('rei-14: a principal sees what was released, about whom and since when, and reads it', async () => {
  const it = await principal()
  const { path } = await release(it, await approved(it), it.partyId)
  const list = (await it.browser.get('/opdrachtgever')).body
  expect(list).toContain(`href="${path}"`)
  expect(list).toContain('Sanne de Wit')
  for (const found of ['sanne', 'GESPREK VAN 3']) {
    expect((await it.browser.get(`/opdrachtgever?q=${encodeURIComponent(found)}`)).body).toContain(
      path,
    )
  }
  const none = (await it.browser.get('/opdrachtgever?q=dossier')).body
  expect([none.includes(path), none.includes('Niets gevonden')]).toEqual([false, true])
  const { body } = await it.browser.get(path)
  expect(body).toContain('Samenvatting van het gesprek van 3 november 2026')
  expect(body).toContain(BODY)
  const file = await it.browser.get(`${path}/bestand?bewaren`)
  expect(file.body).toBe(BODY)
  expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="Samenvatting/)
})

test('rei-14: before the client agreed there is nothing, and the page explains that', async () => {
  const it = await principal()
  const itemId = await approved(it)
  await it.here.asCoach((tx) =>
    askDisclosure(tx, { itemId, partyId: it.partyId, language: 'nl', post: POST }),
  )
  const { status, body } = await it.browser.get('/opdrachtgever')
  expect(status).toBe(200)
  expect(body).toContain('Er is nu niets voor u vrijgegeven')
})

test('rei-14: what the client withdraws disappears at once, and the old address says so', async () => {
  const it = await principal()
  const { path, requestId } = await release(it, await approved(it), it.partyId)
  expect((await it.browser.get(path)).status).toBe(200)
  await it.here.asClient((tx) => withdrawConsent(tx, { requestId, post: POST }))
  for (const address of [path, `${path}/bestand`]) {
    const { status, body } = await it.browser.get(address)
    expect(status).toBe(404)
    expect(body).toContain('Dit document is niet voor u vrijgegeven')
    expect(body).not.toContain(BODY)
  }
  expect((await it.browser.get('/opdrachtgever')).body).not.toContain(path)
})

test('rei-14: withdrawing one document leaves the other', async () => {
  const it = await principal()
  const first = await release(it, await approved(it), it.partyId)
  const second = await release(it, await approved(it), it.partyId)
  const { requestId } = first
  await it.here.asClient((tx) => withdrawConsent(tx, { requestId, post: POST }))
  expect((await it.browser.get(first.path)).status).toBe(404)
  expect((await it.browser.get(second.path)).status).toBe(200)
})

test('rei-14: another party sees nothing of it, also when something else was released to it', async () => {
  const it = await principal()
  const { here } = it
  const other = await here.there.account('Leidinggevende')
  const otherParty = await here.there.party('Afdeling Voorbeeld', other)
  await here.there.relate(otherParty, here.dossierId, 'interested-party')
  const stranger = new Browser(siteOf(here.there), other)
  const { path } = await release(it, await approved(it), it.partyId)
  expect((await stranger.get(path)).status).toBe(404)
  expect((await stranger.get('/opdrachtgever')).body).not.toContain(path)
  const own = await release(it, await approved(it), otherParty)
  expect((await stranger.get(own.path)).status).toBe(200)
  expect((await stranger.get(path)).status).toBe(404)
  expect((await stranger.get('/opdrachtgever')).body).not.toContain(path)
})

test('rei-01: a principal reaches nothing else of the dossier', async () => {
  const it = await principal()
  const { here, browser } = it
  await here.asCoach((tx) =>
    writeNote(tx, { category: 'advice', body: 'Geheim.', source: 'own', channel: 'phone' }),
  )
  const { path } = await release(it, await approved(it), it.partyId)
  expect((await browser.get(path)).body).not.toContain('Geheim.')
  for (const address of ['/mijn/dossiers/', '/werk/dossiers/']) {
    expect((await browser.get(address + here.dossierId)).status).toBe(404)
  }
  const unknown = `/opdrachtgever/documenten/${here.dossierId}/${randomUUID()}`
  expect((await browser.get(unknown)).status).toBe(404)
  expect((await browser.get('/opdrachtgever/documenten/x/y')).status).toBe(404)
})

test('rei-11: the client sees that the principal opened it', async () => {
  const it = await principal()
  const { path } = await release(it, await approved(it), it.partyId)
  await it.browser.get(path)
  const client = new Browser(siteOf(it.here.there), it.here.client)
  const { body } = await client.get(`/mijn/dossiers/${it.here.dossierId}/wie-keek`)
  expect(body).toContain('De opdrachtgever opende uw dossier')
  expect(body).toContain('Daarbij is alleen te lezen wat u vrijgaf.')
})

test('a document that is no text is given as a file', async () => {
  const it = await principal()
  const pdf = Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n%%EOF\n', 'latin1')
  const file = await receiveFile(Readable.from([pdf]), 'plan.pdf')
  const itemId = await it.here.asCoach((tx) =>
    addDocument(tx, { title: 'Plan', category: 'advice', source: 'own', channel: 'email', file }),
  )
  const { path } = await release(it, itemId, it.partyId)
  const { body } = await it.browser.get(path)
  expect(body).toContain(`href="${path}/bestand"`)
  expect(body).toContain('PDF')
  const { headers } = await it.browser.get(`${path}/bestand`)
  expect(headers.get('content-type')).toBe('application/pdf')
})

test('text is read as it was written, also by programs that do not know UTF-8', () => {
  expect(readText(Buffer.from('één'))).toBe('één')
  expect(readText(Buffer.from('één', 'latin1'))).toBe('één')
})

test('a visitor is asked to sign in first', async () => {
  const { here } = await principal()
  const visitor = new Browser(siteOf(here.there))
  expect((await visitor.get('/opdrachtgever')).to).toBe('/inloggen?naar=%2Fopdrachtgever')
})

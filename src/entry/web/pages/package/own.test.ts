import { expect, test, vi } from 'vitest'
import { createApp } from '#entry/web/app.tsx'
import { hashPassword } from '#accounts/password.ts'
import { setPassword } from '#accounts/password-change.ts'
import { csrfToken } from '#accounts/index.ts'
import { PASSWORD } from '#world/accounts.ts'
import { Unpacked } from '#world/package.ts'
import { type Bureau, bureau } from '#world/practice.ts'
import { Browser, siteOf } from '#world/site.ts'
import type { WorldAccount } from '#world/world.ts'

async function ask(
  one: Bureau,
  account: WorldAccount,
  fields: Readonly<Record<string, string>>,
): Promise<Response> {
  const site = siteOf(one.there)
  const hashed = await hashPassword(PASSWORD)
  await site.accounts.platform.change((tx) => setPassword(tx, site.accounts, account.id, hashed))
  const body = new FormData()
  body.set('_csrf', csrfToken(account.session))
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  const headers = {
    cookie: `taal=nl; gestand=${account.session.toString('base64url')}`,
    host: 'localhost',
    'sec-fetch-site': 'same-origin',
  }
  const app = createApp(site)
  const request = (path: string, more: RequestInit = {}) =>
    app.request(`http://localhost${path}`, { ...more, headers })
  const begun = await request('/mijn/alles', { method: 'POST', body })
  if (begun.status !== 303) return begun
  await vi.waitFor(async () => {
    expect(await (await request('/mijn/alles')).text()).toContain('Uw pakket staat klaar')
  }, 10_000)
  return request('/mijn/alles/bestand')
}

async function unpack(answer: Response): Promise<Unpacked> {
  expect(answer.headers.get('content-type')).toBe('application/zip')
  const zip = new Uint8Array(await answer.arrayBuffer())
  expect(answer.headers.get('content-length')).toBe(String(zip.length))
  return new Unpacked(zip)
}

test('rei-02: a client fetches everything after the password once more, which is in the ledger', async () => {
  const one = await bureau()
  await one.summary({ body: 'Wij spraken over uw uren.' })
  const unpacked = await unpack(await ask(one, one.client, { kind: 'access', password: PASSWORD }))
  expect(unpacked.all()).toContain('Wij spraken over uw uren.')
  expect(unpacked.all()).toContain('Ilse Kramer')
  expect(unpacked.all()).not.toContain(one.coach.id)
  const { rows } = await one.there.owner.query(
    `select dossier_id from ledger where act = 'taken' and account_id = $1`,
    [one.client.id],
  )
  expect(rows).toEqual([{ dossier_id: one.dossierId }])
  // It is there for the session that it was made in, and for nobody else.
  const other = new Browser(siteOf(one.there), one.coach)
  expect((await other.get('/mijn/alles/bestand')).status).toBe(404)
})

test('without the right password nothing is made, and nothing typed is lost but the password', async () => {
  const one = await bureau()
  const answer = await ask(one, one.client, { kind: 'portability', password: 'niet het goede' })
  expect(answer.status).toBe(409)
  expect(await answer.text()).toMatch(/value="portability"[^>]*checked/)
  const { rows } = await one.there.owner.query(`select from ledger where activity = 'subject-access'
    and act = 'opened'`)
  expect(rows).toEqual([])
})

test('somebody who works here gets what is held on the own account, and no dossier', async () => {
  const one = await bureau()
  const unpacked = await unpack(await ask(one, one.coach, { kind: 'access', password: PASSWORD }))
  const places = [...unpacked.files.keys()]
  expect(places.filter((place) => place.startsWith('dossiers/'))).toEqual([])
  expect(unpacked.text('account/data/members.json')).toContain('Ilse Kramer')
  expect(unpacked.all()).not.toContain('Sanne')
  expect(unpacked.all()).not.toContain(one.dossierId)
})

test('the page tells what goes into it', async () => {
  const one = await bureau()
  const { body, status } = await new Browser(siteOf(one.there), one.client).get('/mijn/alles')
  expect(status).toBe(200)
  expect(body).toContain('Het bestand is niet versleuteld')
  expect(body).toMatch(/Dossier \d{4}-\d{5}/)
  expect((await new Browser(siteOf(one.there)).get('/mijn/alles')).status).not.toBe(200)
})

test('fetching everything answers the own request for it, and nobody else’s', async () => {
  const one = await bureau()
  const { owner } = one.there
  for (const [account, kind] of [
    [one.client.id, 'access'],
    [one.client.id, 'erasure'],
    [one.coach.id, 'access'],
  ]) {
    const { rows } = await owner.query<{ id: string }>(
      `insert into requests (kind, channel, account_id, due_on, name)
       values ($1, 'account', $2, current_date + 30, 'x') returning id`,
      [kind, account],
    )
    for (const state of ['weighing', 'executing']) {
      await owner.query('update requests set state = $1 where id = $2', [state, rows[0]?.id])
    }
  }
  await ask(one, one.client, { kind: 'access', password: PASSWORD })
  const { rows } = await owner.query(
    `select account_id, kind from requests where state = 'fulfilled'`,
  )
  expect(rows).toEqual([{ account_id: one.client.id, kind: 'access' }])
})

import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { createApp } from '#entry/web/app.tsx'
import { csrfToken } from '#accounts/index.ts'
import { newVisitor } from '#accounts/form-token.ts'
import { Delivery } from '#jobs/delivery.ts'
import { writeNote } from '#modules/practice/index.ts'
import { Unpacked } from '#world/package.ts'
import { platformOf } from '#world/platform.ts'
import { type Bureau, bureau } from '#world/practice.ts'
import { Browser, siteOf } from '#world/site.ts'
import type { WorldAccount } from '#world/world.ts'

interface Asked {
  readonly one: Bureau
  readonly officer: WorldAccount
  readonly path: string
}

/** A bureau where somebody without an account asked for access, and it was granted. */
async function asked(kind = 'access'): Promise<Asked> {
  const one = await bureau()
  const { owner } = one.there
  const officer = await one.there.account('Fatima Groen', ['officer'])
  await one.asCoach((tx) =>
    writeNote(tx, {
      category: 'advice',
      source: 'own',
      channel: 'email',
      body: 'Haar zus Truus Zwart belde.',
    }),
  )
  const id = randomUUID()
  await owner.query(
    `insert into requests (id, kind, channel, person_id, due_on, name, email)
     select $1, $2, 'letter', person_id, current_date + 30, 'Sanne de Wit', 'sanne@example.org'
     from dossiers where id = $3`,
    [id, kind, one.dossierId],
  )
  for (const state of ['weighing', 'executing']) {
    await owner.query('update requests set state = $1 where id = $2', [state, id])
  }
  return { one, officer, path: `/privacy/verzoeken/${id}/pakket` }
}

async function reach({ one, officer }: Asked): Promise<number> {
  const { rowCount } = await one.there.owner.query(
    `select from standing_relations where holder_id = $1 and activity = 'subject-access'`,
    [officer.id],
  )
  return rowCount ?? 0
}

const FORM = { blanks: 'Truus Zwart', looked: 'yes' }

/** Makes the package and sends it; answers with the page that shows the code. */
async function send(desk: Browser, path: string): Promise<string> {
  const sending = `${path}/versturen`
  expect((await desk.submit(path, FORM)).to).toBe(sending)
  await vi.waitFor(async () => {
    expect((await desk.get(sending)).body).toContain('Het pakket is gemaakt')
  }, 10_000)
  return (await desk.submit(sending, { email: 'sanne@example.org' })).body
}

test('baken-06: whoever handles a request reaches the dossiers for it, and no longer than it runs', async () => {
  const here = await asked()
  const desk = new Browser(siteOf(here.one.there), here.officer)
  expect((await desk.get(here.path)).body).toContain('Nog niet begonnen')
  expect(await reach(here)).toBe(0)
  expect((await desk.submit(`${here.path}/openen`)).status).toBe(303)
  expect(await reach(here)).toBe(1)
  expect((await desk.get(here.path)).body).toContain('Haar zus Truus Zwart belde.')
  expect(await send(desk, here.path)).toContain('Het pakket staat klaar')
  expect(await reach(here)).toBe(0)
})

test('baken-06: without its trigger that reach would outlive the request', async () => {
  const here = await asked()
  await here.one.there.owner.query('drop trigger end_request_handling on requests')
  const desk = new Browser(siteOf(here.one.there), here.officer)
  await desk.submit(`${here.path}/openen`)
  expect(await send(desk, here.path)).toContain('Het pakket staat klaar')
  expect(await reach(here)).toBe(1)
})

test('baken-06: nobody else takes a request up, and no other request gives reach', async () => {
  const here = await asked()
  const coach = new Browser(siteOf(here.one.there), here.one.coach)
  expect((await coach.submit(`${here.path}/openen`)).status).toBe(404)
  const other = await asked('erasure')
  const desk = new Browser(siteOf(other.one.there), other.officer)
  expect((await desk.get(other.path)).status).toBe(404)
  expect((await desk.submit(`${other.path}/openen`)).status).not.toBe(303)
  expect(await reach(other)).toBe(0)
})

test('a package leaves only after somebody looked it over', async () => {
  const here = await asked()
  const desk = new Browser(siteOf(here.one.there), here.officer)
  await desk.submit(`${here.path}/openen`)
  const { looked: _, ...unseen } = FORM
  const answer = await desk.submit(here.path, unseen)
  expect(answer.status).toBe(422)
  expect(answer.body).toContain('Truus Zwart')
  expect((await here.one.there.owner.query('select from packages')).rowCount).toBe(0)
})

/** Fetches a package as somebody who has no account. */
async function fetchPackage({ one }: Asked, path: string, code: string): Promise<Response> {
  const site = siteOf(one.there)
  const visitor = newVisitor(site.accounts.visitorKey)
  const body = new FormData()
  body.set('_csrf', csrfToken(visitor.secret))
  body.set('code', code)
  const headers = {
    cookie: `bezoek=${visitor.cookie}`,
    host: 'localhost',
    'sec-fetch-site': 'same-origin',
  }
  return createApp(site).request(`http://localhost${path}`, { method: 'POST', body, headers })
}

async function made(here: Asked): Promise<{ path: string; code: string }> {
  const desk = new Browser(siteOf(here.one.there), here.officer)
  await desk.submit(`${here.path}/openen`)
  const body = await send(desk, here.path)
  const code = /<strong>([\dA-Z-]+)<\/strong>/.exec(body)?.[1] ?? ''
  const { master } = here.one.there.installation
  const address = new URL('http://localhost')
  const platform = platformOf(here.one.there, 'worker')
  const mails = await new Delivery({ platform, master, address }).listMails()
  const text = mails.map(({ mail }) => mail.text).join('\n')
  expect(text).not.toContain(code)
  return { path: /\/pakket\/[\w-]{43}/.exec(text)?.[0] ?? '', code }
}

test('the link and the code together give the package, with the blanks and without others', async () => {
  const here = await asked()
  const { path, code } = await made(here)
  const answer = await fetchPackage(here, path, code.toLowerCase().replaceAll('-', ' '))
  expect(answer.headers.get('content-type')).toBe('application/zip')
  const all = new Unpacked(new Uint8Array(await answer.arrayBuffer())).all()
  expect(all).toContain('Haar zus █████ belde.')
  expect(all).not.toContain('Truus')
  const { rows } = await here.one.there.owner.query(
    `select outcome, state, (select count(*)::int from ledger where act = 'fetched') as taken
     from requests`,
  )
  expect(rows).toEqual([{ outcome: 'fulfilled', state: 'fulfilled', taken: 1 }])
})

test('what waits cannot be opened with the database alone, and ten wrong codes end it', async () => {
  const here = await asked()
  const { path, code } = await made(here)
  const { owner } = here.one.there
  const { rows } = await owner.query<{ body: Buffer }>('select body from package_parts')
  expect(rows.map(({ body }) => body.includes('index.html'))).toEqual(rows.map(() => false))
  for (let time = 0; time < 10; time += 1) {
    expect((await fetchPackage(here, path, 'AAAA-AAAA-AA')).status).toBe(409)
  }
  expect((await fetchPackage(here, path, code)).headers.get('content-type')).not.toContain('zip')
})

test('a package goes with the dossier, and by itself after its days', async () => {
  const here = await asked()
  const { path, code } = await made(here)
  const { owner } = here.one.there
  await owner.query(`update packages set expires_at = now() - interval '1 minute'`)
  expect((await fetchPackage(here, path, code)).headers.get('content-type')).not.toContain('zip')
  await owner.query('select expire_packages()')
  expect((await owner.query('select from packages')).rowCount).toBe(0)
})

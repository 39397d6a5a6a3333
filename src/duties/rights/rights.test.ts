import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { written } from '#store/query.ts'
import { bureau as certified, consent } from '#world/bureau.ts'
import { type Bureau, bureau } from '#world/practice.ts'
import { type RequestDesk, requestDesk } from '#world/requests.ts'
import { confirmRequest, findLinked, takeOwnStep } from './own-step.ts'
import { submitRequest } from './asking.ts'
import { linkRequest, suggestDossiers, takeStep } from './desk.ts'
import { findOwnRequest, findRequest, listOwnRequests, listRequests, listSteps } from './request.ts'
import { unsealWords } from './request-seal.ts'
import { accountsOf } from '#world/accounts.ts'

async function office(): Promise<{ at: Bureau; desk: RequestDesk }> {
  const at = await bureau()
  return { at, desk: await requestDesk(at.there) }
}

function opens({ there, coach, client, dossierId }: Bureau, activity: string): Promise<boolean> {
  const who = activity === 'self-service' ? client : coach
  return there.store.open(who.for(activity), dossierId, {}).then(
    () => true,
    () => false,
  )
}

test('what the statement does at once is granted to the person at once, and the rest is weighed', async () => {
  const { at, desk } = await office()
  expect((await desk.ask(at.client, 'access')).state).toBe('fulfilled')
  expect((await desk.ask(at.client, 'erasure')).state).toBe('executing')
  expect((await desk.ask(at.client, 'rectification')).state).toBe('weighing')
  await expect(desk.ask(at.client, 'erasure')).rejects.toMatchObject({ code: 'REQUEST_OPEN' })
})

test('a request shows to who asked and to who handles requests, and its words to them alone', async () => {
  const { at, desk } = await office()
  const { there, client, coach } = at
  const { id } = await desk.ask(client, 'rectification', { words: 'Mijn naam is fout.' })
  const own = await there.store.list(client.for('self-service'), 'requests', {
    list: listOwnRequests,
    one: findOwnRequest(id),
  })
  expect(own.list).toHaveLength(1)
  const opening = await desk.parts.keys.open(there.organisation, id)
  expect(unsealWords(opening, own.one[0]?.words ?? null)).toBe('Mijn naam is fout.')
  const stranger = await there.account('Stranger')
  await there.relate(stranger.id, at.dossierId, 'client')
  const others = { one: findOwnRequest(id), steps: listSteps(id) }
  const seen = await there.store.list(stranger.for('self-service'), 'requests', others)
  expect(seen).toEqual({ one: [], steps: [] })
  const desked = await there.store.list(desk.officer.for('request-handling'), 'requests', {
    list: listRequests({ view: 'open' }),
    one: findRequest(id),
  })
  expect(desked.list).toHaveLength(1)
  expect(desked.one[0]).toMatchObject({ name: 'Sanne de Wit', state: 'weighing' })
  await expect(
    there.store.list(coach.for('request-handling'), 'requests', { one: findRequest(id) }),
  ).resolves.toEqual({ one: [] })
  await expect(
    there.store.list(coach.for('coaching'), 'requests', { one: findRequest(id) }),
  ).rejects.toMatchObject({ code: 'NOT_DECLARED' })
})

test('without its guard a request of somebody else would show', async () => {
  const { at, desk } = await office()
  const { there } = at
  const { id } = await desk.ask(at.client, 'rectification')
  const stranger = await there.account('Stranger')
  await there.relate(stranger.id, at.dossierId, 'client')
  await there.owner.query('drop policy core_concerned on requests')
  const seen = await there.store.list(stranger.for('self-service'), 'requests', {
    rows: written(sql<{ id: string }>`select id from requests where id = ${id}`),
  })
  expect(seen.rows).toHaveLength(1)
})

test('only who handles requests takes steps with them', async () => {
  const { at, desk } = await office()
  const { id } = await desk.ask(at.client, 'rectification')
  const step = { requestId: id, action: 'grant' as const, note: '' }
  for (const [account, activity] of [
    [at.client, 'self-service'],
    [at.coach, 'coaching'],
    [at.coach, 'request-handling'],
    [desk.officer, 'oversight'],
  ] as const) {
    const tried = at.there.store.change(account.for(activity), (tx) =>
      takeStep(tx, desk.parts, step),
    )
    await expect(tried, activity).rejects.toMatchObject({ code: 'NOT_FOUND' })
  }
  expect(await desk.act((tx) => takeStep(tx, desk.parts, step))).toBe('executing')
})

test('cas-18, bur-32: restriction shields a dossier from everyone and keeps it, until the person lifts it', async () => {
  const { at, desk } = await office()
  const { there, client, dossierId } = at
  expect(await opens(at, 'coaching')).toBe(true)
  expect((await desk.ask(client, 'restriction', { dossierId })).state).toBe('fulfilled')
  expect(await opens(at, 'coaching')).toBe(false)
  expect(await opens(at, 'self-service')).toBe(false)
  const rows = await there.owner.query('select from clients where dossier_id = $1', [dossierId])
  expect(rows.rowCount).toBe(1)
  const [restriction] = await there.store.change(client.for('self-service'), (tx) =>
    tx.run(written(sql<{ id: string }>`select id from own_restrictions()`)),
  )
  const lift = (who: typeof client) =>
    there.store.change(who.for('self-service'), (tx) =>
      tx.run(written(sql`select lift_own_restriction(${restriction?.id})`)),
    )
  await expect(lift(at.coach)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await lift(client)
  expect(await opens(at, 'coaching')).toBe(true)
})

test('cas-18: nobody but the person lifts a restriction that was not announced', async () => {
  const { at, desk } = await office()
  const { owner } = at.there
  await desk.ask(at.client, 'restriction')
  const lift = () => owner.query('update restrictions set lifted_at = now()')
  await expect(lift()).rejects.toMatchObject({ code: '23514' })
  const { rows } = await owner.query<{ id: string }>('select id from restrictions')
  const announce = (day: string) =>
    desk.act((tx) =>
      tx.run(written(sql`select announce_lifting(${rows[0]?.id}, ${day}::text::date)`)),
    )
  await expect(announce('2020-01-01')).rejects.toMatchObject({ code: 'LIFTING_NOT_ANNOUNCED' })
  await announce('2099-01-01')
  const steps = await owner.query(`select ground from request_steps
    where action = 'announce-lifting'`)
  expect(steps.rows).toEqual([{ ground: '2099-01-01' }])
  await expect(lift()).rejects.toMatchObject({ code: '23514' })
  await owner.query('select lift_announced()')
  expect(await opens(at, 'coaching')).toBe(false)
  await owner.query(`update restrictions set announced_at = now() - interval '9 days',
    lifts_on = gestand.today()`)
  await owner.query('select lift_announced()')
  expect(await opens(at, 'coaching')).toBe(true)
})

test('cas-19, bur-33: an objection stops the activity at once, and no other', async () => {
  const { at, desk } = await office()
  const { there } = at
  const about = 'relation-management'
  const objected = await desk.ask(at.client, 'objection', { about })
  expect(objected.state).toBe('fulfilled')
  const { rows } = await there.owner.query('select paused_activities as paused from dossiers')
  expect(rows).toEqual([{ paused: [about] }])
  expect(await opens(at, 'coaching')).toBe(true)
  await expect(desk.ask(at.client, 'objection', { about: 'coaching' })).rejects.toMatchObject({
    code: 'REQUEST_ABOUT_MISSING',
  })
})

test('cas-19: while an objection is weighed the activity stands still, also for a line outside the dossier', async () => {
  const { at, desk } = await office()
  const { there } = at
  const { owner } = there
  const manager = await there.account('Director', ['manager'])
  const party = await there.party('Het Veerhuis')
  await owner.query(
    `insert into relation_lines (party_id, dossier_id, name, service, year)
     values ($1, $2, 'Sanne de Wit', 're-integration', 2026)`,
    [party, at.dossierId],
  )
  const lines = async () => {
    const { rows } = await there.store.list(manager.for('relation-management'), 'lines', {
      rows: written(sql<{ id: string }>`select id from relation_lines`),
    })
    return rows.length
  }
  await owner.query(`update right_rules set at_once = false where word = 'objection'`)
  expect(await lines()).toBe(1)
  const { id, state } = await desk.ask(at.client, 'objection', { about: 'relation-management' })
  expect(state).toBe('weighing')
  expect(await lines()).toBe(0)
  const refuse = { requestId: id, action: 'refuse' as const, ground: 'compelling' }
  await expect(
    desk.act((tx) => takeStep(tx, desk.parts, { ...refuse, note: '' })),
  ).rejects.toMatchObject({ code: 'REQUEST_REASON_MISSING' })
  await desk.act((tx) => takeStep(tx, desk.parts, { ...refuse, note: 'Omdat het moet.' }))
  expect(await lines()).toBe(1)
})

test('a request without an account is tied to a dossier by its number; nothing else shows', async () => {
  const { at, desk } = await office()
  const { there } = at
  await there.owner.query(`update gestand.accounts set email = 'sanne@example.org' where id = $1`, [
    at.client.id,
  ])
  const id = await desk.letter('access', { email: 'SANNE@example.org' })
  const { rows } = await there.store.list(desk.officer.for('request-handling'), 'suggestions', {
    rows: suggestDossiers(id),
  })
  expect(rows).toMatchObject([{ byEmail: true, kind: 're-integration' }])
  const link = (reference: string) =>
    desk.act((tx) => linkRequest(tx, id, { reference, wholePerson: true }))
  await expect(link('2026-99999')).rejects.toMatchObject({ code: 'REQUEST_DOSSIER_UNKNOWN' })
  await link(rows[0]?.reference ?? '')
})

test('the public form counts once its address was confirmed, and is followed by the same link', async () => {
  const { at, desk } = await office()
  const { accounts, mails } = accountsOf(at.there)
  const { organisation } = at.there
  const id = '00000000-0000-4000-8000-00000000abcd'
  const where = { ...desk.parts, address: '192.0.2.9' }
  const submitted = {
    id,
    kind: 'erasure' as const,
    words: 'Weg ermee.',
    language: 'nl' as const,
    name: 'B. de Boer',
    email: 'b.deboer@example.org',
    behalf: 'self' as const,
  }
  await submitRequest(accounts, where, submitted)
  await expect(submitRequest(accounts, where, submitted)).rejects.toMatchObject({
    code: 'DUPLICATE',
  })
  const listed = async () => {
    const { rows } = await at.there.store.list(desk.officer.for('request-handling'), 'requests', {
      rows: listRequests({ view: 'all' }),
    })
    return rows.length
  }
  expect(await listed()).toBe(0)
  const [mail] = await mails()
  const secret = Buffer.from(mail?.text.match(/verzoek\/([\w-]{43})\//)?.[1] ?? '', 'base64url')
  expect(await confirmRequest(accounts, { organisation, secret })).toBe(true)
  expect(await confirmRequest(accounts, { organisation, secret })).toBe(false)
  expect(await listed()).toBe(1)
  const linked = await findLinked(accounts, { organisation, secret })
  expect(linked).toMatchObject({ id, state: 'received' })
  const wrong = Buffer.alloc(32, 1)
  expect(await findLinked(accounts, { organisation, secret: wrong })).toBeUndefined()
  for (let tries = 0; tries < 3; tries += 1) {
    await submitRequest(accounts, where, { ...submitted, id: crypto.randomUUID() }).catch(() => 0)
  }
  await expect(
    submitRequest(accounts, where, { ...submitted, id: crypto.randomUUID() }),
  ).rejects.toMatchObject({ code: 'TRY_LATER' })
})

test('a person answers and lets go of the own request only', async () => {
  const { at, desk } = await office()
  const { id } = await desk.ask(at.client, 'rectification')
  const other = await at.there.account('Somebody')
  const step = { requestId: id, action: 'withdraw' as const, note: '' }
  const take = (who: typeof other) =>
    at.there.store.change(who.for('self-service'), (tx) => takeOwnStep(tx, desk.parts, step))
  await expect(take(other)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await take(at.client)
  await expect(take(at.client)).rejects.toMatchObject({ code: 'REQUEST_STEP_IMPOSSIBLE' })
})

test('a withdrawal that is asked for ends the consent at once, and says how it came', async () => {
  const at = await certified()
  const desk = await requestDesk(at.there)
  const party = await at.there.party('Het Veerhuis')
  const consentId = await consent(at, { consent: 'disclosure', holderId: party })
  const { state } = await desk.ask(at.client, 'withdrawal', { about: consentId })
  expect(state).toBe('fulfilled')
  const { rows } = await at.there.owner.query('select request_id, way from withdrawals')
  expect(rows).toEqual([{ request_id: consentId, way: 'own-pages' }])
})

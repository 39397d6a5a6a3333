import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { written } from '#store/query.ts'
import { type Bureau, bureau, runCheck } from '#world/bureau.ts'
import { requestDesk } from '#world/requests.ts'
import { takeStep } from './desk.ts'
import { receiveCopy, sendCopy } from './identity.ts'
import { finishRectification, listAskedRectifications, rectify } from './rectification.ts'
import { requestSweep } from './sweep.ts'
import { Platform } from '#store/platform.ts'
import { Outbox } from '#jobs/outbox.ts'
import { WORLD_MASTER } from '#world/master.ts'

async function codes(at: Bureau, name: string): Promise<string[]> {
  return (await runCheck(at, name)).codes
}

test('bur-04, zor-05: a request that is open after its term breaks the promise, an answer keeps it', async () => {
  const at = await bureau()
  const desk = await requestDesk(at.there)
  const id = await desk.letter('access')
  const check = () => codes(at, 'requests-answered')
  expect(await check()).toEqual([])
  const { owner } = at.there
  await owner.query('update requests set due_on = gestand.today() - 1')
  expect(await check()).toEqual(['OVERDUE'])
  await owner.query('update requests set due_on = gestand.today()')
  await desk.act((tx) =>
    takeStep(tx, desk.parts, {
      requestId: id,
      action: 'refuse',
      ground: 'unfounded',
      note: 'Daarom.',
    }),
  )
  expect(await check()).toEqual([])
  await owner.query(`update requests set due_on = gestand.today() - 1`)
  expect(await check()).toEqual(['ANSWERED_LATE'])
})

test('bur-30, baken-06: a copy that stays when identity is established breaks the promise', async () => {
  const at = await bureau()
  const desk = await requestDesk(at.there)
  const { owner } = at.there
  const id = await desk.letter('access')
  const step = { requestId: id, note: '' }
  await desk.act((tx) => takeStep(tx, desk.parts, { ...step, action: 'ask-identity' }))
  const copy = await receiveCopy(desk.parts, Buffer.from([0xff, 0xd8, 0xff, 1]))
  await desk.act((tx) => sendCopy(tx, id, copy))
  const check = () => codes(at, 'identity-copies-destroyed')
  expect(await check()).toEqual([])
  await owner.query('alter table requests disable trigger destroy_copies')
  await owner.query(`update requests set identified_at = now(), state = 'weighing'`)
  expect(await check()).toEqual(['KEPT'])
  await owner.query('alter table requests enable trigger destroy_copies')
  await owner.query(`update requests set identified_at = now() + interval '1 second'`)
  expect(await check()).toEqual([])
})

test('bur-30, baken-06: an answered request is destroyed after its term, and one that stays breaks the promise', async () => {
  const at = await bureau()
  const desk = await requestDesk(at.there)
  const { owner } = at.there
  await desk.ask(at.client, 'restriction')
  await owner.query(`alter table requests disable trigger guard_request`)
  await owner.query(`update requests set closed_at = now() - interval '3 years',
    due_on = gestand.today() - 1000`)
  expect(await codes(at, 'requests-answered')).toEqual(['KEPT_TOO_LONG'])
  await requestSweep(
    {
      platform: new Platform(at.worker),
      outbox: new Outbox(WORLD_MASTER),
      links: desk.parts.links,
    },
    { id: at.there.organisation, title: 'Bureau De Brug' },
  )
  expect((await owner.query('select from requests')).rowCount).toBe(0)
})

test('bur-31, cas-18: a value is put right, what it was shows to the person alone, and recipients are told', async () => {
  const at = await bureau()
  const { there, coach, client, dossierId } = at
  const desk = await requestDesk(there)
  const { id } = await desk.ask(client, 'rectification', { words: 'Ik heet Bakkers.' })
  const change = {
    id: randomUUID(),
    requestId: id,
    place: {
      table: 'clients',
      column: 'family_name',
      key: { column: 'dossier_id', value: dossierId },
      sealed: false,
    },
    value: 'Bakkers',
    reason: 'Verkeerd gespeld.',
  }
  const asCoach = (work: Parameters<typeof there.store.changeDossier>[2]) =>
    there.store.changeDossier(coach.for('coaching'), dossierId, work)
  await expect(asCoach((tx) => rectify(tx, change))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const party = await there.party('Het Veerhuis')
  await there.owner.query(`update parties set email = 'post@veerhuis.example.org'`)
  await there.owner.query('alter table deliveries disable trigger user')
  await there.owner.query(
    `insert into deliveries (id, dossier_id, recipient, party_id, channel, purpose, categories,
       subject, item)
     values ($1, $2, 'principal', $3, 'link', 'accountability', '{approved-document}', 'documents',
       $1)`,
    [randomUUID(), dossierId, party],
  )
  await desk.act((tx) => takeStep(tx, desk.parts, { requestId: id, action: 'grant', note: '' }))
  await asCoach(async (tx) => {
    expect(await tx.run(listAskedRectifications)).toMatchObject([{ id, done: 0 }])
    await rectify(tx, change)
    await finishRectification(tx, id, 'fulfilled')
  })
  const { rows } = await there.owner.query('select family_name from clients')
  expect(rows).toEqual([{ family_name: 'Bakkers' }])
  const old = written(sql<{ old: Buffer }>`select old_value as old from rectifications`)
  const opened = await there.store.open(client.for('self-service'), dossierId, { old })
  const [row] = opened.answers.old
  expect(opened.dossier.unseal('rectifications.old_value', row?.old ?? Buffer.alloc(0))).toBe(
    'Bakker',
  )
  await expect(there.store.open(coach.for('coaching'), dossierId, { old })).rejects.toMatchObject({
    code: 'NOT_DECLARED',
  })
  const platform = new Platform(at.worker)
  const told = await requestSweep(
    { platform, outbox: new Outbox(WORLD_MASTER), links: desk.parts.links },
    { id: there.organisation, title: 'Bureau De Brug' },
  )
  expect(told.recipients).toBe(1)
})

test('bur-32, cas-18: a restricted dossier that shows all the same breaks the promise', async () => {
  const at = await bureau()
  const { there } = at
  const desk = await requestDesk(there)
  await desk.ask(at.client, 'restriction')
  const check = () => codes(at, 'restriction-shields')
  expect(await check()).toEqual([])
  await there.owner.query('update dossiers set restricted_at = null')
  expect(await check()).toEqual(['REACHED'])
  await there.owner.query('update dossiers set restricted_at = now()')
  expect(await check()).toEqual([])
  await there.owner.query(`update restrictions set restricted_at = now() - interval '1 hour'`)
  await there.owner.query(
    `insert into ledger (at, account_id, activity, act, dossier_id)
     values (now() - interval '10 minutes', $1, 'coaching', 'opened', $2)`,
    [at.coach.id, at.dossierId],
  )
  expect(await check()).toEqual(['OPENED'])
})

test('bur-33, cas-19: an activity that goes on after an objection breaks the promise', async () => {
  const at = await bureau()
  const { there } = at
  const desk = await requestDesk(there)
  await desk.ask(at.client, 'objection', { about: 'relation-management' })
  const check = () => codes(at, 'objection-pauses')
  expect(await check()).toEqual([])
  await there.owner.query(`update dossiers set paused_activities = '{}'`)
  expect(await check()).toEqual(['NOT_PAUSED'])
})

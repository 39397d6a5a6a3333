import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { Outbox } from '#jobs/outbox.ts'
import { WORLD_MASTER } from '#world/master.ts'
import { platformOf } from '#world/platform.ts'
import { type Bureau, bureau, POST } from '#world/practice.ts'
import type { WorldAccount } from '#world/world.ts'
import { cancelAppointment, planAppointments } from './appointment.ts'
import { beginFeed, endFeed, feedTimes, ownFeed, writeFeed } from './feed.ts'
import { remindOfAppointments } from './reminder.ts'
import { laterDay, mondayOf, wallTimeOf } from './wall-time.ts'

const TUESDAY = laterDay(mondayOf(wallTimeOf(new Date()).day), 15)

function plan(here: Bureau): Promise<string> {
  const at = { day: TUESDAY, time: '14:00', minutes: 60, way: 'office' } as const
  return here.asCoach((tx) => planAppointments(tx, { ...at, place: 'Kamer 2', post: POST }))
}

function begin({ there }: Bureau, account: WorldAccount, activity: string): Promise<Buffer> {
  return there.store
    .change(account.for(activity), beginFeed)
    .then((secret) => Buffer.from(secret, 'base64url'))
}

async function read({ there }: Bureau, secret: Buffer): Promise<string> {
  const { times } = await there.store.publicly(there.organisation, { times: feedTimes(secret) })
  return writeFeed(times, 'gestand.example.org')
}

test('bur-09: a link gives each account its own times, and nothing that tells whose or where', async () => {
  const here = await bureau()
  const id = await plan(here)
  for (const [account, activity] of [
    [here.coach, 'coaching'],
    [here.client, 'self-service'],
  ] as const) {
    const text = await read(here, await begin(here, account, activity))
    expect(text).toContain(`UID:${id}@gestand.example.org`)
    expect(text).not.toMatch(/Wit|Sanne|Kamer|Kramer|re-int/i)
    const events = ICAL.Component.fromString(text).getAllSubcomponents('vevent')
    expect(events.map((event) => event.getFirstPropertyValue('summary'))).toEqual(['Afspraak'])
  }
})

test('who has no link, a wrong one, an old one or a withdrawn one gets nothing', async () => {
  const here = await bureau()
  await plan(here)
  const old = await begin(here, here.coach, 'coaching')
  const secret = await begin(here, here.coach, 'coaching')
  for (const wrong of [Buffer.alloc(32), old]) {
    await expect(read(here, wrong)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  }
  expect(await read(here, secret)).toContain('VEVENT')
  const { feed } = await here.there.store.list(here.coach.for('coaching'), 'x', { feed: ownFeed })
  expect(feed.map(({ read_at: readAt }) => readAt instanceof Date)).toEqual([true])
  await here.there.store.change(here.coach.for('coaching'), endFeed)
  await expect(read(here, secret)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const { rows } = await here.there.owner.query<{ act: string }>(
    `select act from ledger where subject in ('calendar_feeds', 'calendar-feed') order by id`,
  )
  expect(rows.map(({ act }) => act)).toEqual(['inserted', 'inserted', 'listed', 'deleted'])
})

test('a link follows what its account reaches: after a hand-over, and when it is disabled', async () => {
  const here = await bureau()
  await plan(here)
  const secret = await begin(here, here.coach, 'coaching')
  await here.there.owner.query(`update relations set until = now() where holder_id = $1`, [
    here.coach.id,
  ])
  expect(await read(here, secret)).not.toContain('VEVENT')
  await here.there.owner.query('update gestand.accounts set disabled_at = now() where id = $1', [
    here.coach.id,
  ])
  await expect(read(here, secret)).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('the secret of a link is kept nowhere', async () => {
  const here = await bureau()
  const secret = await begin(here, here.coach, 'coaching')
  const { rows } = await here.there.owner.query<{ row: string }>(
    'select f::text as row from calendar_feeds f',
  )
  expect(rows[0]?.row).not.toContain(secret.toString('hex'))
})

async function remind({ there }: Bureau): Promise<number> {
  const sender = { id: there.organisation, title: 'De Brug' }
  return remindOfAppointments(platformOf(there, 'worker'), new Outbox(WORLD_MASTER), sender)
}

/** Lets the appointments be some hours from now. */
async function comeNear({ there }: Bureau, hours: number): Promise<void> {
  await there.owner.query('set session_replication_role = replica')
  await there.owner.query(
    `update appointments set starts_at = now() + $1 * interval '1 hour',
       ends_at = now() + $1 * interval '1 hour' + interval '1 hour'`,
    [hours],
  )
  await there.owner.query('set session_replication_role = origin')
}

test('the client is reminded within a day before, once', async () => {
  const here = await bureau()
  await plan(here)
  expect(await remind(here)).toBe(0)
  await comeNear(here, 20)
  expect([await remind(here), await remind(here)]).toEqual([1, 0])
  const { rows } = await here.there.owner.query<{ account_id: string }>(
    `select account_id from gestand.mails where kind = 'appointment-soon'`,
  )
  expect(rows).toEqual([{ account_id: here.client.id }])
})

test('nobody is reminded of what was cancelled, nor of what begins right now', async () => {
  const here = await bureau()
  const id = await plan(here)
  await comeNear(here, 1)
  expect(await remind(here)).toBe(0)
  await here.asCoach((tx) => cancelAppointment(tx, { id, post: POST }))
  await comeNear(here, 20)
  expect(await remind(here)).toBe(0)
})

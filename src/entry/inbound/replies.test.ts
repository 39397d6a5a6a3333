import { expect, test } from 'vitest'
import {
  appointmentReads,
  confirmAppointment,
  moveAppointment,
  planAppointments,
  readAppointments,
} from '#modules/practice/index.ts'
import { from } from '#store/query.ts'
import {
  DOMAIN,
  invitation,
  type Post,
  post,
  replying,
  type Said,
  waiting,
} from '#world/inbound-post.ts'
import { POST } from '#world/practice.ts'

async function plan({ here }: Post): Promise<string> {
  const post = { outbox: POST.outbox, organisation: POST.organisation }
  const time = { day: '2030-11-25', time: '10:00', minutes: 60, way: 'office' } as const
  return here.asCoach((tx) => planAppointments(tx, { ...time, anyway: true, post }))
}

async function stateOf({ here }: Post): Promise<string | undefined> {
  const { store, organisation } = here.there
  const access = await store.access(organisation, 'coaching')
  const reads = appointmentReads(access, here.dossierId)
  const { dossier, answers } = await store.open(here.coach.for('coaching'), here.dossierId, reads)
  return readAppointments(dossier, answers)[0]?.state
}

test('what the client’s calendar answers by mail stands with the appointment, the newest last', async () => {
  const server = await post()
  const id = await plan(server)
  const to = await invitation(server)
  expect(to).toMatchObject({ sequence: 0, attendee: `${server.here.client.id}@example.org` })
  expect(to.organizer).toMatch(new RegExp(`^[0-9a-f]{32}\\.\\w+@${DOMAIN}$`))
  const answer = async (partstat: string, minute: number) => {
    const stamp = `20261123T10${String(minute).padStart(2, '0')}00Z`
    expect(await server.send(replying(to, partstat, { stamp }))).toBe('taken')
    return stateOf(server)
  }
  expect(await answer('TENTATIVE', 1)).toBe('tentative')
  expect(await answer('ACCEPTED', 5)).toBe('confirmed')
  expect(await answer('DECLINED', 3)).toBe('confirmed')
  expect(await answer('DECLINED', 7)).toBe('declined')
  await server.here.asClient((tx) => confirmAppointment(tx, { id, sequence: 0 }))
  expect(await stateOf(server)).toBe('confirmed')
  expect(await waiting(server)).toBe(0)
  const { owner } = server.here.there
  const { rows } = await owner.query<{ kind: string }>(
    `select kind from gestand.mails where account_id = $1 and kind = 'agenda-changed'`,
    [server.here.coach.id],
  )
  expect(rows).toHaveLength(2)
  const told = await owner.query(`select from ledger where subject = 'appointment_replies'`)
  expect(told.rowCount).toBe(3)
})

test('only who was invited answers, and only for that appointment as it stands now', async () => {
  const server = await post()
  const id = await plan(server)
  const to = await invitation(server)
  const yes = replying(to, 'ACCEPTED')
  const strange = {
    'somebody else': { ...yes, from: 'iemand@example.org' },
    'somebody else, also in the calendar': replying(
      { ...to, attendee: 'i@example.org' },
      'ACCEPTED',
    ),
    'another appointment': replying(
      { ...to, uid: to.uid.replace(/^.{8}/, '00000000') },
      'ACCEPTED',
    ),
  }
  for (const [what, mail] of Object.entries(strange)) {
    expect([what, await server.send(mail)]).toEqual([what, '550'])
  }
  expect(await stateOf(server)).toBe('planned')
  const [startsAt, endsAt] = ['2030-11-26T09:00Z', '2030-11-26T10:00Z'].map((at) => new Date(at))
  if (!startsAt || !endsAt) throw new Error('no times')
  const move = { id, startsAt, endsAt, anyway: true, post: { ...POST } }
  await server.here.asCoach((tx) => moveAppointment(tx, move))
  expect(await server.send(yes)).toBe('taken')
  expect(await stateOf(server)).toBe('planned')
  const again = await invitation(server)
  expect(again).toMatchObject({ organizer: to.organizer, uid: to.uid, sequence: 1 })
  expect(await server.send({ from: to.attendee, to: to.organizer, text: 'Ik kom!' })).toBe('taken')
  expect(await waiting(server)).toBe(1)
  const { owner } = server.here.there
  await owner.query(`create or replace function invited(dossier uuid, address text)
    returns boolean language sql as 'select true'`)
  const forged = replying({ ...again, attendee: 'i@example.org' }, 'ACCEPTED')
  expect(await server.send(forged)).toBe('taken')
  expect(await stateOf(server)).toBe('confirmed')
})

const FIRST = '2030-10-21'

/** Four weeks across the end of summer time, and what is said of each. */
async function planSeries({ here }: Post): Promise<string> {
  const time = { day: FIRST, time: '10:00', minutes: 60, way: 'office', weeks: 4 } as const
  return here.asCoach((tx) => planAppointments(tx, { ...time, anyway: true, post: { ...POST } }))
}

async function statesOf({ here }: Post): Promise<readonly string[]> {
  const { store, organisation } = here.there
  const access = await store.access(organisation, 'coaching')
  const reads = appointmentReads(access, here.dossierId)
  const { dossier, answers } = await store.open(here.coach.for('coaching'), here.dossierId, reads)
  const appointments = readAppointments(dossier, answers)
  return appointments.toSorted((a, b) => +a.startsAt - +b.startsAt).map(({ state }) => state)
}

test('a series is answered as a whole, or one time of it by itself, the newest last', async () => {
  const server = await post()
  const id = await planSeries(server)
  const to = await invitation(server)
  expect(to.uid).not.toContain(id)
  const send = (partstat: string, said: Said) => server.send(replying(to, partstat, said))
  expect(await send('ACCEPTED', { stamp: '20261123T100100Z' })).toBe('taken')
  expect(await statesOf(server)).toEqual(['confirmed', 'confirmed', 'confirmed', 'confirmed'])
  // By the clock here, in UTC, and by that of a calendar elsewhere which tells its zone.
  const second = { which: ';TZID=Europe/Amsterdam:20301028T100000', stamp: '20261123T100200Z' }
  expect(await send('DECLINED', second)).toBe('taken')
  const third = { which: ':20301104T090000Z', stamp: '20261123T100300Z' }
  expect(await send('TENTATIVE', third)).toBe('taken')
  expect(await statesOf(server)).toEqual(['confirmed', 'declined', 'tentative', 'confirmed'])
  expect(await send('ACCEPTED', { ...second, stamp: '20261123T100000Z' })).toBe('taken')
  expect(await statesOf(server)).toEqual(['confirmed', 'declined', 'tentative', 'confirmed'])
  expect(await send('DECLINED', { which: ':20301105T090000Z' })).toBe('550')
  expect(await send('DECLINED', { which: ';VALUE=DATE:20301104' })).toBe('taken')
  expect(await waiting(server)).toBe(1)
  expect(await send('DECLINED', { stamp: '20261123T110000Z' })).toBe('taken')
  expect(await statesOf(server)).toEqual(Array(4).fill('declined'))
  const told = await server.here.there.owner.query(
    `select from gestand.mails where account_id = $1 and kind = 'agenda-changed'`,
    [server.here.coach.id],
  )
  expect(told.rowCount).toBe(3)
})

test('a time of a series that was moved is another question, and stays of that series', async () => {
  const server = await post()
  const id = await planSeries(server)
  const whole = await invitation(server)
  const [startsAt, endsAt] = ['2030-10-22T12:00Z', '2030-10-22T13:00Z'].map((at) => new Date(at))
  if (!startsAt || !endsAt) throw new Error('no times')
  const move = { id, startsAt, endsAt, anyway: true, post: { ...POST } }
  await server.here.asCoach((tx) => moveAppointment(tx, move))
  const moved = await invitation(server)
  expect(moved).toMatchObject({ uid: whole.uid, organizer: whole.organizer, sequence: 1 })
  expect(await server.send(replying(whole, 'ACCEPTED'))).toBe('taken')
  expect((await statesOf(server))[0]).toBe('planned')
  expect((await statesOf(server)).slice(1)).toEqual(Array(3).fill('confirmed'))
  const which = ';TZID=Europe/Amsterdam:20301021T100000'
  expect(await server.send(replying(moved, 'ACCEPTED', { which }))).toBe('taken')
  expect(await statesOf(server)).toEqual(Array(4).fill('confirmed'))
  const { owner } = server.here.there
  // When it was planned at first is what calendars know it by: nobody changes that.
  const change = from.updateTable('appointments').set({ recurs_at: startsAt }).where('id', '=', id)
  await server.here.asCoach((tx) => tx.run(change))
  const { rows } = await owner.query<{ at: Date }>(
    'select recurs_at as at from appointments where id = $1',
    [id],
  )
  expect(rows[0]?.at).toEqual(new Date('2030-10-21T08:00:00Z'))
})

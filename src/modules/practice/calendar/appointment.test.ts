import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { closeEngagement } from '#modules/practice/closure.ts'
import { dossierReads, readDossier } from '#modules/practice/index.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { type Bureau, bureau, POST } from '#world/practice.ts'
import type { WorldAccount } from '#world/world.ts'
import {
  type Appointment,
  type AppointmentDetails,
  agendaReads,
  appointmentReads,
  readAgenda,
  readAppointments,
} from './agenda-view.ts'
import { answerProposal, confirmAppointment, proposeTimes } from './answer.ts'
import { cancelAppointment, moveAppointment, planAppointments } from './appointment.ts'
import { blockTime, keepHours } from './block.ts'
import { plannableReads, readPlannable } from './clients.ts'
import { instantAt, laterDay, mondayOf, wallTimeOf } from './wall-time.ts'

/** A Tuesday that is still to come, far enough from today for every rule. */
const TUESDAY = laterDay(mondayOf(wallTimeOf(new Date()).day), 15)
const HIDDEN = { code: 'NOT_FOUND' }

function plan(
  here: Bureau,
  other: Partial<Parameters<typeof planAppointments>[1]> = {},
): Promise<string> {
  const at = { day: TUESDAY, time: '14:00', minutes: 60, way: 'office', post: POST } as const
  return here.asCoach((tx) => planAppointments(tx, { ...at, ...other }))
}

async function see(
  here: Bureau,
  account: WorldAccount,
  activity: string,
): Promise<(Appointment & AppointmentDetails)[]> {
  const { store, organisation } = here.there
  const access = await store.access(organisation, activity)
  const reads = appointmentReads(access, here.dossierId)
  const { dossier, answers } = await store.open(account.for(activity), here.dossierId, reads)
  return readAppointments(dossier, answers)
}

const seeAsClient = (here: Bureau) => see(here, here.client, 'self-service')

async function agenda(here: Bureau, account: WorldAccount, activity: string) {
  const { store, organisation } = here.there
  const access = await store.access(organisation, activity)
  const reads = agendaReads(access, { from: TUESDAY, until: laterDay(TUESDAY, 7) })
  return readAgenda(await store.list(account.for(activity), 'agenda', reads))
}

function asPlanner<T>(
  { there, dossierId }: Bureau,
  planner: WorldAccount,
  work: (tx: OpenedDossier) => Promise<T>,
): Promise<T> {
  return there.store.changeDossier(planner.for('planning'), dossierId, work)
}

async function mails({ there }: Bureau): Promise<string[]> {
  const { rows } = await there.owner.query<{ kind: string }>(
    'select kind from gestand.mails order by queued_at, kind',
  )
  return rows.map(({ kind }) => kind)
}

test('the client sees when, where and with whom, and is invited by mail', async () => {
  const here = await bureau()
  await plan(here, { place: 'Kamer 2', remark: 'Neem uw cv mee.' })
  const [seen] = await seeAsClient(here)
  expect(seen).toMatchObject({ place: 'Kamer 2', remark: 'Neem uw cv mee.', coach: 'Ilse Kramer' })
  expect(seen?.startsAt).toEqual(instantAt(TUESDAY, '14:00'))
  expect(await mails(here)).toEqual(['appointment-news'])
})

test('a week of times opens no file, and says nothing of where or what', async () => {
  const here = await bureau()
  await plan(here, { place: 'Kamer 2' })
  const { rows: before } = await here.there.owner.query('select from ledger where act = $1', [
    'opened',
  ])
  const { appointments } = await agenda(here, here.coach, 'coaching')
  expect(appointments.map(({ client, reference }) => [client?.familyName, reference])).toEqual([
    ['Wit', expect.stringMatching(/^\d{4}-\d{5}$/)],
  ])
  expect(appointments[0]).not.toHaveProperty('place')
  const { rows: after } = await here.there.owner.query('select from ledger where act = $1', [
    'opened',
  ])
  expect(after.length).toBe(before.length)
})

test('a series keeps its hour, each time being one of its own', async () => {
  const here = await bureau()
  await plan(here, { weeks: 20 })
  const seen = await seeAsClient(here)
  expect(seen.map(({ startsAt }) => wallTimeOf(startsAt))).toEqual(
    Array.from({ length: 20 }, (_, week) => ({ day: laterDay(TUESDAY, 7 * week), time: '14:00' })),
  )
  expect(await mails(here)).toEqual(['appointment-news'])
})

test('what stands in the way is told, and can be planned all the same', async () => {
  const here = await bureau()
  const { coach, there } = here
  const refused = (time: string, code: string, day = TUESDAY): Promise<void> =>
    expect(plan(here, { time, day, minutes: 30 })).rejects.toMatchObject({ code })
  await plan(here)
  await refused('14:45', 'CONFLICT_COACH')
  await refused('20:00', 'CONFLICT_HOURS')
  await refused('10:00', 'CONFLICT_HOURS', laterDay(TUESDAY, 4))
  await there.store.change(coach.for('coaching'), (tx) =>
    blockTime(tx, {
      id: randomUUID(),
      reason: 'training',
      startsAt: instantAt(TUESDAY, '09:00'),
      endsAt: instantAt(TUESDAY, '11:00'),
    }),
  )
  await refused('10:30', 'CONFLICT_BLOCK')
  await there.store.change(coach.for('coaching'), (tx) =>
    keepHours(tx, coach.id, [{ weekday: 2, starts: '08:30', ends: '20:30' }]),
  )
  await plan(here, { time: '20:00', minutes: 30 })
  await refused('12:00', 'CONFLICT_HOURS', laterDay(TUESDAY, 1))
  await plan(here, { time: '14:30', anyway: true })
})

test('a client has one appointment at a time, also with another coach, who is not told whose', async () => {
  const here = await bureau()
  const { there, client, dossierId } = here
  await plan(here)
  const other = await there.account('Noor Bakker', ['coach'])
  await there.owner.query(`update relations set until = now() where relation = 'responsible-coach'`)
  await there.relate(other.id, dossierId, 'responsible-coach')
  const again = there.store.changeDossier(other.for('coaching'), dossierId, (tx) =>
    planAppointments(tx, { day: TUESDAY, time: '14:30', minutes: 30, way: 'phone', post: POST }),
  )
  await expect(again).rejects.toMatchObject({ code: 'CONFLICT_CLIENT' })
  expect(client.id).toBeDefined()
})

test('bur-09: a planner plans and moves, and reads no more than times', async () => {
  const here = await bureau()
  const planner = await here.there.account('Pim Planner', ['planner'])
  const id = await asPlanner(here, planner, (tx) =>
    planAppointments(tx, { day: TUESDAY, time: '09:00', minutes: 45, way: 'video', post: POST }),
  )
  await here.asCoach((tx) =>
    moveAppointment(tx, {
      id,
      startsAt: instantAt(TUESDAY, '10:00'),
      endsAt: instantAt(TUESDAY, '11:00'),
      place: 'Kamer 3',
      remark: 'Over uw ziekte.',
      post: POST,
    }),
  )
  const [seen] = await see(here, planner, 'planning')
  expect(seen).toMatchObject({ coachId: here.coach.id, way: 'video', state: 'planned' })
  expect(seen).not.toHaveProperty('place')
  expect(seen).not.toHaveProperty('remark')
  expect(seen).not.toHaveProperty('client')
  const { store, organisation } = here.there
  const access = await store.access(organisation, 'planning')
  const clients = await store.list(planner.for('planning'), 'clients', plannableReads(access))
  expect(readPlannable(clients, true)).toEqual([
    { dossierId: here.dossierId, reference: seen?.reference, coachId: here.coach.id },
  ])
  const reads = dossierReads(access, here.dossierId)
  const { dossier, answers } = await store.open(planner.for('planning'), here.dossierId, reads)
  const view = readDossier(dossier, answers, access)
  expect([view.client, view.profile, view.notes, view.documents]).toEqual([undefined, {}, [], []])
  // The coach hears of what the planner did, and the client of both.
  expect((await mails(here)).toSorted()).toEqual([
    'agenda-changed',
    'appointment-news',
    'appointment-news',
  ])
})

test('bur-09: without the activity in the statement nobody plans for others', async () => {
  const here = await bureau()
  const planner = await here.there.account('Pim Planner', ['planner'])
  await here.there.owner.query(`delete from rules where activity = 'planning'`)
  await expect(see(here, planner, 'planning')).rejects.toMatchObject(HIDDEN)
})

test('who does not reach the client is not planned with, and sees no appointment', async () => {
  const here = await bureau()
  const stranger = await here.there.account('Noor Bakker', ['coach'])
  const id = await plan(here)
  expect((await agenda(here, stranger, 'coaching')).appointments).toEqual([])
  const give = (): Promise<unknown> =>
    here.there.owner.query('update appointments set coach_id = $1 where id = $2', [stranger.id, id])
  await expect(give()).rejects.toThrow('COACH_NOT_OF_CLIENT')
  await here.there.owner.query('alter table appointments disable trigger guard_appointment')
  await give()
})

test('bur-09: the client confirms the time as it stands, and not one that was moved meanwhile', async () => {
  const here = await bureau()
  const id = await plan(here)
  await here.asClient((tx) => confirmAppointment(tx, { id, sequence: 0 }))
  expect((await seeAsClient(here))[0]?.state).toBe('confirmed')
  const startsAt = instantAt(TUESDAY, '16:00')
  const endsAt = instantAt(TUESDAY, '17:00')
  await here.asCoach((tx) => moveAppointment(tx, { id, startsAt, endsAt, post: POST }))
  expect((await seeAsClient(here))[0]).toMatchObject({ state: 'planned', sequence: 1 })
  const late = here.asClient((tx) => confirmAppointment(tx, { id, sequence: 2 }))
  await expect(late).rejects.toMatchObject({ code: 'APPOINTMENT_MOVED' })
})

test('bur-09: times go back and forth until one side chooses, and only of the newest proposal', async () => {
  const here = await bureau()
  const id = await plan(here)
  const [morning, evening] = [instantAt(TUESDAY, '09:00'), instantAt(TUESDAY, '16:30')]
  const offer = (times: Date[], formId = randomUUID()) => ({ formId, id, times, post: POST })
  await here.asClient((tx) => proposeTimes(tx, offer([morning])))
  const first = (await seeAsClient(here))[0]?.proposal
  expect(first).toMatchObject({ side: 'client', times: [morning] })
  const own = { id, proposalId: first?.id ?? '', chosen: morning, post: POST }
  await expect(here.asClient((tx) => answerProposal(tx, own))).rejects.toMatchObject({
    code: 'PROPOSAL_REPLACED',
  })
  await here.asCoach((tx) => proposeTimes(tx, offer([evening])))
  await expect(here.asCoach((tx) => answerProposal(tx, own))).rejects.toMatchObject({
    code: 'PROPOSAL_REPLACED',
  })
  const second = (await seeAsClient(here))[0]?.proposal
  const answer = { id, proposalId: second?.id ?? '', post: POST }
  const invented = instantAt(TUESDAY, '17:00')
  await expect(
    here.asClient((tx) => answerProposal(tx, { ...answer, chosen: invented })),
  ).rejects.toMatchObject({ code: 'APPOINTMENT_PAST' })
  await here.asClient((tx) => answerProposal(tx, { ...answer, chosen: evening }))
  const [seen] = await seeAsClient(here)
  expect(seen).toMatchObject({ state: 'confirmed', startsAt: evening, sequence: 1 })
  expect(seen).not.toHaveProperty('proposal')
})

test('a client cancels until a day before, the practice at any time before it is over', async () => {
  const here = await bureau()
  const [far, near] = [await plan(here), await plan(here, { time: '16:00' })]
  await here.there.owner.query('set session_replication_role = replica')
  await here.there.owner.query(
    `update appointments set starts_at = now() + interval '20 hours',
       ends_at = now() + interval '21 hours' where id = $1`,
    [near],
  )
  await here.there.owner.query('set session_replication_role = origin')
  await here.asClient((tx) => cancelAppointment(tx, { id: far, post: POST }))
  const late = here.asClient((tx) => cancelAppointment(tx, { id: near, post: POST }))
  await expect(late).rejects.toMatchObject({ code: 'APPOINTMENT_NEAR' })
  await here.asCoach((tx) => cancelAppointment(tx, { id: near, post: POST }))
  const seen = await seeAsClient(here)
  expect(seen.map(({ cancelledBy }) => cancelledBy)).toEqual(['practice', 'client'])
  const again = here.asCoach((tx) =>
    moveAppointment(tx, {
      id: far,
      startsAt: instantAt(TUESDAY, '09:00'),
      endsAt: instantAt(TUESDAY, '10:00'),
      post: POST,
    }),
  )
  await expect(again).rejects.toMatchObject({ code: 'APPOINTMENT_CANCELLED' })
})

test('nothing is planned in the past, nor in a dossier that was closed', async () => {
  const here = await bureau()
  const past = plan(here, { day: laterDay(TUESDAY, -35), anyway: true })
  await expect(past).rejects.toMatchObject({ code: 'APPOINTMENT_PAST' })
  await here.asCoach((tx) => closeEngagement(tx, { outcome: 'completed' }))
  await expect(plan(here)).rejects.toMatchObject({ code: 'DOSSIER_CLOSED' })
})

test('blocked times show to colleagues and to no client, whoever asks how', async () => {
  const here = await bureau()
  const { there, coach, client } = here
  const block = {
    id: randomUUID(),
    reason: 'private',
    startsAt: instantAt(TUESDAY, '09:00'),
    endsAt: instantAt(TUESDAY, '11:00'),
  } as const
  await there.store.change(coach.for('coaching'), (tx) => blockTime(tx, block))
  const colleague = await there.account('Noor Bakker', ['coach'])
  expect((await agenda(here, colleague, 'coaching')).blocks).toHaveLength(1)
  expect((await agenda(here, client, 'self-service')).blocks).toEqual([])
  await there.owner.query('drop policy core_colleagues on time_blocks')
  expect((await agenda(here, client, 'self-service')).blocks).toHaveLength(1)
})

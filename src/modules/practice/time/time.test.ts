import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { changeConsult, noteConsult } from '#modules/practice/consult.ts'
import { Actors } from '#modules/practice/actors.ts'
import { dossierReads } from '#modules/practice/dossier-reads.ts'
import { type Bureau, bureau } from '#world/practice.ts'
import type { WorldAccount } from '#world/world.ts'
import { type DossierTime, readDossierTime, timeReads } from './dossier-time.ts'
import { correctTime, recordTime, removeTime, type TimeSpent } from './entry.ts'
import { readMinutes, sayMinutes } from './minutes.ts'
import { readWeek, weekOf, weekReads } from './week.ts'

const SPENT: TimeSpent = {
  day: '2026-11-03',
  minutes: 45,
  kind: 'report',
  billable: true,
  remark: 'Plan van aanpak geschreven.',
}

async function look(here: Bureau, who: WorldAccount, activity: string): Promise<DossierTime> {
  const { store, organisation } = here.there
  const access = await store.access(organisation, activity)
  const { dossier, answers } = await store.open(who.for(activity), here.dossierId, {
    ...dossierReads(access, here.dossierId),
    ...timeReads(access, here.dossierId),
  })
  return readDossierTime(dossier, answers, new Actors(answers.members, answers.relations))
}

async function invoice(here: Bureau, line: string | null): Promise<void> {
  await here.there.owner.query('update time_entries set invoice_line = $1', [line])
}

test('rei-09, baken-09: a consult comes in the time registration by itself, and is corrected with it', async () => {
  const here = await bureau()
  const consult = { heldOn: '2026-11-03', minutes: 60, way: 'office' as const }
  const id = await here.asCoach((tx) => noteConsult(tx, consult))
  expect((await look(here, here.coach, 'coaching')).entries).toMatchObject([
    { day: '2026-11-03', minutes: 60, kind: 'consult', consultId: id, by: { name: 'Ilse Kramer' } },
  ])
  await here.asCoach((tx) => changeConsult(tx, { ...consult, id, minutes: 75 }))
  expect((await look(here, here.coach, 'coaching')).minutes).toBe(75)
})

test('rei-09, baken-09: the client sees all time with its remarks, and changes nothing', async () => {
  const here = await bureau()
  await here.asCoach((tx) => recordTime(tx, SPENT))
  await here.asCoach((tx) => recordTime(tx, { ...SPENT, minutes: 15, billable: false }))
  const time = await look(here, here.client, 'self-service')
  expect(time).toMatchObject({ minutes: 60, billableMinutes: 45 })
  expect(time.entries[0]).toMatchObject({ remark: SPENT.remark })
  await expect(here.asClient((tx) => recordTime(tx, SPENT))).rejects.toMatchObject({
    code: 'NOT_DECLARED',
  })
})

test('what a correction replaced, and what was taken out, stays in the history', async () => {
  const here = await bureau()
  const id = randomUUID()
  await here.asCoach((tx) => recordTime(tx, { id, ...SPENT }))
  await here.asCoach((tx) => correctTime(tx, { id, ...SPENT, minutes: 30, remark: '' }))
  const corrected = await look(here, here.coach, 'coaching')
  expect(corrected.entries).toMatchObject([{ minutes: 30, earlier: [{ minutes: 45 }] }])
  expect(corrected.entries[0]?.remark).toBeUndefined()
  await here.asCoach((tx) => removeTime(tx, id))
  const gone = await look(here, here.coach, 'coaching')
  expect(gone).toMatchObject({ entries: [], removed: [{ minutes: 30, removed: true }] })
})

test('time on an invoice is locked, and free again once it is off it', async () => {
  const here = await bureau()
  const id = randomUUID()
  await here.asCoach((tx) => recordTime(tx, { id, ...SPENT }))
  await invoice(here, randomUUID())
  const correct = () => here.asCoach((tx) => correctTime(tx, { id, ...SPENT, minutes: 30 }))
  await expect(correct()).rejects.toMatchObject({ code: 'TIME_INVOICED' })
  await expect(here.asCoach((tx) => removeTime(tx, id))).rejects.toMatchObject({
    code: 'TIME_INVOICED',
  })
  await invoice(here, null)
  await correct()
})

test('with the guard taken away invoiced time could be changed', async () => {
  const here = await bureau()
  const id = randomUUID()
  await here.asCoach((tx) => recordTime(tx, { id, ...SPENT, remark: '' }))
  await invoice(here, randomUUID())
  await here.there.owner.query('drop trigger guard_time_entry on time_entries')
  await here.asCoach((tx) => correctTime(tx, { id, ...SPENT, minutes: 30, remark: '' }))
  expect((await look(here, here.coach, 'coaching')).minutes).toBe(30)
})

test('time lies on a day that has come, within the service or before it', async () => {
  const here = await bureau()
  const ahead = here.asCoach((tx) => recordTime(tx, { ...SPENT, day: '2100-01-01' }))
  await expect(ahead).rejects.toMatchObject({ code: 'TIME_IN_FUTURE' })
  await here.there.owner.query(
    `insert into closures (dossier_id, outcome, ended_on) values ($1, 'completed', gestand.today())`,
    [here.dossierId],
  )
  await here.asCoach((tx) => recordTime(tx, SPENT))
  await here.there.owner.query(`update closures set ended_on = '2026-11-01'`)
  await expect(here.asCoach((tx) => recordTime(tx, SPENT))).rejects.toMatchObject({
    code: 'TIME_AFTER_END',
  })
})

test('a week shows what one recorded oneself for clients within reach, and opens no dossier', async () => {
  const here = await bureau()
  await here.asCoach((tx) => recordTime(tx, SPENT))
  const { store, organisation } = here.there
  const access = await store.access(organisation, 'coaching')
  const ask = async (who: WorldAccount) =>
    readWeek(await store.list(who.for('coaching'), 'week', weekReads(access, weekOf('2026-11-05'))))
  expect(await ask(here.coach)).toMatchObject({
    entries: [{ day: '2026-11-03', minutes: 45, name: { familyName: 'Wit' } }],
    clients: [{ dossierId: here.dossierId }],
  })
  const colleague = await here.there.account('Bram', ['coach'])
  expect(await ask(colleague)).toEqual({ entries: [], clients: [] })
})

test('a length of time is read as minutes or as hours and minutes, and nothing else', () => {
  expect(['90', '1:30', '1.05', '0:45', '24:00'].map(readMinutes)).toEqual([90, 90, 65, 45, 1440])
  const wrong = ['', '0', '1:3', '1:75', '24:01', '1441', 'een uur', '-5', '1,5']
  expect(wrong.map(readMinutes)).toEqual(wrong.map(() => undefined))
  expect([5, 90, 600].map(sayMinutes)).toEqual(['0:05', '1:30', '10:00'])
})

test('a week begins on Monday, over the end of a year too', () => {
  expect(weekOf('2027-01-01')).toMatchObject({
    monday: '2026-12-28',
    before: '2026-12-21',
    after: '2027-01-04',
  })
  expect(weekOf('2026-11-23').monday).toBe('2026-11-23')
  expect(weekOf('2026-11-29').days.at(-1)).toBe('2026-11-29')
})

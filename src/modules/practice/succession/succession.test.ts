import { dayFromNow } from '#world/days.ts'
import { expect, test } from 'vitest'
import { Outbox } from '#jobs/outbox.ts'
import { platformOf } from '#world/platform.ts'
import { type Bureau, bureau } from '#world/practice.ts'
import type { WorldAccount } from '#world/world.ts'
import {
  chooseSuccession,
  confirmEnding,
  declareEnding,
  findEnding,
  listSuccessions,
  nameSuccessor,
  ownSuccessions,
  recordLetter,
  revokeEnding,
} from './ending.ts'
import { carryOutSuccession } from './telling.ts'

const HIDDEN = { code: 'NOT_FOUND' }

interface Practice {
  readonly here: Bureau
  readonly director: WorldAccount
  readonly officer: WorldAccount
  readonly successor: WorldAccount
}

/** A practice for case management with one client, and a successor who works nowhere in it. */
async function practice(): Promise<Practice> {
  const here = await bureau({ organisation: 'casework', kind: 'case-management' })
  const { there } = here
  const director = await there.account('J. Vuurtoren', ['manager'])
  const officer = await there.account('Ruben Smit', ['officer'])
  const successor = await there.account('Hanna Kustlicht')
  await there.owner.query(`insert into members (account_id, name) values ($1, 'Hanna Kustlicht')`, [
    successor.id,
  ])
  return { here, director, officer, successor }
}

async function declared(practised: Practice): Promise<string> {
  const { here, director, successor } = practised
  const ending = { reason: 'stopping', endsOn: dayFromNow(0), chooseBy: dayFromNow(28) } as const
  const as = director.for('practice-ending')
  await here.there.store.change(as, (tx) => nameSuccessor(tx, successor.id))
  await here.there.store.change(as, (tx) => declareEnding(tx, ending))
  const { endings } = await here.there.store.list(as, 'ending', { endings: findEnding })
  return endings[0]?.id ?? ''
}

function confirm({ here }: Practice, who: WorldAccount, id: string): Promise<void> {
  return here.there.store.change(who.for('practice-ending'), (tx) => confirmEnding(tx, id))
}

function carryOut({ here: { there } }: Practice): Promise<{ told: number; settled: number }> {
  const platform = platformOf(there, 'worker')
  const outbox = new Outbox(there.installation.master)
  return carryOutSuccession({ platform, outbox }, { id: there.organisation, label: 'Het Baken' })
}

function choose({ here }: Practice, choice: 'transfer' | 'close' | 'destroy'): Promise<void> {
  return here.there.store.changeDossier(here.client.for('self-service'), here.dossierId, (tx) =>
    chooseSuccession(tx, choice),
  )
}

async function names({ here, successor }: Practice): Promise<string[]> {
  const as = successor.for('succession')
  const { rows } = await here.there.store.list(as, 'succession', { rows: listSuccessions(1) })
  return rows.map(({ familyName }) => familyName)
}

async function faults({ here }: Practice): Promise<unknown[]> {
  const { rows } = await here.there.owner.query(
    'select distinct code from evidence_succession() where code is not null order by 1',
  )
  return rows.map(({ code }: { code: string }) => code)
}

test('baken-11: a successor sees nothing before two people established the end, and then names only', async () => {
  const practised = await practice()
  const { here, director, officer, successor } = practised
  const id = await declared(practised)
  expect(await names(practised)).toEqual([])
  await expect(confirm(practised, director, id)).rejects.toMatchObject({ code: 'ENDING_OWN' })
  await expect(confirm(practised, here.coach, id)).rejects.toMatchObject(HIDDEN)
  await confirm(practised, officer, id)
  expect(await names(practised)).toEqual(['Wit'])
  for (const activity of ['coaching', 'self-service', 'subject-access', 'oversight']) {
    await expect(
      here.there.store.open(successor.for(activity), here.dossierId, {}),
    ).rejects.toMatchObject(HIDDEN)
  }
  await here.there.store.change(director.for('practice-ending'), (tx) => revokeEnding(tx, id))
  expect(await names(practised)).toEqual([])
  expect(await faults(practised)).toEqual([])
})

test('baken-11: no administrator makes a successor; without the guard one would, and it is found', async () => {
  const practised = await practice()
  const { here, successor } = practised
  const { owner } = here.there
  const give = () =>
    owner.query(`insert into functions (account_id, function) values ($1, 'successor')`, [
      successor.id,
    ])
  await expect(give()).rejects.toThrow(/SUCCESSOR_NOT_YET/)
  await owner.query('alter table functions disable trigger guard_successor')
  await give()
  expect(await faults(practised)).toEqual(['SUCCESSOR_EARLY'])
})

test('baken-11: clients are told once and choose; who chooses so is handed over on the last day', async () => {
  const practised = await practice()
  const { here, officer, successor } = practised
  const { there, client, coach, dossierId } = here
  const id = await declared(practised)
  await expect(choose(practised, 'transfer')).rejects.toMatchObject({ code: 'CHOICE_OVER' })
  await confirm(practised, officer, id)
  expect(await carryOut(practised)).toEqual({ told: 1, settled: 0 })
  expect(await carryOut(practised)).toEqual({ told: 0, settled: 0 })
  const { rows: mails } = await there.owner.query(
    `select account_id from gestand.mails where kind = 'practice-ends'`,
  )
  expect(mails).toEqual([{ account_id: client.id }])
  await choose(practised, 'transfer')
  // It comes back also when an older backup does.
  const { rows: noted } = await there.owner.query(
    `select distinct table_name from gestand.endings where table_name like 'succession%'`,
  )
  expect(noted).toEqual([{ table_name: 'successions' }])
  const { own } = await there.store.list(client.for('self-service'), 'own', { own: ownSuccessions })
  expect(own).toMatchObject([{ successor: 'Hanna Kustlicht', choice: 'transfer', outcome: null }])
  expect(await carryOut(practised)).toEqual({ told: 0, settled: 1 })
  await there.store.open(successor.for('coaching'), dossierId, {})
  await expect(there.store.open(coach.for('coaching'), dossierId, {})).rejects.toMatchObject(HIDDEN)
  expect(await names(practised)).toEqual([])
  await expect(choose(practised, 'close')).rejects.toMatchObject({ code: 'CHOICE_OVER' })
  expect(await faults(practised)).toEqual([])
})

test('baken-11: what is not handed over is closed, and goes on the first day that the law allows', async () => {
  const practised = await practice()
  const { here, officer, successor } = practised
  const { there, client, coach, dossierId } = here
  await confirm(practised, officer, await declared(practised))
  await choose(practised, 'destroy')
  expect((await carryOut(practised)).settled).toBe(1)
  for (const who of [coach, successor]) {
    await expect(there.store.open(who.for('coaching'), dossierId, {})).rejects.toMatchObject(HIDDEN)
  }
  await there.store.open(client.for('self-service'), dossierId, {})
  const { rows } = await there.owner.query(
    `select outcome, d.due_on = (gestand.today() + interval '15 years')::date as by_law
     from successions s join due_dates d using (dossier_id) where d.part = 'dossier'`,
  )
  expect(rows).toEqual([{ outcome: 'destroyed', by_law: true }])
  const { rows: ended } = await there.owner.query(
    'select carried_at is not null as carried from practice_endings',
  )
  expect(ended).toEqual([{ carried: true }])
})

test('baken-11: who does not choose is closed after the day, and who has no account gets a letter', async () => {
  const practised = await practice()
  const { here, officer, director } = practised
  const { owner, store } = here.there
  await owner.query(`delete from relations where relation = 'client'`)
  await confirm(practised, officer, await declared(practised))
  expect(await carryOut(practised)).toEqual({ told: 0, settled: 0 })
  const { rows } = await owner.query<{ reference: string }>('select reference from dossiers')
  const reference = rows[0]?.reference ?? ''
  const write = () =>
    store.change(director.for('practice-ending'), (tx) => recordLetter(tx, reference))
  await write()
  await expect(write()).rejects.toMatchObject(HIDDEN)
  await owner.query(`update practice_endings set declared_at = now() - interval '90 days',
    confirmed_at = now() - interval '80 days', choose_by = gestand.today() - 5,
    ends_on = gestand.today() - 5`)
  expect(await faults(practised)).toEqual(['NOT_SETTLED'])
  expect((await carryOut(practised)).settled).toBe(1)
  expect(await faults(practised)).toEqual([])
  const handOver = owner.query(`update successions set outcome = 'transferred'`)
  await expect(handOver).rejects.toMatchObject({ code: '23514' })
})

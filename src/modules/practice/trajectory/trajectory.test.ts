import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { Actors } from '#modules/practice/actors.ts'
import { type Bureau, bureau } from '#world/practice.ts'
import type { WorldAccount } from '#world/world.ts'
import { caseloadReads, readCaseload } from '#modules/practice/caseload.ts'
import { addAction, completeAction, copyActions, removeAction, reopenAction } from './action.ts'
import { addTemplateAction, removeTemplateAction } from './action-template.ts'
import { writeExpectation } from './expectation.ts'
import { addGoal, changeGoal, removeGoal } from './goal.ts'
import { saveTrajectory } from './trajectory.ts'
import { readTrajectory, trajectoryReads, type TrajectoryView } from './trajectory-view.ts'

async function view(
  here: Bureau,
  account: WorldAccount,
  { activity = 'coaching', today = '2026-11-23' } = {},
): Promise<TrajectoryView> {
  const { store, organisation } = here.there
  const access = await store.access(organisation, activity)
  const reads = trajectoryReads(access, here.dossierId)
  const { dossier, answers } = await store.open(account.for(activity), here.dossierId, reads)
  const actors = new Actors([], [])
  return readTrajectory(dossier, answers, { today, startedAt: new Date(), actors })
}

const SELF = { activity: 'self-service' }

test('bur-07: coach and client see the same goals, with the steps towards them', async () => {
  const here = await bureau()
  const goal = randomUUID()
  const step = { id: randomUUID(), partOf: goal, body: 'Cv bijwerken', dueOn: '2026-12-01' }
  await here.asCoach(async (tx) => {
    await addGoal(tx, { id: goal, body: 'Passend werk' })
    await addGoal(tx, step)
    await changeGoal(tx, { id: step.id, body: 'Cv bijgewerkt', state: 'reached' })
  })
  const expected = [
    { body: 'Passend werk', state: 'open', steps: [{ body: 'Cv bijgewerkt', state: 'reached' }] },
  ]
  expect((await view(here, here.coach)).goals).toMatchObject(expected)
  expect((await view(here, here.client, SELF)).goals).toMatchObject(expected)
  const deeper = here.asCoach((tx) => addGoal(tx, { partOf: step.id, body: 'Te diep' }))
  await expect(deeper).rejects.toMatchObject({ code: 'GOAL_TOO_DEEP' })
  const byClient = here.asClient((tx) => addGoal(tx, { body: 'Zelf' }))
  await expect(byClient).rejects.toMatchObject({ code: 'NOT_DECLARED' })
  await here.asCoach((tx) => removeGoal(tx, goal))
  expect((await view(here, here.coach)).goals).toEqual([])
})

test('what goals, expectations and actions say stands nowhere in the database', async () => {
  const here = await bureau()
  await here.asCoach(async (tx) => {
    await addGoal(tx, { body: 'geheim' })
    await writeExpectation(tx, { holder: 'coach', body: 'geheim' })
    await addAction(tx, { body: 'geheim', performer: 'coach', week: 1 })
  })
  const { rows } = await here.there.owner.query<{ body: Buffer }>(
    'select body from goals union all select body from expectations union all select body from actions',
  )
  expect(rows.map(({ body }) => body.includes('geheim'))).toEqual([false, false, false])
})

test('clients write what they expect themselves, and nothing in the name of others', async () => {
  const here = await bureau()
  await here.asClient((tx) => writeExpectation(tx, { holder: 'client', body: 'Rust' }))
  const forOther = here.asClient((tx) =>
    writeExpectation(tx, { holder: 'coach', body: 'Ik zeg dit' }),
  )
  await expect(forOther).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect((await view(here, here.coach)).expectations).toMatchObject([{ body: 'Rust' }])
  await here.there.owner.query('drop trigger guard_own_expectation on expectations')
  await here.asClient((tx) => writeExpectation(tx, { holder: 'coach', body: 'Nu wel' }))
})

test('an action is late once its week, or its day, is over and nobody ticked it', async () => {
  const here = await bureau()
  const [ofClient, ofCoach] = [randomUUID(), randomUUID()]
  await here.asCoach(async (tx) => {
    const trajectory = { startedOn: '2026-11-02', projectNumber: 'P-1', status: 'running' as const }
    await saveTrajectory(tx, trajectory)
    await saveTrajectory(tx, { ...trajectory, budgetMinutes: 1200 })
    await addAction(tx, { id: ofClient, body: 'Cv sturen', performer: 'client', week: 3, day: 7 })
    await addAction(tx, { id: ofCoach, body: 'Bellen', performer: 'coach', week: 4 })
  })
  const before = await view(here, here.coach)
  expect(before).toMatchObject({ week: 4, budgetMinutes: 1200, spentMinutes: 0 })
  expect(before.actions).toMatchObject([
    { id: ofClient, dueOn: '2026-11-22', late: true },
    { id: ofCoach, dueOn: '2026-11-29', late: false },
  ])
  await here.asClient((tx) => completeAction(tx, ofClient))
  await here.asClient((tx) => completeAction(tx, ofClient))
  expect((await view(here, here.coach)).actions).toMatchObject([
    { late: false, done: {} },
    { late: false },
  ])
  await here.asClient((tx) => reopenAction(tx, ofClient))
  expect((await view(here, here.client, SELF)).actions).toMatchObject([{ late: true }, {}])
})

test('lists say how many actions are late, without a dossier being opened', async () => {
  const here = await bureau()
  const late = async (): Promise<number | undefined> => {
    const { store, organisation } = here.there
    const reads = caseloadReads(await store.access(organisation, 'coaching'))
    const answers = await store.list(here.coach.for('coaching'), 'caseload', reads)
    return readCaseload(answers).rows[0]?.actionsLate
  }
  const [first, second] = [randomUUID(), randomUUID()]
  const trajectory = { startedOn: '2020-01-06', projectNumber: '', status: 'running' as const }
  await here.asCoach(async (tx) => {
    await addAction(tx, { id: first, body: 'Bellen', performer: 'coach', week: 1 })
    await addAction(tx, { id: second, body: 'Cv sturen', performer: 'client', week: 2 })
  })
  expect(await late()).toBe(0)
  await here.asCoach((tx) => saveTrajectory(tx, trajectory))
  expect(await late()).toBe(2)
  await here.asClient((tx) => completeAction(tx, second))
  expect(await late()).toBe(1)
  await here.asClient((tx) => reopenAction(tx, second))
  await here.asCoach((tx) => removeAction(tx, first))
  expect(await late()).toBe(1)
  await here.asCoach((tx) => saveTrajectory(tx, { ...trajectory, status: 'paused' }))
  expect(await late()).toBe(0)
})

test('clients tick their own actions and not those of the coach', async () => {
  const here = await bureau()
  const id = randomUUID()
  await here.asCoach((tx) => addAction(tx, { id, body: 'Bellen', performer: 'coach', week: 1 }))
  const tick = () => here.asClient((tx) => completeAction(tx, id))
  await expect(tick()).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await here.there.owner.query('drop trigger guard_completion on action_completions')
  await tick()
})

test('an action list begins with what the organisation usually does in that service', async () => {
  const here = await bureau()
  const id = randomUUID()
  const template = { kind: 're-integration', performer: 'coach' as const, week: 2 }
  const keeping = here.coach.for('template-keeping')
  await here.there.store.change(keeping, (tx) =>
    addTemplateAction(tx, { ...template, id, body: 'Plan bespreken' }),
  )
  expect(await here.asCoach((tx) => copyActions(tx, 're-integration'))).toBe(1)
  expect(await here.asCoach((tx) => copyActions(tx, 'outplacement'))).toBe(0)
  expect((await view(here, here.coach)).actions).toMatchObject([{ body: 'Plan bespreken' }])
  await here.there.store.change(keeping, (tx) => removeTemplateAction(tx, id))
  const byClient = here.there.store.change(here.client.for('template-keeping'), (tx) =>
    addTemplateAction(tx, { ...template, body: 'Ik ook' }),
  )
  await expect(byClient).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a closed dossier takes no new goals, actions or ticks', async () => {
  const here = await bureau()
  const id = randomUUID()
  await here.asCoach((tx) => addAction(tx, { id, body: 'Bellen', performer: 'client', week: 1 }))
  await here.there.owner.query(
    `insert into closures (dossier_id, outcome) values ($1, 'completed')`,
    [here.dossierId],
  )
  const closed = { code: 'DOSSIER_CLOSED' }
  await expect(here.asCoach((tx) => addGoal(tx, { body: 'Laat' }))).rejects.toMatchObject(closed)
  await expect(here.asClient((tx) => completeAction(tx, id))).rejects.toMatchObject(closed)
})

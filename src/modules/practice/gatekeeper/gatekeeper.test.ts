import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Outbox } from '#jobs/outbox.ts'
import { platformOf } from '#world/platform.ts'
import { WORLD_MASTER } from '#world/master.ts'
import { type Bureau, bureau } from '#world/practice.ts'
import type { WorldAccount } from '#world/world.ts'
import { completeStep, recordSickLeave, reopenStep } from './gatekeeper.ts'
import { gatekeeperReads, type GatekeeperView, readGatekeeper } from './gatekeeper-view.ts'
import { remindOfGatekeeperTerms } from './reminder.ts'

const DAY_MS = 86_400_000

async function view(
  here: Bureau,
  account: WorldAccount,
  { activity = 'coaching', today = '2026-11-23' } = {},
): Promise<GatekeeperView | undefined> {
  const { store, organisation } = here.there
  const access = await store.access(organisation, activity)
  const reads = gatekeeperReads(access, here.dossierId)
  const { answers } = await store.open(account.for(activity), here.dossierId, reads)
  return readGatekeeper(answers, today)
}

/** A calendar on which weeks are crossed off one by one, day by day. */
function lastDayOfWeek(firstDay: string, week: number): string {
  let day = new Date(`${firstDay}T12:00:00Z`)
  for (let crossed = 1; crossed < week * 7; crossed += 1) day = new Date(day.getTime() + DAY_MS)
  return day.toISOString().slice(0, 10)
}

test('each term ends with the last day of its week, counted from the first day of illness', async () => {
  const here = await bureau()
  const firstDays = fc.date({
    min: new Date('2020-01-01T00:00:00Z'),
    max: new Date('2032-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  await fc.assert(
    fc.asyncProperty(firstDays, async (date) => {
      const firstSickOn = date.toISOString().slice(0, 10)
      await here.asCoach((tx) => recordSickLeave(tx, { firstSickOn }))
      const terms = (await view(here, here.coach))?.terms ?? []
      expect(terms.map(({ week }) => week)).toEqual([6, 8, 42, 52, 91])
      for (const { week, dueOn } of terms) expect(dueOn).toBe(lastDayOfWeek(firstSickOn, week))
    }),
    {
      numRuns: 15,
      examples: [[new Date('2024-02-29T00:00:00Z')], [new Date('2025-12-31T00:00:00Z')]],
    },
  )
})

test('cas-11: case management has no such terms, and its second track has them', async () => {
  const sick = { firstSickOn: '2026-01-05' }
  const barred = await bureau({ organisation: 'casework', kind: 'case-management' })
  const record = barred.asCoach((tx) => recordSickLeave(tx, sick))
  await expect(record).rejects.toMatchObject({ code: 'CATEGORY_BARRED' })
  const kind = 're-integration-second-track'
  const here = await bureau({ organisation: 'casework', kind })
  await here.asCoach((tx) => recordSickLeave(tx, sick))
  const mine = await view(here, here.client, { activity: 'self-service' })
  expect(mine?.terms.map(({ week }) => week)).toEqual([6, 8, 42, 52, 91])
})

test('bur-07: the terms stand in services whose law has them, and in no others', async () => {
  const here = await bureau({ kind: 'outplacement' })
  const record = () => here.asCoach((tx) => recordSickLeave(tx, { firstSickOn: '2026-01-05' }))
  await expect(record()).rejects.toMatchObject({ code: 'CATEGORY_BARRED' })
  await here.there.owner.query('drop policy "category coaching" on sick_leaves')
  await expect(record()).resolves.toBeUndefined()
})

test('a plan of action is done with a document that both signed, and with nothing less', async () => {
  const here = await bureau()
  const documentId = randomUUID()
  await here.there.owner.query(
    `insert into documents
       (id, dossier_id, category, title, media_type, bytes, digest, source, channel)
     values ($1, $2, 'goals', 'x', 'application/pdf', 3, sha256('x'), 'own', 'conversation')`,
    [documentId, here.dossierId],
  )
  await here.asCoach((tx) => recordSickLeave(tx, { firstSickOn: '2026-09-07' }))
  const plan = { step: 'plan-of-action', documentId, doneOn: '2026-10-20' } as const
  const complete = () => here.asCoach((tx) => completeStep(tx, plan))
  await expect(complete()).rejects.toMatchObject({ code: 'PLAN_NOT_SIGNED' })
  const bare = here.asCoach((tx) =>
    completeStep(tx, { step: 'problem-analysis', doneOn: '2026-10-01' }),
  )
  await expect(bare).rejects.toMatchObject({ code: 'STEP_NEEDS_DOCUMENT' })
  await here.asCoach((tx) =>
    completeStep(tx, { step: 'problem-analysis', documentId, doneOn: '2026-10-01' }),
  )
  await here.asCoach((tx) => completeStep(tx, { step: 'notification', doneOn: '2026-11-01' }))
  expect((await view(here, here.client, { activity: 'self-service' }))?.terms).toMatchObject([
    { state: 'done', doneOn: '2026-10-01', documentId },
    { state: 'late' },
    { state: 'done' },
    { state: 'far' },
    { state: 'far' },
  ])
  await here.asCoach((tx) => reopenStep(tx, 'notification'))
  await here.there.owner.query('drop trigger guard_gatekeeper_completion on gatekeeper_completions')
  await complete()
  expect((await view(here, here.coach))?.terms).toMatchObject([{}, { state: 'done' }, {}, {}, {}])
})

test('after recovery what was not due yet is not asked for any more', async () => {
  const here = await bureau()
  const leave = { firstSickOn: '2026-01-05', endedOn: '2026-03-02' }
  await here.asCoach((tx) => recordSickLeave(tx, leave))
  const terms = (await view(here, here.coach))?.terms ?? []
  expect(terms.map(({ step }) => step)).toEqual(['problem-analysis', 'plan-of-action'])
})

test('the coach is reminded of a term once beforehand and once when it is over', async () => {
  const here = await bureau()
  const platform = platformOf(here.there, 'worker')
  const sender = { id: here.there.organisation, title: 'Bureau De Brug' }
  const remind = () => remindOfGatekeeperTerms(platform, new Outbox(WORLD_MASTER), sender)
  const { rows } = await here.there.owner.query<{ day: string }>(
    `select (gestand.today() - 6 * 7 - 3)::text as day`,
  )
  await here.asCoach((tx) => recordSickLeave(tx, { firstSickOn: rows[0]?.day ?? '' }))
  expect(await remind()).toBe(1)
  expect(await remind()).toBe(0)
  const mails = await here.there.owner.query(`select kind, account_id from gestand.mails`)
  expect(mails.rows).toEqual([{ kind: 'gatekeeper-term', account_id: here.coach.id }])
})

import { expect, test } from 'vitest'
import { Outbox } from '#jobs/outbox.ts'
import { WORLD_MASTER } from '#world/master.ts'
import { platformOf } from '#world/platform.ts'
import { type Bureau, bureau, POST } from '#world/practice.ts'
import { approveSummary } from './answer.ts'
import { closeEngagement } from './closure.ts'
import { sendSummary } from './dispatch.ts'
import { remindOfSummaries } from './reminder.ts'

async function remind({ there }: Bureau): Promise<number> {
  const sender = { id: there.organisation, title: 'De Brug' }
  return remindOfSummaries(platformOf(there, 'worker'), new Outbox(WORLD_MASTER), sender)
}

/** Lets days go by: what was sent, and what was reminded, becomes older. */
async function pass({ there }: Bureau, days: number): Promise<void> {
  const age = `interval '${days} days'`
  await there.owner.query('set session_replication_role = replica')
  await there.owner.query(`update dispatches set sent_at = sent_at - ${age}`)
  await there.owner.query(`update summary_reminders set reminded_at = reminded_at - ${age}`)
  await there.owner.query('set session_replication_role = origin')
}

test('rei-10: who does not answer a summary is reminded after a week, three times at most', async () => {
  const here = await bureau()
  await here.summary()
  expect(await remind(here)).toBe(0)
  const reminded: number[] = []
  for (let week = 0; week < 5; week += 1) {
    await pass(here, 8)
    reminded.push((await remind(here)) + (await remind(here)))
  }
  expect(reminded).toEqual([1, 1, 1, 0, 0])
  const { rows } = await here.there.owner.query<{ account_id: string }>(
    `select account_id from gestand.mails where kind = 'summary-waits'`,
  )
  expect(rows).toEqual(Array.from({ length: 3 }, () => ({ account_id: here.client.id })))
})

test('rei-10: nobody is reminded of a summary that was answered, nor in a dossier that was closed', async () => {
  const here = await bureau()
  const summaryId = await here.summary()
  await here.asClient((tx) => approveSummary(tx, { summaryId, post: POST }))
  await pass(here, 8)
  expect(await remind(here)).toBe(0)
  await here.summary()
  await here.asCoach((tx) => closeEngagement(tx, { outcome: 'completed' }))
  await pass(here, 8)
  expect(await remind(here)).toBe(0)
})

test('a draft that was left in a dossier that was closed is not sent any more', async () => {
  const here = await bureau()
  const summaryId = await here.summary({ sent: false })
  await here.asCoach((tx) => closeEngagement(tx, { outcome: 'completed' }))
  const send = (): Promise<void> => here.asCoach((tx) => sendSummary(tx, { summaryId, post: POST }))
  await expect(send()).rejects.toMatchObject({ code: 'DOSSIER_CLOSED' })
  await here.there.owner.query('drop trigger refuse_when_closed on dispatches')
  await send()
})

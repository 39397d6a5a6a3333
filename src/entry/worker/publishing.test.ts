import { expect, onTestFinished, test } from 'vitest'
import { findApplied } from '#store/applied-statement.ts'
import { bureau } from '#world/bureau.ts'
import { platformOf } from '#world/platform.ts'
import { startPublishing } from './publishing.ts'

test('rei-19: a version of which the day has come is made true by itself, and people are told', async () => {
  const { there, client, dossierId } = await bureau()
  const { owner } = there
  await owner.query(
    `insert into events (dossier_id, event, occurred_at)
     values ($1, 'engagement.ended', now() - interval '1 year')`,
    [dossierId],
  )
  await owner.query(
    `insert into publications (version, in_force, source)
     select 5, in_force, source || jsonb_build_object('statement.yaml',
       replace(replace(source ->> 'statement.yaml', 'version: 4', 'version: 5'),
         E'keep: P5Y\\n    sooner', E'keep: P2Y\\n    sooner'))
     from statements where version = 4`,
  )
  const told: string[] = []
  const stop = startPublishing(platformOf(there, 'worker'), there.installation, (line) =>
    told.push(line),
  )
  onTestFinished(stop)
  const version = async () => (await findApplied(owner, there.organisation))?.version
  await expect.poll(version, { timeout: 15_000 }).toBe(5)
  const mails = async () => {
    const { rows } = await owner.query<{ account_id: string }>(
      `select account_id from gestand.mails where kind = 'statement-changed'`,
    )
    return rows.map(({ account_id: id }) => id)
  }
  await expect.poll(mails, { timeout: 15_000 }).toEqual([client.id])
  expect(told).toEqual([])
})

import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { gestand, runCommand, startProgram, variablesOf } from '#world/command.ts'
import { WORLD_KEY } from '#world/master.ts'
import { bureau } from '#world/practice.ts'
import { command } from './retention.ts'

const DUE = 40
const PATIENCE_MS = 30_000

/** A bureau with many dossiers that are past their term. */
async function overdue() {
  const here = await bureau()
  const { there, coach } = here
  await there.store.change(coach.for('intake'), async (tx) => {
    for (let count = 1; count < DUE; count += 1) await tx.startDossier({ kind: 'outplacement' })
  })
  await there.owner.query(
    `insert into events (dossier_id, event, occurred_at)
     select id, 'engagement.ended', now() - interval '5 years 2 days' from dossiers
     on conflict (dossier_id, event) do update set occurred_at = excluded.occurred_at`,
  )
  return { here, there, variables: variablesOf(there.installation, WORLD_KEY) }
}

test('what is due is told by month, and destroyed when somebody asks', async () => {
  const { there, variables } = await overdue()
  const { organisation } = there
  const planned = await runCommand(command, ['plan', organisation], variables)
  expect(planned.printed).toMatch(/\d{4}-\d\d +40 {2}dossier {2}\(40 past their day\)/)
  const run = await gestand(['retention', 'run', organisation, '--json'], variables)
  expect(run.code).toBe(0)
  expect(JSON.parse(run.output)).toMatchObject({ destroyed: DUE, waiting: 0 })
  await expect(runCommand(command, ['burn', organisation], variables)).rejects.toThrow('plan, run')
})

test('killed in the middle, it is finished by the next run, and nothing is told done before', async () => {
  const { there, variables } = await overdue()
  const { organisation, owner } = there
  const program = startProgram('src/entry/cli/main.ts', ['retention', 'run', organisation], {
    ...variables,
  })
  const began = Date.now()
  for (;;) {
    const { rows } = await owner.query('select from erasure_orders limit 1')
    if (rows.length > 0 || Date.now() - began > PATIENCE_MS) break
    await sleep(5)
  }
  program.child.kill('SIGKILL')
  await program.ended
  const { rows: told } = await owner.query<{ wrong: number }>(
    `select count(*)::int as wrong from erasure_orders o
     where o.closed_at is not null and exists (select from dossiers d where d.id = o.dossier_id)`,
  )
  expect(told).toEqual([{ wrong: 0 }])
  expect((await gestand(['retention', 'run', organisation], variables)).code).toBe(0)
  const { rows: left } = await owner.query(
    `select (select count(*) from dossiers)::int as dossiers,
       (select count(*) from erasure_orders where closed_at is null)::int as open,
       (select count(*) from erasure_orders)::int as orders`,
  )
  expect(left).toEqual([{ dossiers: 0, open: 0, orders: DUE }])
})

import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { Outbox } from '#jobs/outbox.ts'
import { sealed } from '#world/bureau.ts'
import { WORLD_MASTER } from '#world/master.ts'
import { workerOf } from '#world/worker.ts'
import { type World, world } from '#world/world.ts'
import { seeToTerms } from './terms.ts'

const OUTBOX = new Outbox(WORLD_MASTER)

async function see(there: World): Promise<number> {
  return seeToTerms(workerOf(there), OUTBOX, { id: there.organisation, title: 'De Brug' })
}

test('who can do something about a term is told when it is near and when it is over, once each', async () => {
  const there = await world()
  const officer = await there.account('Ruben Smit', ['officer'])
  const director = await there.account('B. van der Brug', ['manager'])
  await there.account('Ilse Kramer', ['coach'])
  const [incident, complaint] = [randomUUID(), randomUUID()]
  await there.owner.query(
    `insert into agreements (recipient, title, starts_on, ends_on)
     values ('hosting', 'x', '2025-01-01', gestand.today() + 60)`,
  )
  await there.owner.query(
    `insert into incidents (id, what, discovered_at) values ($1, $2, now() - interval '62 hours')`,
    [incident, sealed()],
  )
  await there.owner.query(
    `insert into complaints (id, channel, received_on)
     values ($1, 'phone', gestand.today() - 38)`,
    [complaint],
  )
  await there.owner.query('insert into complaint_subjects values ($1, $2)', [complaint, officer.id])
  expect(await see(there)).toBe(4)
  const { rows } = await there.owner.query<{ item: string; stage: string; account_id: string }>(
    'select item, stage, account_id from reminders',
  )
  const of = (item: string) => rows.filter((row) => row.item === item)
  expect(
    of(incident)
      .map((row) => row.account_id)
      .toSorted(),
  ).toEqual([officer.id, director.id].toSorted())
  expect(of(incident).map(({ stage }) => stage)).toEqual(['second', 'second'])
  expect(of(complaint)).toMatchObject([{ stage: 'first', account_id: director.id }])
  expect(await see(there)).toBe(0)
  await there.owner.query(`update incidents set discovered_at = now() - interval '80 hours'`)
  expect(await see(there)).toBe(2)
})

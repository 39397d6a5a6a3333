import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { schemaOf } from '#store/store.ts'
import { world } from '#world/world.ts'
import { replayEndings } from './replay.ts'

test('what was noted about a dossier that was erased is followed, and no longer tells which', async () => {
  const { owner, organisation } = await world()
  const { rows } = await owner.query<{ id: string }>(
    `insert into requests (kind, channel, due_on, name)
     values ('objection', 'letter', '2026-12-24', 'Sam Bakker') returning id`,
  )
  const ending = {
    table: 'requests',
    act: 'insert',
    key: { id: rows[0]?.id },
    columns: { dossier_id: randomUUID(), due_on: '2027-01-24' },
    notedAt: new Date(),
  } as const
  const replay = () => replayEndings(owner, schemaOf(organisation), [ending])
  expect(await replay()).toEqual([{ table: 'requests', rows: 1 }])
  const { rows: left } = await owner.query('select dossier_id, due_on::text from requests')
  expect(left).toEqual([{ dossier_id: null, due_on: '2027-01-24' }])
  expect(await replay()).toEqual([])
})

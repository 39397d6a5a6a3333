import { expect, test } from 'vitest'
import { type World, world } from '#world/world.ts'
import { seedDemo } from './seed.ts'

const seed = ({ owner, installation }: World): Promise<string[]> =>
  seedDemo({ owner, installation, tell: () => undefined })

test('a demonstration is filled within seconds', async () => {
  const there = await world()
  const began = performance.now()
  await seed(there)
  console.log(performance.now() - began)
  for (const t of [
    'dossiers',
    'summaries',
    'notes',
    'ledger',
    'relation_lines',
    'events',
    'open_matters',
  ]) {
    const { rows } = await there.owner.query(`select count(*) from ${t}`)
    console.log(t, rows[0])
  }
})

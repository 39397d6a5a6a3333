import { expect, test } from 'vitest'
import { takeOver } from '#duties/package/takeover/takeover.ts'
import { readPackage } from '#duties/package/takeover/unpacking.ts'
import { writePackage } from '#duties/package/write.ts'
import { packageOrder } from '#world/package.ts'
import { bureau } from '#world/practice.ts'
import { world } from '#world/world.ts'
import { readWholeCatalogue } from './catalogue.ts'
import { writeNote } from './practice/index.ts'
import { goingOn, TAKING_OVER } from './taking-over.ts'

test('what intake may not write comes in by coaching, and the rest as a document', async () => {
  const one = await bureau()
  await one.summary({ body: 'Wij spraken over lassen.' })
  await one.asCoach((tx) =>
    writeNote(tx, {
      category: 'conversation-reports',
      source: 'own',
      channel: 'conversation',
      body: 'Liep uit.',
    }),
  )
  const order = await packageOrder(one.there, one.client)
  const parts: Uint8Array[] = []
  for await (const part of writePackage(order)) parts.push(part)
  const read = readPackage(Buffer.concat(parts))

  const there = await world()
  const coach = await there.account('Bram Bos', ['coach'])
  const catalogue = await readWholeCatalogue()
  const access = await there.store.access(there.organisation, TAKING_OVER.starts)
  const further = await there.store.access(there.organisation, TAKING_OVER.goesOn)
  const { statement } = order
  const authority = coach.for(TAKING_OVER.goesOn)
  const after = goingOn({ authority, access: further, catalogue, statement })

  const without = await takeOver(there.store, coach.for(TAKING_OVER.starts), read, {
    catalogue,
    access,
    dryRun: true,
  })
  expect(notesOf(without)).toMatchObject({ taken: 0, refused: ['NOT_DECLARED'] })
  const options = { catalogue, access, after }
  const tried = await takeOver(there.store, coach.for(TAKING_OVER.starts), read, {
    ...options,
    dryRun: true,
  })
  expect(notesOf(tried)).toMatchObject({ taken: 1, refused: [] })
  expect((await there.owner.query('select from dossiers')).rowCount).toBe(0)

  const taken = await takeOver(there.store, coach.for(TAKING_OVER.starts), read, options)
  expect(notesOf(taken)).toEqual(notesOf(tried))
  const { rows } = await there.owner.query(
    'select category, source, file, media_type from documents',
  )
  expect(rows).toEqual([
    {
      category: 'conversation-reports',
      source: 'client',
      file: 'both',
      media_type: 'application/pdf',
    },
  ])
  const { rows: origins } = await there.owner.query(
    'select controller, sum(rows_taken)::integer as rows from takeovers group by 1',
  )
  const all = taken.flatMap(({ tables }) => tables).reduce((sum, each) => sum + each.taken, 0)
  expect(origins).toEqual([{ controller: 'Bureau De Brug', rows: all }])
})

function notesOf(taken: Awaited<ReturnType<typeof takeOver>>): unknown {
  return taken[0]?.tables.find(({ table }) => table === 'notes')
}

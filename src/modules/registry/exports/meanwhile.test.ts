import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  enrolled,
  exported,
  LAST_YEAR,
  look,
  make,
  PAYER,
  plan,
  register,
  RESEARCH,
  sum,
} from '#world/tallies.ts'
import { anotherOwner } from '#world/worker.ts'

/** Erases so many of those who began in a year, as far as that touches what is counted. */
const erasing = (year: number, people: number): string =>
  `delete from dossiers where id in (select dossier_id from registrations
   where extract(year from starts_on) = ${year} order by 1 limit ${people})`

test('reg-06: an erasure while a year is counted waits for nothing, and all tables are of one moment', async () => {
  const here = await register()
  await enrolled(here, 60)
  const { there } = here
  const [counter, eraser] = [await anotherOwner(there), await anotherOwner(there)]
  const tables = async (id: string) => {
    const { groups } = await look(here, id)
    return [1, 2].map((number) => sum(groups.filter((group) => group.number === number)))
  }
  const before = await plan(here)
  await counter.query('begin')
  await counter.query('select make_tally($1)', [before])
  await eraser.query(erasing(LAST_YEAR, 1))
  await counter.query('commit')
  expect(await tables(before), 'counted before it was erased').toEqual([60, 60])

  await enrolled(here, 60, LAST_YEAR - 1)
  const during = await plan(here, [PAYER, RESEARCH], { year: LAST_YEAR - 1 })
  await eraser.query('begin')
  await eraser.query(erasing(LAST_YEAR - 1, 1))
  await counter.query('select make_tally($1)', [during])
  await eraser.query('commit')
  expect(await tables(during), 'still there when it was counted').toEqual([60, 60])

  await enrolled(here, 60, LAST_YEAR - 2)
  const among = await plan(here, [PAYER, RESEARCH], { year: LAST_YEAR - 2 })
  const five = erasing(LAST_YEAR - 2, 5)
  await Promise.all([counter.query('select make_tally($1)', [among]), eraser.query(five)])
  const [one, other] = await tables(among)
  expect(one).toBe(other)
  expect([55, 60]).toContain(one)
  await Promise.all([exported(here, among, 1), eraser.query(five), exported(here, among, 2)])
  expect(await tables(among), 'what was counted stays').toEqual([one, one])
})

test('reg-06: whatever happens in between, no two exports differ', async () => {
  const here = await register()
  await enrolled(here, 90)
  const { owner } = here.there
  const id = await plan(here)
  await make(here, id)
  const before = await exported(here, id, 2)
  const acts = fc.array(fc.constantFrom('erase', 'object', 'add', 'move'), { maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(acts, async (happened) => {
      for (const act of happened) {
        if (act === 'add') await enrolled(here, 3)
        else await owner.query(HAPPENS[act])
      }
      expect(await make(here, id)).toBe(false)
      expect(await exported(here, id, 2)).toEqual(before)
    }),
    { numRuns: 6 },
  )
})

const HAPPENS = {
  erase: `delete from dossiers where id in (select id from dossiers order by id limit 1)`,
  object: `update dossiers set paused_activities = '{research-exports}'
    where id in (select id from dossiers order by random() limit 2)`,
  move: `update registrations set starts_on = starts_on + 40
    where dossier_id in (select id from dossiers order by random() limit 2)`,
} as const

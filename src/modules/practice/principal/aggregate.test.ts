import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type World, type WorldAccount, world } from '#world/world.ts'
import {
  type AggregateReport,
  aggregatesToPublish,
  publishAggregates,
  publishedAggregates,
  readAggregates,
} from './aggregate.ts'

const LAST_YEAR = new Date().getFullYear() - 1
const LEAST = 5

interface Office {
  readonly there: World
  readonly manager: WorldAccount
  readonly partyId: string
}

async function office(): Promise<Office> {
  const there = await world()
  const manager = await there.account('Directeur', ['manager'])
  return { there, manager, partyId: await there.party('Zorggroep Voorbeeld') }
}

/** Services that started in a year, as the lines of the principal tell. */
async function started(
  { there, partyId }: Office,
  service: string,
  count: number,
  year = LAST_YEAR,
) {
  await there.owner.query(
    `insert into relation_lines (party_id, name, service, year)
     select $1, 'Iemand ' || n, $2, $3 from generate_series(1, $4) n`,
    [partyId, service, year, count],
  )
}

function publish({ there, manager, partyId }: Office, year = LAST_YEAR): Promise<string> {
  const authority = manager.for('relation-management')
  return there.store.change(authority, (tx) => publishAggregates(tx, { partyId, year }))
}

async function published(
  { there }: Office,
  who: WorldAccount,
  activity = 'relation-management',
): Promise<AggregateReport[]> {
  const asked = { rows: publishedAggregates }
  return readAggregates((await there.store.list(who.for(activity), 'aggregates', asked)).rows)
}

test('cas-17, bur-27: a report to a principal tells of no group of fewer than five', async () => {
  const here = await office()
  await started(here, 're-integration', 9)
  await started(here, 'outplacement', 7)
  await started(here, 'career-check', 1)
  await started(here, 'career-coaching', 4)
  await publish(here)
  const [report] = await published(here, here.manager)
  const counts = report?.tables.find(({ measure }) => measure === 'started')?.counts ?? []
  expect(counts.length).toBeGreaterThan(1)
  for (const { amount } of counts) expect(amount).toBeGreaterThanOrEqual(LEAST)
  // Every kind there is stands in it, also those of which there was none.
  const { rows } = await here.there.owner.query<{ kind: string }>(
    'select distinct kind from rules order by kind',
  )
  expect(counts.flatMap(({ words }) => words)).toEqual(rows.map(({ kind }) => kind))
  expect(report).toMatchObject({ year: LAST_YEAR, smallest: LEAST, party: 'Zorggroep Voorbeeld' })
  expect(report?.tables[0]?.total).toBe(21)
})

test('cas-17: with too few people a report tells nothing at all', async () => {
  const here = await office()
  await started(here, 'outplacement', LEAST - 1)
  await publish(here)
  const [report] = await published(here, here.manager)
  expect(report?.tables.map(({ counts, total }) => [counts, total])).toEqual([
    [[], 0],
    [[], 0],
  ])
})

test('cas-17: who knows the total and how groups are made learns no number inside a group', async () => {
  const { there } = await office()
  for (const cells of [2, 3, 4, 5]) {
    expect(await learnt(there, { cells, told: 'grouped' })).toBe(0)
  }
})

test('cas-17: hiding the small numbers, and the smallest other one, would give some away', async () => {
  const { there } = await office()
  expect(await learnt(there, { cells: 3, told: 'hidden' })).toBeGreaterThan(0)
  expect(await learnt(there, { cells: 3, told: 'hidden-by-two' })).toBeGreaterThan(0)
})

test('cas-17, bur-27: whatever happens between two reports, subtracting them tells nothing', async () => {
  const here = await office()
  const others = await here.there.party('Gemeente Voorbeeld')
  const services = ['re-integration', 'outplacement', 'career-check', 'empowerment'] as const
  const act = fc.oneof(
    fc.record({
      sort: fc.constant('start' as const),
      service: fc.constantFrom(...services),
      count: fc.integer({ min: 1, max: 7 }),
      back: fc.integer({ min: 1, max: 3 }),
    }),
    fc.record({ sort: fc.constant('erase' as const), back: fc.integer({ min: 1, max: 3 }) }),
    fc.record({
      sort: fc.constant('publish' as const),
      back: fc.integer({ min: 1, max: 3 }),
      other: fc.boolean(),
    }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 14 }), async (acts) => {
      await here.there.owner.query('delete from aggregate_reports; delete from relation_lines')
      const seen = new Map<string, string>()
      for (const one of acts) {
        const year = LAST_YEAR + 1 - one.back
        if (one.sort === 'start') await started(here, one.service, one.count, year)
        else if (one.sort === 'erase') {
          await here.there.owner.query(
            `delete from relation_lines where id in
             (select id from relation_lines where year = $1 limit 1)`,
            [year],
          )
        } else await publish(one.other ? { ...here, partyId: others } : here, year)
        for (const report of await published(here, here.manager)) learn(report, seen)
      }
    }),
    { numRuns: 25 },
  )
  expect(await published(here, here.manager)).toBeInstanceOf(Array)
})

test('cas-17: of a year that still runs there is no report, nor of one too long ago', async () => {
  const here = await office()
  await started(here, 'outplacement', 9, LAST_YEAR + 1)
  const { there, manager } = here
  await expect(publish(here, LAST_YEAR + 1)).rejects.toMatchObject({ code: 'YEAR_NOT_OVER' })
  await expect(publish(here, LAST_YEAR - 4)).rejects.toMatchObject({ code: 'YEAR_TOO_LONG_AGO' })
  await started(here, 'outplacement', 9)
  const waiting = () =>
    there.store.list(manager.for('relation-management'), 'aggregates', {
      rows: aggregatesToPublish,
    })
  expect((await waiting()).rows).toMatchObject([{ party_id: here.partyId, year: LAST_YEAR }])
  await publish(here)
  expect((await waiting()).rows).toEqual([])
})

test('cas-17: a principal reads its own reports and no other; a coach reads and publishes none', async () => {
  const here = await office()
  const reader = await here.there.account('HR Voorbeeld')
  await here.there.owner.query('insert into affiliations (party_id, account_id) values ($1, $2)', [
    here.partyId,
    reader.id,
  ])
  const elsewhere = await here.there.account('HR elders')
  await here.there.party('Elders', elsewhere)
  await started(here, 'outplacement', 9)
  await publish(here)
  expect(await published(here, reader, 'accountability')).toHaveLength(1)
  expect(await published(here, elsewhere, 'accountability')).toEqual([])
  const coach = await here.there.account('Coach', ['coach'])
  expect(await published(here, coach, 'coaching')).toEqual([])
  for (const activity of ['relation-management', 'intake']) {
    const { partyId } = here
    const publishing = here.there.store.change(coach.for(activity), (tx) =>
      publishAggregates(tx, { partyId, year: LAST_YEAR }),
    )
    await expect(publishing, activity).rejects.toMatchObject({ code: 'NOT_FOUND' })
  }
  expect(await published(here, coach, 'relation-management')).toEqual([])
})

const FEWEST = 3
const MOST = [0, 0, 12, 10, 7, 6]

/** How many numbers below the fewest somebody would know exactly, over all tables there can be. */
async function learnt(
  there: World,
  { cells, told }: { cells: number; told: 'grouped' | 'hidden' | 'hidden-by-two' },
): Promise<number> {
  const most = MOST[cells] ?? 0
  const names = Array.from({ length: cells }, (_, index) => `c${index}`)
  const { rows } = await there.owner.query<{ amounts: number[]; groups: unknown }>(
    `select amounts, (select jsonb_agg(to_jsonb(g) order by g.lo) from grouped(amounts, $1) g)
       as groups
     from (select array[${names.join(', ')}] as amounts
       from ${names.map((name) => `generate_series(0, $2::integer) ${name}`).join(', ')}) worlds
     where weight(amounts, 1, cardinality(amounts)) between 1 and $2`,
    [FEWEST, most],
  )
  const tellings = {
    grouped: ({ groups }: (typeof rows)[number]) => groups,
    hidden: (row: (typeof rows)[number]) => hide(row.amounts, 1),
    'hidden-by-two': (row: (typeof rows)[number]) => hide(row.amounts, 2),
  }
  const alike = Map.groupBy(rows, (row) =>
    JSON.stringify([tellings[told](row), total(row.amounts)]),
  )
  let known = 0
  for (const possible of alike.values()) {
    for (const at of names.keys()) {
      const values = new Set(possible.map(({ amounts }) => amounts[at] ?? 0))
      if (values.size === 1 && Math.max(...values) < FEWEST) known += 1
    }
  }
  return known
}

/** The usual way: the small ones are hidden, and the smallest others until so many are. */
function hide(amounts: readonly number[], atLeast: number): (number | null)[] {
  const order = [...amounts.keys()].toSorted((a, b) => (amounts[a] ?? 0) - (amounts[b] ?? 0))
  const small = amounts.filter((amount) => amount < FEWEST).length
  const hidden = new Set(order.slice(0, small === 0 ? 0 : Math.max(small, atLeast)))
  return amounts.map((amount, at) => (hidden.has(at) ? null : amount))
}

function total(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0)
}

/** What somebody knows who keeps every report: no number may change, and none be of too few. */
function learn(report: AggregateReport, seen: Map<string, string>): void {
  for (const { measure, counts } of report.tables) {
    const key = `${report.partyId} ${report.year} ${measure}`
    const told = JSON.stringify(counts)
    expect(told).toBe(seen.get(key) ?? told)
    seen.set(key, told)
    for (const { amount } of counts) expect(amount).toBeGreaterThanOrEqual(LEAST)
  }
}

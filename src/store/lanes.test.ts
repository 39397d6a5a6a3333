import { expect, onTestFinished, test } from 'vitest'
import { world } from '#world/world.ts'
import { Batch, type Row } from './batch.ts'
import { Lanes } from './lanes.ts'
import { createPool } from './pool.ts'

async function lanes(count = 1): Promise<(text: string, ...values: unknown[]) => Promise<Row[]>> {
  const { installation } = await world()
  const pool = createPool({ url: installation.url, name: 'lanes', max: 2, pipeline: true })
  onTestFinished(() => pool.end())
  const shared = new Lanes(pool, count)
  return async (text, ...values) => {
    const [rows] = await shared.send(new Batch([{ name: text, text, values }]))
    return rows ?? []
  }
}

test('what is sent together is answered each to its own, in a transaction of its own', async () => {
  const ask = await lanes()
  const number = (n: number) => ask('select $1::int as n, pg_current_xact_id()::text as xact', n)
  for (const round of [1, 2]) {
    const answers = await Promise.all([1, 2, 3, 4, 5].map((n) => number(n * round)))
    expect(answers.map(([row]) => row?.['n'])).toEqual([1, 2, 3, 4, 5].map((n) => n * round))
    expect(new Set(answers.map(([row]) => row?.['xact'])).size).toBe(5)
  }
})

test('what fails in one is nothing to those before and after it', async () => {
  const ask = await lanes()
  const divide = (by: number) => ask('select 6 / $1::int as n', by)
  const set = () => ask(`select set_config('gestand.session', 'somebody', true) as n`)
  const session = () => ask(`select current_setting('gestand.session', true) as n`)
  for (let round = 0; round < 2; round++) {
    const all = await Promise.allSettled([divide(2), divide(0), divide(3), set(), session()])
    expect(
      all.map((each) => (each.status === 'fulfilled' ? each.value[0]?.['n'] : 'failed')),
    ).toEqual([3, 'failed', 2, 'somebody', ''])
  }
})

test('a connection that breaks fails what was under way, and the next has a new one', async () => {
  const ask = await lanes()
  const broken = await Promise.allSettled([
    ask('select 1 as n'),
    ask('select pg_terminate_backend(pg_backend_pid())'),
    ask('select 2 as n'),
  ])
  expect(broken.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
  expect(await ask('select 3 as n')).toEqual([{ n: 3 }])
})

test('a few that are sent in one moment share a connection, and no more than a few', async () => {
  const ask = await lanes(2)
  const place = async (): Promise<unknown> =>
    (await ask('select pg_backend_pid() as pid'))[0]?.['pid']
  const together = await Promise.all([1, 2, 3, 4].map(place))
  expect(new Set(together).size).toBe(1)
  const many = await Promise.all([1, 2, 3, 4, 5].map(place))
  expect(new Set(many).size).toBe(2)
})

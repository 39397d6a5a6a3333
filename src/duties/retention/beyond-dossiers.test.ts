import { expect, test } from 'vitest'
import { runCheckOf } from '#world/checks.ts'
import { erasingOf } from '#world/erasing.ts'
import { bureau, type Bureau } from '#world/practice.ts'
import { accountsDestroyed, linesDestroyed } from './beyond-dossiers.ts'
import { runRetention } from './destroying.ts'

function run({ there }: Bureau) {
  return runRetention(erasingOf(there), there.organisation, { rest: 0 })
}

async function leave({ there }: Bureau, id: string, daysAgo: number): Promise<void> {
  await there.owner.query(
    'update members set left_at = now() - make_interval(days => $2) where account_id = $1',
    [id, daysAgo],
  )
}

async function accounts({ there }: Bureau, id: string) {
  const { rows } = await there.owner.query<{ name: string; accounts: number }>(
    `select m.name, (select count(*)::integer from gestand.accounts a where a.id = $1) as accounts
     from members m where m.account_id = $1`,
    [id],
  )
  return rows
}

test('bur-03, zor-04: a year after somebody left, name and sign-in details are gone; a day before, not', async () => {
  const here = await bureau()
  const gone = await here.there.account('Joris Vertrek', ['coach'])
  await leave(here, gone.id, 364)
  expect(await run(here)).toMatchObject({ accounts: 0 })
  expect(await accounts(here, gone.id)).toEqual([{ name: 'Joris Vertrek', accounts: 1 }])
  await leave(here, gone.id, 369)
  await here.there.owner.query('update gestand.accounts set unused_since = null')
  expect((await runCheckOf(here.there, accountsDestroyed)).codes).toContain('ACCOUNT_LEFT')
  expect(await run(here)).toMatchObject({ accounts: 1 })
  expect(await accounts(here, gone.id)).toEqual([{ name: '–', accounts: 0 }])
  expect((await runCheckOf(here.there, accountsDestroyed)).codes).toEqual([])
  expect((await runCheckOf(here.there, linesDestroyed)).codes).toEqual([])
})

test('who is of use here or there keeps the account, and one that comes back starts anew', async () => {
  const here = await bureau()
  const { owner } = here.there
  await owner.query(`update gestand.accounts set unused_since = now() - interval '9 years'`)
  expect(await run(here)).toMatchObject({ accounts: 0 })
  const { rows } = await owner.query(
    'select count(*)::integer as n from gestand.accounts where unused_since is not null',
  )
  expect(rows).toEqual([{ n: 0 }])
})

test('an account whose last relation ended goes a year after that', async () => {
  const here = await bureau()
  const { owner } = here.there
  await owner.query(
    `update relations set until = now() - interval '2 years' where holder_id = $1`,
    [here.client.id],
  )
  expect(await run(here)).toMatchObject({ accounts: 1 })
  const { rows } = await owner.query('select id from gestand.accounts where id = $1', [
    here.client.id,
  ])
  expect(rows).toEqual([])
})

test('what no statement gives a term is kept', async () => {
  const here = await bureau()
  const gone = await here.there.account('Joris Vertrek', ['coach'])
  await leave(here, gone.id, 900)
  await here.there.owner.query(
    `delete from retention_rules where part in ('account', 'access-log')`,
  )
  expect(await run(here)).toMatchObject({ accounts: 0, lines: 0 })
})

// With the application's own connection and any SQL: what lets somebody act cannot be made up, kept
// or borrowed.
import { expect, test } from 'vitest'
import { Attacker, madeUpSignature, roleOf, SCHEMA, scene } from '#world/attacker.ts'

const NOTES = 'select id from notes'
const ACT = `select set_config('gestand.act', $1, true)`
const NOW = `select current_setting('gestand.act', true) as act`

async function attacker(): Promise<Awaited<ReturnType<typeof scene>> & { eve: Attacker }> {
  const there = await scene()
  return { ...there, eve: new Attacker(await there.there.attack()) }
}

test('whoever enters an opened dossier sees what is in it', async () => {
  const { eve, coach, dossierId } = await attacker()
  expect(await eve.openAndEnter(coach, 'coaching', dossierId)).toBe('opened')
  expect(await eve.rows(NOTES)).toHaveLength(2)
})

test('a role that is taken without entering sees nothing, in no table', async () => {
  const { eve, there } = await attacker()
  const { rows } = await there.owner.query<{ role: string; name: string; column: string }>(
    `select distinct on (1, 2) p.grantee as role, p.table_name as name, p.column_name as column
     from information_schema.column_privileges p join activities a on a.role = p.grantee
     where p.privilege_type = 'SELECT' and p.table_schema = $1
       and obj_description((p.table_schema || '.' || p.table_name)::regclass) !~ '@public'`,
    [SCHEMA],
  )
  expect(rows.length).toBeGreaterThan(50)
  for (const { role, name, column } of rows) {
    await eve.client.query(`set role ${role}`)
    expect(await eve.rows(`select ${column} from ${SCHEMA}.${name}`), `${role} ${name}`).toEqual([])
  }
})

test('it would see all, were the policy not there', async () => {
  const { eve, there } = await attacker()
  await there.owner.query('alter table notes disable row level security')
  await eve.take('coaching')
  expect(await eve.rows(NOTES)).toHaveLength(2)
})

test('the login itself may read no table, and a role that is left leaves nothing behind', async () => {
  const { eve, coach, dossierId } = await attacker()
  await eve.openAndEnter(coach, 'coaching', dossierId)
  await eve.client.query('reset role')
  expect(await eve.attempt(NOTES)).toBe('42501')
})

test('an act that is made up opens nothing', async () => {
  const { eve, coach, dossierId } = await attacker()
  const words = [coach.id, roleOf('coaching'), dossierId, 'coaching', 're-integration']
  await eve.client.query('begin')
  await eve.take('coaching')
  const acts = [
    [...words, madeUpSignature()].join('|'),
    [...words, ''].join('|'),
    words.join('|'),
    `${'|'.repeat(5)}${madeUpSignature()}`,
    '|',
    'x'.repeat(64),
    '',
  ]
  for (const act of acts) {
    await eve.rows(ACT, [act])
    expect(await eve.rows(NOTES), act).toEqual([])
  }
})

test.each([
  ['account', 0, '00000000-0000-4000-8000-000000000000'],
  ['role', 1, roleOf('self-service')],
  ['dossier', 2, '00000000-0000-4000-8000-000000000000'],
  ['activity', 3, 'self-service'],
  ['kind of dossier', 4, 'outplacement'],
  ['signature', 5, madeUpSignature()],
])('an act of which the %s was changed opens nothing', async (_, place, word) => {
  const { eve, coach, dossierId } = await attacker()
  await eve.openAndEnter(coach, 'coaching', dossierId)
  const [row] = await eve.rows(NOW)
  const words = String(row?.['act']).split('|')
  await eve.rows(ACT, [words.with(place, word).join('|')])
  expect(await eve.rows(NOTES)).toEqual([])
  await eve.rows(ACT, [words.join('|')])
  expect(await eve.rows(NOTES)).toHaveLength(2)
})

test('an act ends with its transaction: afterwards it opens nothing', async () => {
  const { eve, coach, dossierId } = await attacker()
  await eve.openAndEnter(coach, 'coaching', dossierId)
  const [row] = await eve.rows(NOW)
  for (const end of ['commit', 'rollback'] as const) {
    await eve.leave(end)
    await eve.client.query('begin')
    await eve.take('coaching')
    expect(await eve.rows(NOTES)).toEqual([])
    await eve.rows(ACT, [row?.['act']])
    expect(await eve.rows(NOTES)).toEqual([])
  }
})

test('an act of another connection opens nothing', async () => {
  const { eve, coach, dossierId, there } = await attacker()
  const mallory = new Attacker(await there.attack())
  await eve.openAndEnter(coach, 'coaching', dossierId)
  const [row] = await eve.rows(NOW)
  await mallory.client.query('begin')
  await mallory.take('coaching')
  await mallory.rows(ACT, [row?.['act']])
  expect(await mallory.rows(NOTES)).toEqual([])
})

test('an act of one activity opens nothing under the role of another', async () => {
  const { eve, client, dossierId } = await attacker()
  await eve.openAndEnter(client, 'self-service', dossierId)
  expect(await eve.rows('select city from profiles')).toHaveLength(1)
  await eve.take('coaching')
  expect(await eve.rows('select dossier_id, city from profiles')).toEqual([])
  expect(await eve.rows('select dossier_id from clients')).toEqual([])
  await eve.take('self-service')
  expect(await eve.rows('select city from profiles')).toHaveLength(1)
})

// Columns are checked when a statement starts and rows while it runs: between the two a role can be
// changed.
const MIXTURES = {
  cursor: [
    `declare mixture cursor for select body from notes`,
    `set role ${roleOf('accountability')}`,
    'fetch all from mixture',
  ],
  'function in the query': [
    `with changed as materialized (
       select set_config('role', '${roleOf('accountability')}', true) as role)
     select n.body from changed, lateral (select changed.role, body from notes) n`,
  ],
} as const

test.each(Object.entries(MIXTURES))(
  'the columns of one role and the rows of another do not meet by a %s',
  async (_, statements) => {
    const { eve, there, client, dossierId } = await attacker()
    const mix = async (): Promise<unknown> => {
      await eve.take('coaching')
      const [first = '', ...rest] = statements
      let rows = await eve.attempt(first)
      for (const statement of rest) rows = await eve.attempt(statement)
      return rows
    }
    // An opening for a weak role, by the owner's hand: what matters here is only that its act is
    // valid.
    await there.owner.query(
      `insert into ledger (account_id, activity, act, dossier_id)
       values ($1, 'accountability', 'opened', $2)`,
      [client.id, dossierId],
    )
    await there.owner.query(
      `update category_rules set activity = 'accountability' where activity = 'coaching'
         and category in ('conversation-reports', 'work-limitations')`,
    )
    expect(await eve.enter(client, 'accountability', dossierId)).toBe('opened')
    expect(await mix()).toBe(0)
    await eve.leave()

    // With the guard taken away: a policy that asks for the role of the moment, not for its own.
    await there.owner.query(
      `alter policy "opened coaching" on notes using (dossier_id = (select opened()))`,
    )
    await eve.enter(client, 'accountability', dossierId)
    expect(await mix()).toBe(2)
  },
)

test('an act ends after five minutes, however long its transaction lasts', async () => {
  const { eve, there, coach, dossierId } = await attacker()
  await there.owner.query(`do $$ begin
    execute replace(pg_get_functiondef('gestand.read_act(text)'::regprocedure), '5 minutes', '0.3 s');
  end $$`)
  await eve.openAndEnter(coach, 'coaching', dossierId)
  expect(await eve.rows(NOTES)).toHaveLength(2)
  await eve.rows('select pg_sleep(0.4)')
  expect(await eve.rows(NOTES)).toEqual([])
})

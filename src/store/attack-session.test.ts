// With the application's own connection and any SQL: what lets somebody act cannot be made up, kept
// or borrowed.
import { createHash, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { Attacker, roleOf, SCHEMA, scene } from '#world/attacker.ts'

const NOTES = 'select id from notes'

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

test('a session that is made up, or known by its hash alone, lets nobody act', async () => {
  const { eve, coach, dossierId } = await attacker()
  await eve.open(coach, 'coaching', dossierId)
  const hash = createHash('sha256').update(coach.session).digest()
  for (const session of [randomBytes(32), hash, coach.session.subarray(1), Buffer.alloc(0)]) {
    await eve.client.query('begin')
    await eve.show(session, eve.opening)
    await eve.take('coaching')
    expect(await eve.attempt(NOTES)).toBe('GS404')
    expect(await eve.attempt('select id from dossiers')).toBe(0)
    await eve.leave()
  }
})

test('what was shown ends with its transaction', async () => {
  const { eve, coach, dossierId } = await attacker()
  for (const end of ['commit', 'rollback'] as const) {
    await eve.openAndEnter(coach, 'coaching', dossierId)
    expect(await eve.attempt(NOTES)).toBe(2)
    await eve.leave(end)
    await eve.take('coaching')
    expect(await eve.rows(NOTES)).toEqual([])
    await eve.rows(`select set_config('gestand.opening', $1, false)`, [eve.opening])
    await expect(eve.rows(NOTES)).rejects.toMatchObject({ code: 'GS404' })
    await eve.client.query('reset gestand.opening; reset role')
  }
})

test('an opening for one activity shows nothing under the role of another', async () => {
  const { eve, client, dossierId } = await attacker()
  await eve.openAndEnter(client, 'self-service', dossierId)
  expect(await eve.rows('select city from profiles')).toHaveLength(1)
  await eve.take('coaching')
  expect(await eve.attempt('select dossier_id, city from profiles')).toBe('GS404')
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
    // An opening for a weak activity, by the owner's hand: what matters here is only that it
    // stands.
    await there.owner.query(
      `insert into rules values ('accountability', 're-integration', 'client', 'dossier');
       select renew_reach();
       update category_rules set activity = 'accountability' where activity = 'coaching'
         and category in ('conversation-reports', 'work-limitations')`,
    )
    expect(await eve.openAndEnter(client, 'accountability', dossierId)).toBe('opened')
    expect(await mix()).toBe('GS404')
    await eve.leave()

    // With the guard taken away: policies that ask for the role of the moment, not for their own.
    await there.owner.query(
      `alter policy "opened coaching" on notes using (dossier_id = (select opened()));
       alter policy "category coaching" on notes
         using (category = any (array(select readable(current_activity()))))`,
    )
    await eve.enter(client, 'accountability', eve.opening)
    expect(await mix()).toBe(2)
  },
)

test('nobody acts for longer than five minutes, however long the transaction lasts', async () => {
  const { eve, there, coach, dossierId } = await attacker()
  await there.owner.query(`do $$ begin
    execute 'create or replace view gestand.this_session as '
      || replace(pg_get_viewdef('gestand.this_session'::regclass), '00:05:00', '00:00:00.3');
  end $$`)
  await eve.openAndEnter(coach, 'coaching', dossierId)
  expect(await eve.attempt(NOTES)).toBe(2)
  await eve.rows('select pg_sleep(0.4)')
  expect(await eve.attempt(NOTES)).toBe('GS404')
  expect(await eve.attempt('select id from dossiers')).toBe(0)
})

test('no policy that a statement made asks for the role of the moment: those of an activity name it', async () => {
  const { there } = await attacker()
  const ofTheMoment = async (): Promise<unknown[]> => {
    const { rows } = await there.owner.query<{ table: string }>(
      `select tablename as table from pg_policies
       where schemaname = $1 and policyname !~ '^core_'
         and concat(qual, with_check) ~ 'current_activity|opened\\(\\)|current_setting|current_user'`,
      [SCHEMA],
    )
    return rows
  }
  expect(await ofTheMoment()).toEqual([])
  const { rows } = await there.owner.query<{ wrong: string }>(
    `select policyname as wrong from pg_policies p join activities a on a.role = any (p.roles)
     where schemaname = $1 and concat(qual, with_check) !~ format('%L', a.activity)`,
    [SCHEMA],
  )
  expect(rows).toEqual([])
  await there.owner.query(
    `alter policy "opened coaching" on notes using (dossier_id = (select opened()))`,
  )
  expect(await ofTheMoment()).toHaveLength(1)
})

test('roles share a policy only where they see the same columns of a table', async () => {
  const { there } = await attacker()
  const unlike = async (): Promise<{ policies: number; unlike: string[] }> => {
    const { rows } = await there.owner.query<{ table: string; ways: number }>(
      `with columns as (
         select grantee, table_name, string_agg(privilege_type || ' ' || column_name, ','
           order by privilege_type, column_name) as granted
         from information_schema.column_privileges where table_schema = $1 group by 1, 2)
       select p.tablename as table, count(distinct c.granted)::int as ways
       from pg_policies p cross join unnest(p.roles) r join activities a on a.role = r
       left join columns c on c.grantee = r and c.table_name = p.tablename
       where p.schemaname = $1 and p.policyname !~ '^core_' and cardinality(p.roles) > 1
       group by p.tablename, p.policyname`,
      [SCHEMA],
    )
    return {
      policies: rows.length,
      unlike: rows.filter(({ ways }) => ways > 1).map(({ table }) => table),
    }
  }
  const before = await unlike()
  expect(before.policies).toBeGreaterThan(50)
  expect(before.unlike).toEqual([])
  await there.owner.query(`grant update (version) on statements to ${roleOf('coaching')}`)
  expect((await unlike()).unlike).toEqual(['statements'])
})

// With the application's own connection and any SQL: nothing but the rows and columns of what was
// entered.
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { Attacker, SCHEMA, scene, startDossier } from '#world/attacker.ts'
import { from } from './query.ts'

const REFUSED = '42501'

async function attacker(): Promise<Awaited<ReturnType<typeof scene>> & { eve: Attacker }> {
  const there = await scene()
  return { ...there, eve: new Attacker(await there.there.attack()) }
}

test('a column that the activity has no category for cannot be read in any way', async () => {
  const { eve, coach, dossierId } = await attacker()
  // Taking in a client needs no reports: notes show their source, never their text.
  expect(await eve.openAndEnter(coach, 'intake', dossierId)).toBe('opened')
  expect(await eve.attempt('select dossier_id, party_id from engagements')).toBe(1)
  for (const statement of [
    'select * from consents',
    'select decision from consents',
    'select dossier_id from engagements where exists (select from ledger)',
    'select c from consents c',
    'select row_to_json(l) from ledger l',
    'select l::text from ledger l',
    'table ledger',
    'copy ledger to stdout',
    'copy (select act from ledger) to stdout',
    'update clients set phone = (select act from ledger limit 1)',
    `insert into clients (dossier_id, family_name) select dossier_id, act from ledger`,
  ]) {
    expect(await eve.attempt(statement), statement).toBe(REFUSED)
  }
})

test('every column with a category is granted to those who have the category, and to no other', async () => {
  const { there } = await attacker()
  const { rows } = await there.owner.query(
    `select p.grantee, p.table_name, p.column_name
     from information_schema.column_privileges p
     left join activities a on a.role = p.grantee
     where p.table_schema = $1 and p.grantee not in ('gestand_owner', 'org_reintegration__proof')
       and col_description((p.table_schema || '.' || p.table_name)::regclass, (
         select attnum from pg_attribute where attname = p.column_name
           and attrelid = (p.table_schema || '.' || p.table_name)::regclass)) ~ '@category'
       and a.role is null`,
    [SCHEMA],
  )
  expect(rows).toEqual([])
})

test('a condition does not see hidden rows, not even by the errors that it makes', async () => {
  const { eve, there, coach, client, dossierId } = await attacker()
  const other = await startDossier(there, coach)
  await eve.openAndEnter(client, 'self-service', dossierId)
  for (const statement of [
    `select 1 from profiles where dossier_id = '${other}' and 1 / (length(city) - 7) > 0`,
    `select 1 from profiles where dossier_id = '${other}' and city::integer > 0`,
    `select 1 from clients where dossier_id = '${other}' and family_name::integer > 0`,
    `select 1 from notes where dossier_id = '${other}' and pg_sleep(length(body)) is null`,
    `select 1 from profiles where dossier_id = '${other}'`,
    `select 1 from clients where dossier_id = '${other}' for share`,
  ]) {
    // Whether it is refused or finds nothing, it tells nothing of the row.
    expect([0, REFUSED], statement).toContain(await eve.attempt(statement))
  }
  expect(await eve.attempt(`select 1 from profiles where city::integer > 0`)).toBe('22P02')
})

test('a category of a row that the activity has not shows no row', async () => {
  const { eve, there, coach, dossierId } = await attacker()
  await eve.openAndEnter(coach, 'coaching', dossierId)
  expect(await eve.rows('select category from notes')).toHaveLength(2)
  await eve.leave()
  await there.owner.query(
    `delete from category_rules where activity = 'coaching' and category = 'work-limitations'`,
  )
  await eve.enter(coach, 'coaching', eve.opening)
  expect(await eve.rows('select category from notes')).toEqual([
    { category: 'conversation-reports' },
  ])
  const note = `insert into notes (dossier_id, category, body, source, channel)
    values ('${dossierId}', 'work-limitations', '', 'own', 'letter')`
  expect(await eve.attempt(note)).toBe(REFUSED)
})

test('what is left open after a transaction shows only what was seen in it', async () => {
  const { eve, coach, client, dossierId } = await attacker()
  await eve.enter(client, 'self-service')
  await eve.client.query('declare kept cursor with hold for select city from profiles')
  await eve.leave('commit')
  await eve.openAndEnter(coach, 'coaching', dossierId)
  expect(await eve.rows('fetch all from kept')).toEqual([])
})

test('nothing can be made that stands in the way of a name of ours', async () => {
  const { eve, coach, dossierId } = await attacker()
  for (const role of ['login', 'activity']) {
    if (role === 'activity') await eve.openAndEnter(coach, 'coaching', dossierId)
    for (const statement of [
      'create temporary table notes (id int)',
      'create temporary view notes as select 1',
      'create temporary sequence numbers',
      `create function pg_temp.now() returns timestamptz language sql as 'select null::timestamptz'`,
      'create schema mine',
      'create table public.notes (id int)',
      `create table ${SCHEMA}.mine (id int)`,
      `create function ${SCHEMA}.opened() returns uuid language sql as 'select null::uuid'`,
      `create operator ${SCHEMA}.= (function = uuid_ne, leftarg = uuid, rightarg = uuid)`,
      `create or replace view ${SCHEMA}.living_dossiers as select 1`,
      'create extension if not exists pgcrypto',
      `create publication everything for table ${SCHEMA}.notes`,
      'create server elsewhere foreign data wrapper dblink_fdw',
      'create event trigger mine on ddl_command_end execute function refuse_change()',
    ]) {
      expect([REFUSED, '42P17', '42704', '3F000'], statement).toContain(
        await eve.attempt(statement),
      )
    }
  }
})

test('what belongs to the owner cannot be called, changed, given away or taken', async () => {
  const { eve, coach, dossierId } = await attacker()
  await eve.openAndEnter(coach, 'coaching', dossierId)
  for (const statement of [
    'select * from gestand.this_session',
    'select * from this_entrant',
    'select * from reach',
    'select * from relation_reach',
    'select renew_reach()',
    'delete from reach',
    'select keep_sessions(null)',
    'select * from gestand.sessions',
    'select * from gestand.live_sessions',
    `select gestand.find_session('')`,
    `select record('opened', 'coaching', null, null, null, null, null)`,
    'select reckon_expiry()',
    `select record_sign_in(null, 'signed-in')`,
    `select accept_invitation('', null)`,
    'select * from standing_relations',
    'select * from entrants',
    'update rules set after = null',
    `insert into rules values ('coaching', 're-integration', 'client', 'dossier')`,
    'delete from category_rules',
    'alter table notes disable row level security',
    'alter table notes no force row level security',
    'drop policy "opened coaching" on notes',
    'alter policy "opened coaching" on notes using (true)',
    'create policy mine on notes using (true)',
    'alter function opened() owner to gestand_app',
    `grant ${SCHEMA}__oversight to ${SCHEMA}__coaching`,
    'set role gestand_owner',
    'set role gestand_worker',
    `set role ${SCHEMA}__proof`,
    'set session authorization gestand_owner',
    'set session_replication_role = replica',
    'truncate notes',
    'vacuum notes',
    'alter system set fsync = off',
  ]) {
    expect([REFUSED, '25001', '42P01'], statement).toContain(await eve.attempt(statement))
  }
  // PostgreSQL warns that nothing was granted, and goes on.
  await eve.attempt('grant select on notes to gestand_app')
  await eve.client.query('reset role')
  expect(await eve.attempt('select id from notes')).toBe(REFUSED)
})

test('files of the server and of its neighbours stay shut', async () => {
  const { eve, coach, dossierId } = await attacker()
  await eve.openAndEnter(coach, 'coaching', dossierId)
  for (const statement of [
    `copy notes to '/tmp/notes'`,
    `copy notes to program 'cat'`,
    `copy notes from program 'cat'`,
    `select pg_read_file('postgresql.conf')`,
    `select pg_ls_dir('.')`,
    `select lo_import('/etc/passwd')`,
    "select lo_export(1, '/tmp/x')",
    `load '/tmp/evil.so'`,
    `select lo_from_bytea(0, 'kept')`,
    'select lo_create(0)',
    'select lo_creat(-1)',
    'select * from pg_authid',
    'select * from pg_statistic',
  ]) {
    expect([REFUSED, '42704'], statement).toContain(await eve.attempt(statement))
  }
  const copy = 'copy notes (dossier_id, category, body, source, channel) from stdin'
  expect(await eve.attempt(copy)).toBe('0A000')
})

test('what the planner says and keeps tells no value of a column with a category', async () => {
  const { eve, there } = await attacker()
  await there.owner.query(
    `insert into parties (name, email) select 'Party ' || n, n || '@example.org' from generate_series(1, 400) n`,
  )
  await there.owner.query('analyze')
  await eve.take('coaching')
  expect(await eve.rows(`select * from pg_stats where schemaname = '${SCHEMA}'`)).toEqual([])
  const estimate = async (name: string): Promise<unknown> => {
    const [plan] = await eve.rows(
      `explain (format json) select 1 from parties where name < '${name}'`,
    )
    return JSON.stringify(plan).match(/"Plan Rows":(\d+)/)?.[1]
  }
  expect(await estimate('Party 9')).toBe(await estimate('Party 2'))

  await there.owner.query('alter table parties alter name set statistics 100')
  await there.owner.query('analyze parties')
  expect(await estimate('Party 9')).not.toBe(await estimate('Party 2'))
})

test('nothing that the server shows of other connections tells the session that they act with', async () => {
  const { eve, there, client, dossierId } = await attacker()
  const told: string[] = []
  eve.client.on('notice', ({ message, detail }) => told.push(`${message} ${detail}`))
  await eve.client.query(`set client_min_messages = debug5; set debug_print_parse = on;
    set debug_print_rewritten = on; set debug_print_plan = on`)
  const seen = async (): Promise<string> =>
    JSON.stringify([
      await eve.rows('select * from pg_stat_activity'),
      await eve.rows('select * from pg_prepared_statements'),
      await eve.rows('select * from pg_settings'),
      await eve.rows('select * from pg_locks'),
    ])
  const secrets = [
    client.session.toString('hex'),
    createHash('sha256').update(client.session).digest('hex'),
  ]
  const leaks = (text: string): string[] => secrets.filter((secret) => text.includes(secret))
  const read = { city: from.selectFrom('profiles').select('city') }
  const during = await there.store.changeDossier(client.for('self-service'), dossierId, () =>
    seen(),
  )
  expect(during).toContain('open_dossiers')
  expect(leaks(during)).toEqual([])
  await there.store.open(client.for('self-service'), dossierId, read)
  const after = await seen()
  expect(after).toContain('profiles')
  expect(leaks(after + told.join(' '))).toEqual([])

  // Whoever writes a secret into the text of a statement would show it.
  const careless = await there.attack()
  await careless.query(`select '${secrets[0]}'`)
  expect(leaks(await seen())).toHaveLength(1)
})

import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { from, written } from '#store/query.ts'
import { startEngagement } from '#modules/practice/index.ts'
import { type Bureau, bureau } from '#world/practice.ts'
import type { WorldAccount } from '#world/world.ts'
import { cellText } from './csv.ts'
import { subjectRows } from './reading.ts'

/** A bureau with a second client, who has a principal and so a line in the overview. */
async function two(): Promise<{ one: Bureau; other: WorldAccount; otherId: string }> {
  const one = await bureau()
  const { there, coach } = one
  const other = await there.account('Bram Bos')
  const otherId = await there.store.change(coach.for('intake'), async (tx) => {
    const person = { givenName: 'Bram', familyName: 'Bos' }
    return (await startEngagement(tx, { kind: 're-integration', person })).dossierId
  })
  await there.relate(other.id, otherId, 'client')
  const partyId = await there.party('Bakkerij De Linde')
  for (const [dossierId, name] of [
    [one.dossierId, 'Sanne de Wit'],
    [otherId, 'Bram Bos'],
  ]) {
    await there.owner.query(
      `insert into relation_lines (party_id, dossier_id, name, service, year)
       values ($1, $2, $3, 're-integration', 2026)`,
      [partyId, dossierId, name],
    )
  }
  return { one, other, otherId }
}

async function lines(one: Bureau, activity: string, dossierId = one.dossierId): Promise<string[]> {
  const reads = { rows: subjectRows('relation_lines', 0) }
  const { answers } = await one.there.store.open(one.client.for(activity), dossierId, reads)
  return answers.rows.map(({ line }) => cellText(line['name']))
}

test('outside the own dossiers somebody sees the rows about themselves and no others', async () => {
  const { one } = await two()
  expect(await lines(one, 'subject-access')).toEqual(['Sanne de Wit'])
})

test('the tables themselves show nothing of it', async () => {
  const { one } = await two()
  const reads = { rows: from.selectFrom('relation_lines').select('name') }
  const authority = one.client.for('subject-access')
  await expect(one.there.store.open(authority, one.dossierId, reads)).rejects.toMatchObject({
    code: 'NOT_DECLARED',
  })
})

test('in another activity the functions tell nothing; without that guard they would', async () => {
  const { one } = await two()
  expect(await lines(one, 'self-service')).toEqual([])
  await one.there.owner.query(
    `do $$ begin execute replace(pg_get_functiondef('package_subject()'::regprocedure),
       'current_activity() is distinct from ''subject-access''', 'false'); end $$`,
  )
  await one.there.owner.query(
    `do $$ begin execute replace(pg_get_functiondef('package_subject()'::regprocedure),
       's.activity = ''subject-access''', 'true'); end $$`,
  )
  expect(await lines(one, 'self-service')).toEqual(['Sanne de Wit'])
})

test('the dossier of another cannot be opened for it, nor by who guides the client', async () => {
  const { one, otherId } = await two()
  await expect(lines(one, 'subject-access', otherId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const reads = { rows: subjectRows('relation_lines', 0) }
  await expect(
    one.there.store.open(one.coach.for('subject-access'), one.dossierId, reads),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a category that the statement takes out of the activity goes out of the package', async () => {
  const { one } = await two()
  await one.there.owner.query(
    `delete from category_rules where activity = 'subject-access' and category = 'relation-line'`,
  )
  const reads = { rows: subjectRows('relation_lines', 0) }
  const { answers } = await one.there.store.open(
    one.client.for('subject-access'),
    one.dossierId,
    reads,
  )
  expect(answers.rows.flatMap(({ line }) => Object.keys(line))).not.toContain('name')
})

test('what is held on an account is told to whoever has it alone', async () => {
  const { one, other } = await two()
  const reads = { rows: written(sql<{ line: unknown }>`select line from subject_account()`) }
  const { rows } = await one.there.store.list(one.client.for('subject-access'), 'package', reads)
  expect(JSON.stringify(rows)).toContain(one.client.id)
  expect(JSON.stringify(rows)).not.toContain(other.id)
  const elsewhere = await one.there.store.list(one.client.for('self-service'), 'package', reads)
  expect(elsewhere.rows).toEqual([])
})

/** What the installation keeps of an account and tells nobody: secrets, and hashes of them. */
const UNTOLD = [
  'email_changes.token_hash',
  'passwords.master',
  'passwords.sealed',
  'recoveries.token_hash',
  'recovery_codes.master',
  'recovery_codes.sealed',
  'second_factor_setups.master',
  'second_factor_setups.sealed',
  'second_factors.last_step',
  'second_factors.master',
  'second_factors.sealed',
  'sessions.token_hash',
  'sign_ins.token_hash',
  'mails.bulk',
  'mails.master',
  'mails.payload',
]

test('every column about an account is told, or is a secret', async () => {
  const { there } = await bureau()
  const { rows } = await there.owner.query<{ place: string; told: boolean }>(
    `select c.relname || '.' || a.attname as place,
       pg_get_functiondef('subject_account()'::regprocedure) ~ (
         'from gestand\\.' || c.relname || ' ') and substring(
         pg_get_functiondef('subject_account()'::regprocedure)
         from 'select ((?:(?!select).)*) from gestand\\.' || c.relname || ' ')
         ~ ('\\.' || a.attname || '(,|$|\\s)') as told
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
       and not a.attisdropped
     where c.relnamespace = 'gestand'::regnamespace and c.relkind = 'r'
       and (c.relname = 'accounts' or exists (select from pg_attribute o
         where o.attrelid = c.oid and o.attname = 'account_id'))
     order by 1`,
  )
  const untold = rows.filter(({ told }) => !told).map(({ place }) => place)
  expect(untold.toSorted()).toEqual(UNTOLD.toSorted())
})

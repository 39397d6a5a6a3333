import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { written } from '#store/query.ts'
import { bureau } from '#world/practice.ts'

test('bur-09: a planner reads nothing else of a file, whatever SQL they know', async () => {
  const here = await bureau()
  const { owner } = here.there
  const planner = await here.there.account('Pim Planner', ['planner'])
  const { rows } = await owner.query<{ table: string; column: string }>(
    `select c.relname as table, min(a.attname) as column
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
     where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
       and obj_description(c.oid) ~ '@belongs dossiers'
       and col_description(c.oid, a.attnum) ~ '@category (?!planning|staff)'
     group by 1`,
  )
  expect(rows.length).toBeGreaterThan(20)
  const read = (table: string, column: string) =>
    here.there.store.changeDossier(planner.for('planning'), here.dossierId, (tx) =>
      tx.run(written(sql`select ${sql.id(column)} from ${sql.id(table)}`)),
    )
  for (const { table, column } of rows) {
    await expect(read(table, column), table).rejects.toMatchObject({ code: 'NOT_DECLARED' })
  }
  // Two guards: the column that is not granted, and the rows that no policy shows.
  await owner.query('grant select (family_name) on clients to org_reintegration__planning')
  expect(await read('clients', 'family_name')).toEqual([])
  await owner.query('alter table clients disable row level security')
  expect(await read('clients', 'family_name')).toEqual([{ family_name: 'Wit' }])
})

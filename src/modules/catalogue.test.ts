import { expect, test } from 'vitest'
import { type World, world } from '#world/world.ts'
import { readWholeCatalogue } from './catalogue.ts'

/** Columns of the tables that activities can be given, of which no comment says what they are. */
async function listUntold({ owner, organisation }: World): Promise<string[]> {
  const { tables } = await readWholeCatalogue()
  const told = new Set(
    tables.flatMap(({ name, columns }) => columns.map((column) => `${name}.${column.name}`)),
  )
  const { rows } = await owner.query<{ column: string }>(
    `select c.relname || '.' || a.attname as column
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
       and not a.attisdropped
     where c.relnamespace = $1::regnamespace and c.relkind = 'r'
       and coalesce(obj_description(c.oid), '') !~ '@system'
     order by 1`,
    [`org_${organisation}`],
  )
  expect(rows.length).toBeGreaterThan(100)
  return rows.map(({ column }) => column).filter((column) => !told.has(column))
}

test('every column of a table that activities can be given says what it is', async () => {
  const there = await world()
  expect(await listUntold(there)).toEqual([])
})

test('a column that says nothing is found', async () => {
  const there = await world()
  await there.owner.query('alter table notes add column colour text; create table stray (id int)')
  expect(await listUntold(there)).toEqual(['notes.colour', 'stray.id'])
})

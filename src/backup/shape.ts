import { type Owner, quoted } from '#store/owner.ts'

/** A table with the columns that hold something of their own. */
export interface TableShape {
  readonly name: string
  readonly columns: readonly string[]
}

/** What the files of SQL make by themselves. */
const NOT_COPIED = ['migrations']

/** The tables of an organisation, or some of those of the platform. */
export async function listTables(
  owner: Owner,
  schema: string,
  only?: readonly string[],
): Promise<TableShape[]> {
  const { rows } = await owner.query<TableShape>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
       and not a.attisdropped and a.attgenerated = ''
     where c.relnamespace = $1::regnamespace and c.relkind = 'r' and c.relname <> all ($2)
       and ($3::text[] is null or c.relname = any ($3))
     group by c.relname order by c.relname`,
    [quoted(schema), NOT_COPIED, only ?? null],
  )
  return rows
}

export interface Sequence {
  readonly name: string
  readonly value: number
}

/** How far each sequence of an organisation has counted: 0 for those that have not begun. */
export async function listSequences(owner: Owner, schema: string): Promise<Sequence[]> {
  const { rows } = await owner.query<Sequence>(
    `select sequencename as name, coalesce(last_value, 0)::float8 as value from pg_sequences
     where schemaname = $1 order by 1`,
    [schema],
  )
  return rows
}

/** The files of SQL that ran in a schema, in their order. */
export async function listMigrations(
  owner: Owner,
  schema: string,
): Promise<{ name: string; digest: string }[]> {
  const { rows } = await owner.query<{ name: string; digest: string }>(
    `select name, digest from ${quoted(schema)}.migrations order by name`,
  )
  return rows
}

import { type Owner, quoted } from '#store/owner.ts'
import type { Sequence } from './shape.ts'

/** A reference from one table to another, put aside while tables come in any order. */
export interface Reference {
  readonly table: string
  readonly name: string
  readonly definition: string
}

/**
 * Makes the tables of a schema ready to be filled: empty, without references between them, and with
 * triggers off, since what comes back happened before. All of it within the transaction of the
 * caller.
 *
 * @returns The references, to be put back with `putReferences`.
 */
export async function prepareTables(owner: Owner, schema: string): Promise<Reference[]> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select relname as name from pg_class
     where relnamespace = $1::regnamespace and relkind = 'r' and relname <> 'migrations'`,
    [quoted(schema)],
  )
  const { rows: references } = await owner.query<Reference>(
    `select c.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
     from pg_constraint k join pg_class c on c.oid = k.conrelid
     where k.connamespace = $1::regnamespace and k.contype = 'f' and k.conparentid = 0`,
    [quoted(schema)],
  )
  await switchTriggers(owner, schema, 'disable')
  for (const { table, name } of references) {
    await owner.query(`alter table ${at(schema, table)} drop constraint ${quoted(name)}`)
  }
  // They are new, and hold at most what the files of SQL put in: emptying by `truncate` would make
  // a file anew for each.
  await owner.query(tables.map(({ name }) => `delete from ${at(schema, name)}`).join('; '))
  return references
}

/** Puts references back, which checks that each leads somewhere. */
export async function putReferences(
  owner: Owner,
  schema: string,
  references: readonly Reference[],
): Promise<void> {
  for (const { table, name, definition } of references) {
    await owner.query(
      `alter table ${at(schema, table)} add constraint ${quoted(name)} ${definition}`,
    )
  }
}

/** Switches the triggers of all tables of a schema, save those that PostgreSQL made itself. */
export async function switchTriggers(
  owner: Owner,
  schema: string,
  to: 'enable' | 'disable',
): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    `select distinct c.relname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where c.relnamespace = $1::regnamespace and not t.tgisinternal`,
    [quoted(schema)],
  )
  for (const { name } of rows) {
    await owner.query(`alter table ${at(schema, name)} ${to} trigger user`)
  }
}

/** Lets sequences go on from where they were. */
export async function setSequences(
  owner: Owner,
  schema: string,
  sequences: readonly Sequence[],
): Promise<void> {
  for (const { name, value } of sequences) {
    if (value === 0) continue
    await owner.query('select setval($1::regclass, $2)', [at(schema, name), value])
  }
}

/** A name within a schema, quoted. */
export function at(schema: string, name: string): string {
  return `${quoted(schema)}.${quoted(name)}`
}

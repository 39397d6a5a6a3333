import type { Queryable } from './drift.ts'

/** A table, view or copy of data as PostgreSQL has it now. */
export interface SchemaTable {
  readonly name: string
  /** pg_class.relkind: `r` table, `v` view, `m` materialised view, `f` foreign, `p` partitioned. */
  readonly kind: string
  /** `p` permanent, `u` lost at a crash. */
  readonly persistence: string
  readonly secured: boolean
  readonly owner: string
  readonly inherits: boolean
  readonly comment: string | null
  readonly columns: readonly SchemaColumn[]
  readonly references: readonly SchemaReference[]
  /** Names of triggers that fire. */
  readonly triggers: readonly string[]
}

export interface SchemaColumn {
  readonly name: string
  readonly type: string
  readonly comment: string | null
  /** What the planner keeps of it: 0 is nothing, null what it keeps by itself. */
  readonly statistics: number | null
}

/** A foreign key. */
export interface SchemaReference {
  readonly columns: readonly string[]
  readonly target: string
  /** pg_constraint.confdeltype: `c` cascade, `n` set null, `a` and `r` refuse. */
  readonly onDelete: string
}

export interface SchemaFacts {
  readonly tables: readonly SchemaTable[]
  /** Functions with the rights of their owner that look names up where the caller says. */
  readonly looseFunctions: readonly string[]
}

const TABLES = `
  select c.relname as name, c.relkind::text as kind, c.relpersistence::text as persistence,
    c.relrowsecurity as secured, c.relowner::regrole::text as owner,
    exists (select from pg_inherits i where i.inhrelid = c.oid) as inherits,
    obj_description(c.oid, 'pg_class') as comment,
    coalesce((
      select jsonb_agg(jsonb_build_object('name', a.attname,
        'type', format_type(a.atttypid, null), 'comment', d.description,
        'statistics', nullif(a.attstattarget, -1)) order by a.attnum)
      from pg_attribute a left join pg_description d on d.objoid = c.oid
        and d.classoid = 'pg_class'::regclass and d.objsubid = a.attnum
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    ), '[]') as columns,
    coalesce((
      select jsonb_agg(jsonb_build_object('target', t.relname, 'onDelete', k.confdeltype,
        'columns', (select jsonb_agg(a.attname) from pg_attribute a
          where a.attrelid = c.oid and a.attnum = any (k.conkey))) order by k.conname)
      from pg_constraint k join pg_class t on t.oid = k.confrelid
      where k.conrelid = c.oid and k.contype = 'f'), '[]') as references,
    coalesce((
      select jsonb_agg(g.tgname order by g.tgname) from pg_trigger g
      where g.tgrelid = c.oid and not g.tgisinternal and g.tgenabled <> 'D'), '[]') as triggers
  from pg_class c
  where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'v', 'm', 'f', 'p')
    and ($2::text[] is null or c.relname = any ($2))
  order by c.relname`

const FUNCTIONS = `
  select p.proname as name from pg_proc p
  where p.pronamespace = $1::regnamespace and p.prosecdef
    and not exists (select from unnest(p.proconfig) s where s ~ '^search_path=')
  order by 1`

/**
 * Reads what the tables of an organisation are, from PostgreSQL and not from files.
 *
 * @param only Names of tables, for whoever knows where to look; all when left out.
 */
export async function readSchemaFacts(
  database: Queryable,
  schema: string,
  only?: readonly string[],
): Promise<SchemaFacts> {
  const tables = await database.query(TABLES, [schema, only ?? null])
  const functions = await database.query(FUNCTIONS, [schema])
  return {
    // The queries give exactly these columns.
    tables: tables.rows as SchemaTable[],
    looseFunctions: (functions.rows as { name: string }[]).map(({ name }) => name),
  }
}

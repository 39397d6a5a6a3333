import type { Ending } from '#store/ending-register.ts'
import { type Owner, quoted } from '#store/owner.ts'
import { at } from './loading.ts'

/** How many rows of a table were made to follow what happened after the backup. */
export interface Replayed {
  readonly table: string
  readonly rows: number
}

/** Of which table the versions of the statement are told otherwise. */
const TOLD_APART = ['statements']

/** What one row refers to may be replayed after it: then the next time round finds it. */
const ROUNDS = 5

/**
 * Makes restored tables follow what ended after the backup was taken: rows that ended something are
 * put back, what ended is ended again, what went is removed. Doing it twice changes nothing more.
 *
 * @returns Of each table how many rows changed by it.
 */
export async function replayEndings(
  owner: Owner,
  schema: string,
  endings: readonly Ending[],
): Promise<Replayed[]> {
  const known = await listKnown(owner, schema)
  const groups = Map.groupBy(
    endings.filter(({ table }) => !TOLD_APART.includes(table)),
    (ending) => JSON.stringify(shapeOf(ending)),
  )
  const replayed: Replayed[] = []
  for (let round = 0; round < ROUNDS; round++) {
    let changed = 0
    for (const group of groups.values()) {
      const [first] = group
      if (!first) continue
      const { table, act, keys, columns } = shapeOf(first)
      const has = known.get(table)
      if (![...keys, ...columns].every((column) => has?.all.includes(column))) continue
      const lines = JSON.stringify(group.map(({ key, columns: own }) => ({ ...key, ...own })))
      const whole = has?.needed.every((column) => [...keys, ...columns].includes(column)) ?? false
      const rows = await replayGroup(owner, { schema, table, keys, columns, whole }, act, lines)
      if (rows > 0) replayed.push({ table, rows })
      changed += rows
    }
    if (changed === 0) break
  }
  return addUp(replayed)
}

interface Place {
  readonly schema: string
  readonly table: string
  readonly keys: readonly string[]
  readonly columns: readonly string[]
  /** Whether what was noted is enough for a row that is not there. */
  readonly whole: boolean
}

function shapeOf({ table, act, key, columns }: Ending) {
  return { table, act, keys: Object.keys(key), columns: Object.keys(columns) }
}

async function replayGroup(
  owner: Owner,
  { schema, table, keys, columns, whole }: Place,
  act: Ending['act'],
  lines: string,
): Promise<number> {
  const name = at(schema, table)
  const said = `jsonb_populate_recordset(null::${name}, $1)`
  const same = keys.map((key) => `t.${quoted(key)} = r.${quoted(key)}`).join(' and ')
  const run = async (text: string): Promise<number> => {
    const { rowCount } = await owner.query(text, [lines])
    return rowCount ?? 0
  }
  if (act === 'delete') return run(`delete from ${name} t using ${said} r where ${same}`)
  // What came back has no columns: it stands in the backup, or was given after it and is lost.
  if (columns.length === 0) return 0
  const parents = await listParents(owner, { schema, table })
  const wanted = columns.map((column) => wantedOf(column, parents))
  const updated = await run(
    `update ${name} t set (${columns.map(quoted).join(', ')}) = row(${wanted.join(', ')})
     from ${said} r where ${same}
       and (${columns.map((c) => `t.${quoted(c)}`).join(', ')})
         is distinct from (${wanted.join(', ')})
       and ${conditionOf(parents.filter(({ required }) => required))}`,
  )
  if (!whole) return updated
  const all = [...keys, ...columns].map(quoted)
  const inserted = await run(
    `insert into ${name} (${all.join(', ')})
     select ${all.map((column) => `r.${column}`).join(', ')} from ${said} r
     where not exists (select from ${name} t where ${same})
       and ${conditionOf(parents)} on conflict do nothing`,
  )
  return updated + inserted
}

/** Something that a row refers to. */
interface Parent {
  readonly columns: readonly string[]
  /** Whether there is no row without it. */
  readonly required: boolean
  /** That it is there, or that the row `r` refers to none. */
  readonly condition: string
}

/** That all a row refers to is there: what it ended may never have come back. */
function conditionOf(parents: readonly Parent[]): string {
  return parents.map(({ condition }) => condition).join(' and ') || 'true'
}

/** What a column becomes: what was noted, or nothing when that refers to what was erased. */
function wantedOf(column: string, parents: readonly Parent[]): string {
  const loose = parents.filter(({ columns, required }) => !required && columns.includes(column))
  const noted = `r.${quoted(column)}`
  return loose.length === 0 ? noted : `case when ${conditionOf(loose)} then ${noted} end`
}

async function listParents(
  owner: Owner,
  { schema, table }: Pick<Place, 'schema' | 'table'>,
): Promise<Parent[]> {
  const { rows } = await owner.query<Parent>(
    `select array_agg(a.attname::text) as columns, bool_and(a.attnotnull) as required,
       format('(%s or exists (select from %s p where %s))',
         string_agg(format('r.%I is null', a.attname), ' or '), k.confrelid::regclass,
         string_agg(format('p.%I = r.%I', b.attname, a.attname), ' and ')) as condition
     from pg_constraint k cross join unnest(k.conkey, k.confkey) u (n, m)
     join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.n
     join pg_attribute b on b.attrelid = k.confrelid and b.attnum = u.m
     where k.conrelid = $1::regclass and k.contype = 'f' group by k.oid, k.confrelid`,
    [at(schema, table)],
  )
  return rows
}

interface Known {
  readonly all: readonly string[]
  /** Those without which there is no row. */
  readonly needed: readonly string[]
}

async function listKnown(owner: Owner, schema: string): Promise<Map<string, Known>> {
  const { rows } = await owner.query<Known & { name: string }>(
    `select c.relname as name, array_agg(a.attname::text) as all,
       coalesce(array_agg(a.attname::text) filter (
         where a.attnotnull and not a.atthasdef and a.attidentity = ''), '{}') as needed
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
       and not a.attisdropped
     where c.relnamespace = $1::regnamespace and c.relkind = 'r' group by c.relname`,
    [quoted(schema)],
  )
  return new Map(rows.map(({ name, all, needed }) => [name, { all, needed }]))
}

function addUp(replayed: readonly Replayed[]): Replayed[] {
  const sums = new Map<string, number>()
  for (const { table, rows } of replayed) sums.set(table, (sums.get(table) ?? 0) + rows)
  return [...sums].map(([table, rows]) => ({ table, rows }))
}

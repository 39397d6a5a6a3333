import pg from 'pg'

const TYPES: Readonly<Record<string, string>> = {
  uuid: 'string',
  text: 'string',
  date: 'string',
  bool: 'boolean',
  int4: 'number',
  int8: 'number',
  xid8: 'string',
  bytea: 'Buffer',
  timestamptz: 'Date',
  jsonb: 'unknown',
  time: 'string',
  _int4: 'number[]',
  _text: 'string[]',
  _timestamptz: 'Date[]',
}

interface ColumnRow {
  readonly table: string
  readonly column: string
  readonly type: string
  readonly nullable: boolean
  readonly defaulted: boolean
}

/** Writes the types of an organisation's tables as TypeScript, from a schema that was migrated. */
export async function describeTables(url: string, schema: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<ColumnRow>(
    `select c.relname as table, a.attname as column, t.typname as type,
       not a.attnotnull as nullable,
       a.atthasdef or a.attidentity <> '' as defaulted
     from pg_class c
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     join pg_type t on t.oid = a.atttypid
     where c.relnamespace = $1::regnamespace and c.relkind = 'r'
       and obj_description(c.oid) !~ '@system'
     order by c.relname, a.attnum`,
    [schema],
  )
  await client.end()
  const tables = Map.groupBy(rows, (row) => row.table)
  const interfaces = [...tables].map(([table, columns]) => {
    const lines = columns.map((column) => `  ${column.column}: ${typeOf(column)}`)
    return `export interface ${pascal(table)} {\n${lines.join('\n')}\n}\n`
  })
  const index = [...tables.keys()].map((table) => `  ${table}: ${pascal(table)}`)
  return [
    '// Generated from database/organisation by `npm run tables`. Do not edit.\n',
    `import type { Generated } from 'kysely'\n`,
    `/** The tables of an organisation, by name. */`,
    `export interface OrganisationTables {\n${index.join('\n')}\n}\n`,
    ...interfaces,
  ].join('\n')
}

function typeOf({ type, nullable, defaulted }: ColumnRow): string {
  const base = TYPES[type]
  if (base === undefined) throw new Error(`no TypeScript type for ${type}`)
  const whole = nullable ? `${base} | null` : base
  return defaulted ? `Generated<${whole}>` : whole
}

function pascal(table: string): string {
  return table.replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())
}

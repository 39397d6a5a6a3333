import { sql } from 'kysely'
import type { TableEntry } from '#statement/catalogue.ts'
import type { Access } from '#store/access.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { written } from '#store/query.ts'

/** The opened dossier that rows go into, and what may be written there. */
export interface Into {
  readonly tx: OpenedDossier
  readonly access: Access
}

/** A value with the column that it goes into. */
export type Cell = readonly [column: string, value: unknown]

/** Which values can be read as the types of their columns: an error would quote them. */
export async function fitting(
  tx: OpenedDossier,
  { name: table }: TableEntry,
  values: readonly Cell[],
): Promise<ReadonlySet<string>> {
  const told = values.filter(([, value]) => !Buffer.isBuffer(value))
  const columns = told.map(([name]) => name)
  const texts = told.map(([, value]) => textOf(value))
  const rows = await tx.run(
    written(sql<{ name: string }>`
      select v.name
      from unnest(${columns}::text[], ${texts}::text[]) as v (name, value)
      join pg_attribute a on a.attrelid = ${table}::regclass and a.attname = v.name
      where pg_input_is_valid(v.value, format_type(a.atttypid, a.atttypmod))`),
  )
  const bytes = values.filter(([, value]) => Buffer.isBuffer(value)).map(([name]) => name)
  return new Set([...rows.map(({ name }) => name), ...bytes])
}

/** A value as PostgreSQL would be given it. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return `{${value.map((each) => JSON.stringify(String(each))).join()}}`
  return typeof value === 'string' ? value : JSON.stringify(value)
}

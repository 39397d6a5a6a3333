import { createHash } from 'node:crypto'
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
} from 'kysely'
import type { Statement } from './batch.ts'
import type { OrganisationTables } from './tables.ts'

/** Builds queries on an organisation's tables; nothing is sent until the store is given them. */
export const from: Kysely<OrganisationTables> = new Kysely<OrganisationTables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

/** A query that was built and not sent: Kysely's builders and `sql` templates. */
export interface Query {
  compile(): { readonly sql: string; readonly parameters: readonly unknown[] }
  /** What of its rows is sealed outside dossiers: whoever sends it unseals that. */
  readonly sealed?: SealedCells
}

/** Cells that are sealed with the key of a case, such as a complaint. */
export interface SealedCells {
  /** The name in the rows of the id under which the key lies, or that id. */
  readonly case: { readonly column: string } | { readonly id: string }
  /** By their names in the rows: table and column, and what is told when there is nothing. */
  readonly cells: Readonly<Record<string, readonly [place: string, none: string | null]>>
}

/** A query written as SQL, with the shape of its rows. */
export interface WrittenQuery<R> extends Query {
  /** Only for the compiler: there is never a value. */
  readonly rows?: R[]
}

/** The rows that a query answers with. */
export type RowsOf<Q> = Q extends { execute(): Promise<infer Rows> }
  ? Rows
  : Q extends WrittenQuery<infer R>
    ? R[]
    : never

/**
 * Makes a query of an `sql` template, for what the builder cannot say.
 *
 * @param sealed What of its rows is sealed with the key of a case; the rows tell it in plain words.
 */
export function written<R>(template: RawBuilder<R>, sealed?: SealedCells): WrittenQuery<R> {
  return { compile: () => template.compile(from), ...(sealed && { sealed }) }
}

/**
 * Makes a statement of a query. The role is part of its name: a plan that roles share is made anew
 * at every change of role.
 */
export function toStatement(query: Query, role: string): Statement {
  const { sql, parameters } = compile(query)
  return { name: statementName(sql, role), text: sql, values: parameters }
}

const compiled = new WeakMap<Query, ReturnType<Query['compile']>>()

/** Queries do not change: one that is asked again is compiled once. */
function compile(query: Query): ReturnType<Query['compile']> {
  const known = compiled.get(query)
  if (known) return known
  const fresh = query.compile()
  compiled.set(query, fresh)
  return fresh
}

/** By role and then by text: putting the two together takes as long as looking both up. */
const names = new Map<string, Map<string, string>>()
const NAMES_LIMIT = 1_000

function statementName(text: string, role: string): string {
  const own = names.get(role) ?? new Map<string, string>()
  names.set(role, own)
  const known = own.get(text)
  if (known) return known
  if (own.size >= NAMES_LIMIT) own.clear()
  const name = createHash('sha256').update(`${role}\n${text}`).digest('base64url').slice(0, 32)
  own.set(text, name)
  return name
}

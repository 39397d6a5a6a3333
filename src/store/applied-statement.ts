import { type Owner, quoted } from './owner.ts'
import type { StatementSource } from './statement-files.ts'
import { schemaOf } from './store.ts'

export interface AppliedStatement {
  readonly version: number
  readonly source: StatementSource
}

/** The statement that an organisation works by: the one that was applied last. */
export async function findApplied(
  owner: Owner,
  organisation: string,
): Promise<AppliedStatement | undefined> {
  const schema = schemaOf(organisation)
  const made = await owner.query('select from pg_namespace where nspname = $1', [schema])
  if (made.rows.length === 0) return undefined
  const { rows } = await owner.query<AppliedStatement>(
    `select version, source from ${quoted(schema)}.statements order by applied_at desc limit 1`,
  )
  return rows[0]
}

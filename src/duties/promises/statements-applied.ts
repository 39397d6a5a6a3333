import { AppError } from '#kernel/error.ts'
import type { ProofTransaction } from '#ledger/proof-transaction.ts'
import { type Catalogue, compile, parseStatement, type Statement } from '#statement/index.ts'
import type { Plan } from '#statement/plan.ts'
import { from } from '#store/query.ts'
import { type StatementSource, toStatementFolder } from '#store/statement-files.ts'

/** A statement as it was applied. */
export interface AppliedStatement {
  readonly version: number
  readonly appliedAt: Date
  readonly statement: Statement
  readonly plan: Plan
}

const VERSIONS_LIMIT = 1_000

/**
 * Reads the statements that were applied, as they stand in the database: the one in force first.
 *
 * @throws `STATEMENT_MISSING` when there is none, or the one in force can no longer be read.
 */
export async function readApplied(
  tx: ProofTransaction,
  catalogue: Catalogue,
): Promise<readonly [AppliedStatement, ...AppliedStatement[]]> {
  const rows = await tx.run(
    from
      .selectFrom('statements')
      .select(['version', 'applied_at', 'source'])
      .orderBy('applied_at', 'desc')
      .limit(VERSIONS_LIMIT),
  )
  const [first, ...others] = rows.flatMap((row) => {
    // `apply` wrote it: the names and contents of the files.
    const source = row.source as StatementSource
    const { statement } = parseStatement(toStatementFolder(tx.organisation, source))
    if (!statement) return []
    const { version, applied_at: appliedAt } = row
    return [{ version, appliedAt, statement, plan: compile(statement, catalogue) }]
  })
  if (!first || first.version !== rows[0]?.version) throw new AppError('STATEMENT_MISSING')
  return [first, ...others]
}

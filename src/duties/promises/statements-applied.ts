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
    const read = readSource(tx.organisation, row.source as StatementSource, catalogue)
    const { version, applied_at: appliedAt } = row
    return read ? [{ version, appliedAt, ...read }] : []
  })
  if (!first || first.version !== rows[0]?.version) throw new AppError('STATEMENT_MISSING')
  return [first, ...others]
}

interface ReadSource {
  readonly statement: Statement
  readonly plan: Plan
}

/** Reading a statement takes longer than asking for it, and most checks ask for the same ones. */
function readSource(
  organisation: string,
  source: StatementSource,
  catalogue: Catalogue,
): ReadSource | undefined {
  const known = READ.get(catalogue) ?? new Map<string, ReadSource>()
  READ.set(catalogue, known)
  const key = `${organisation} ${JSON.stringify(source)}`
  const before = known.get(key)
  if (before) return before
  const { statement } = parseStatement(toStatementFolder(organisation, source))
  if (!statement) return undefined
  const read = { statement, plan: compile(statement, catalogue) }
  if (known.size >= READ_LIMIT) known.clear()
  known.set(key, read)
  return read
}

const READ = new WeakMap<Catalogue, Map<string, ReadSource>>()
const READ_LIMIT = 20

import { type RawBuilder, sql } from 'kysely'
import type { ProofTransaction } from '#ledger/proof-transaction.ts'
import { written } from '#store/query.ts'
import { type CheckRun, type Finding, FINDINGS_LIMIT } from './check.ts'

interface Judged {
  readonly looked_at: number
  readonly wrong: number
  readonly findings: Finding[]
}

/**
 * Judges every row of a query on evidence.
 *
 * @param rows A query with the columns `subject`, the id of what was looked at, and `code`, null
 *   when
 *   nothing is wrong with it.
 */
export async function judgeRows(
  tx: ProofTransaction,
  rows: RawBuilder<unknown>,
): Promise<CheckRun> {
  const [judged] = await tx.evidence(
    written(sql<Judged>`
      with judged as (${rows})
      select
        (select count(*) from judged) as looked_at,
        (select count(*) from judged where code is not null) as wrong,
        coalesce((
          select jsonb_agg(jsonb_build_object('code', w.code, 'subject', w.subject))
          from (
            select code, subject::text from judged where code is not null
            order by subject limit ${FINDINGS_LIMIT}) w
        ), '[]') as findings`),
  )
  if (!judged) throw new Error('no answer to a question that counts')
  return { lookedAt: judged.looked_at, wrong: judged.wrong, findings: judged.findings }
}

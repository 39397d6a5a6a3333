import { sql } from 'kysely'
import { inProof } from '#ledger/proof-transaction.ts'
import type { Pool } from '#store/pool.ts'
import { written } from '#store/query.ts'

/**
 * Destroys invoices with all that hangs on them once the term of the statement is over, counted
 * from the end of their year.
 *
 * @param worker Connections with the login of the worker.
 * @returns How many invoices went.
 */
export async function destroyTaxRecords(worker: Pool, organisation: string): Promise<number> {
  const [row] = await inProof(worker, organisation, (tx) =>
    tx.evidence(written(sql<{ gone: number }>`select destroy_tax_records()::integer as gone`)),
  )
  return row?.gone ?? 0
}

import type { LedgerReader } from '#ledger/source.ts'
import type { Owner } from '#store/owner.ts'
import { runQuery } from '#store/run-query.ts'

/**
 * Reads a ledger as the owner, from the schema that comes first in the search path. The
 * organisation is the one that its checkpoints name, also where the schema has another name.
 */
export function ledgerReader(owner: Owner, organisation: string): LedgerReader {
  return { organisation, run: (query) => runQuery(owner, 'owner', query) }
}

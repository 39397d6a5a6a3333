import { sql } from 'kysely'
import type { Transaction } from '#store/transaction.ts'
import { written, type WrittenQuery } from '#store/query.ts'

/** How often whoever asks stands in dossiers of others, as somebody around the client. */
export function countRelated(requestId: string): WrittenQuery<{ readonly amount: number }> {
  return written(sql<{ amount: number }>`select related_entries(${requestId})::int as amount`)
}

/**
 * Takes whoever asks to be erased out of the dossiers of others, once it is known who they are.
 *
 * @returns How many entries went; dossiers on hold keep theirs.
 */
export async function eraseRelated(tx: Transaction, requestId: string): Promise<number> {
  const [row] = await tx.run(
    written(sql<{ gone: number }>`select erase_related_entries(${requestId})::int as gone`),
  )
  return row?.gone ?? 0
}

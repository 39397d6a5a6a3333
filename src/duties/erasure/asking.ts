import { sql } from 'kysely'
import { AppError } from '#kernel/error.ts'
import type { Language } from '#kernel/language.ts'
import { written } from '#store/query.ts'
import type { Transaction } from '#store/transaction.ts'

export interface AskedErasure {
  /** UUID of the form: the same one twice is one request. */
  readonly id: string
  readonly dossierId: string
  readonly language: Language
}

/**
 * Asks for the erasure of one's own dossier, and begins with it when the statement grants that at
 * once: nobody sees the dossier from that moment.
 *
 * @returns The number by which the erasure can be followed; undefined when the request waits for
 *   somebody to weigh it.
 * @throws `REQUEST_OPEN`; `ERASURE_HELD`; `NOT_FOUND` for a dossier of somebody else.
 */
export async function askErasure(
  tx: Transaction,
  { id, dossierId, language }: AskedErasure,
): Promise<string | undefined> {
  await tx.run(
    written(sql`select ask_request(${id}::uuid, 'erasure', ${dossierId}::uuid, null, ${language},
      null)`),
  )
  const [row] = await tx.run(
    written(sql<{ begun: string | null }>`select begin_own_erasure(${id}::uuid) as begun`),
  )
  if (!row) throw new AppError('NOT_FOUND')
  return row.begun ?? undefined
}

import { randomUUID } from 'node:crypto'
import { from } from '#store/query.ts'
import type { Runner } from '#store/platform.ts'

export interface NewParty {
  /** UUID of the form. */
  readonly id?: string
  /** 1 to 200 characters. */
  readonly name: string
  readonly email?: string | undefined
}

/** Adds a principal, or another party. Returns its id. */
export async function addParty(
  tx: Runner,
  { id = randomUUID(), name, email }: NewParty,
): Promise<string> {
  await tx.run(from.insertInto('parties').values({ id, name, ...(email && { email }) }))
  return id
}

const PARTIES_LIMIT = 2_000

/** Every party, by name: for choosing a principal. */
export const parties = from
  .selectFrom('parties')
  .select(['id', 'name', 'email'])
  .orderBy('name')
  .limit(PARTIES_LIMIT)

import { sql } from 'kysely'
import type { ProofTransaction } from '#ledger/proof-transaction.ts'
import { from } from '#store/query.ts'

/** An opening, as the ledger has it. */
export interface OpeningEntry {
  readonly id: number
  readonly at: Date
  readonly accountId: string
  readonly activity: string
  readonly dossierId: string
  /** Version of the statement under which it was done. */
  readonly statement: number | null
}

/** How far back openings are looked at, on each run anew. */
export const openingsSince = sql<Date>`now() - interval '31 days'`

const OPENINGS_AT_ONCE = 2_000

/** Reads the openings of the last 31 days, in parts, in the order of their ids. */
export async function* readOpenings(tx: ProofTransaction): AsyncGenerator<OpeningEntry[]> {
  let afterId = 0
  for (;;) {
    const rows = await tx.run(
      from
        .selectFrom('ledger')
        .select(['id', 'at', 'account_id', 'activity', 'dossier_id', 'statement'])
        .where('id', '>', afterId)
        .where('act', '=', 'opened')
        .where('at', '>=', openingsSince)
        .orderBy('id')
        .limit(OPENINGS_AT_ONCE),
    )
    const openings = rows.flatMap(
      ({ account_id: accountId, dossier_id: dossierId, activity, ...rest }) =>
        accountId === null || dossierId === null || activity === null
          ? []
          : [
              {
                id: rest.id,
                at: rest.at,
                statement: rest.statement,
                accountId,
                dossierId,
                activity,
              },
            ],
    )
    yield openings
    afterId = rows.at(-1)?.id ?? afterId
    if (rows.length < OPENINGS_AT_ONCE) return
  }
}

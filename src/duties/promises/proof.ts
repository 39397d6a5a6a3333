import { sql } from 'kysely'
import type { ProofTransaction } from '#ledger/proof-transaction.ts'
import { from, type RowsOf } from '#store/query.ts'
import type { NewestProof } from './promise-state.ts'

const CHECKS_LIMIT = 500

/** The newest run of every check: anyone may see it. */
export const newestProofs = from
  .selectFrom('proofs')
  .select(['id', 'check_name', 'state', 'looked_at', 'wrong', 'ran_at', 'touches'])
  .distinctOn('check_name')
  .orderBy('check_name')
  .orderBy('ran_at', 'desc')
  .orderBy('id', 'desc')
  .limit(CHECKS_LIMIT)

/** Whether anything was checked in the last day. */
export const recentProof = from
  .selectFrom('proofs')
  .select('id')
  .where('ran_at', '>', sql<Date>`now() - interval '24 hours'`)
  .limit(1)

/** How many findings of which code those runs have, and what they touch: for whoever oversees. */
export const newestFindings = from
  .selectFrom('findings')
  .select(['proof_id', 'code', 'touches', (eb) => eb.fn.countAll<number>().as('amount')])
  .select(sql<string[]>`(array_agg(subject order by place))[1:20]`.as('subjects'))
  .where('proof_id', 'in', (eb) =>
    eb
      .selectFrom('proofs')
      .select('id')
      .distinctOn('check_name')
      .orderBy('check_name')
      .orderBy('ran_at', 'desc')
      .orderBy('id', 'desc'),
  )
  .groupBy(['proof_id', 'code', 'touches'])

/** What these two answered, for `promiseStates`. Without findings the codes are left out. */
export function toProofs(
  rows: RowsOf<typeof newestProofs>,
  findings?: RowsOf<typeof newestFindings>,
): NewestProof[] {
  return rows.map((row) => {
    const own = findings?.filter(({ proof_id: id }) => id === row.id)
    return {
      check: row.check_name,
      state: row.state === 'kept' ? 'kept' : 'broken',
      lookedAt: row.looked_at,
      wrong: row.wrong,
      ranAt: row.ran_at,
      touches: row.touches,
      ...(own ? { found: own } : {}),
    }
  })
}

/** The newest proofs with their findings, in the role of checks. */
export async function readProofs(tx: ProofTransaction): Promise<NewestProof[]> {
  return toProofs(await tx.run(newestProofs), await tx.run(newestFindings))
}

/** Ids or names of what the newest run of each check found wrong, at most 20 of each code. */
export async function readFindings(tx: ProofTransaction): Promise<Map<string, string[]>> {
  const proofs = await tx.run(newestProofs)
  const findings = await tx.run(newestFindings)
  return new Map(
    proofs.map(({ id, check_name: name }) => [
      name,
      findings.filter((each) => each.proof_id === id).flatMap(({ subjects }) => subjects),
    ]),
  )
}

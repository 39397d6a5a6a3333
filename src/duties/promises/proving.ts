import { sql } from 'kysely'
import { isAppError } from '#kernel/error.ts'
import { inProof, type ProofTransaction } from '#ledger/proof-transaction.ts'
import type { Pool } from '#store/pool.ts'
import { from } from '#store/query.ts'
import {
  type Check,
  type CheckRun,
  DEFAULT_EVERY_HOURS,
  type Finding,
  FINDINGS_LIMIT,
} from './check.ts'

/** What a run of a check found. */
export interface Proof extends CheckRun {
  readonly check: string
  readonly state: 'kept' | 'broken'
  readonly wrong: number
  /** The mechanisms that what is wrong touches; none named: all that the check keeps. */
  readonly touches: readonly string[]
}

export interface ProveOptions {
  /** Run also the checks that are not yet due again, such as that of the whole ledger. */
  readonly all?: boolean
}

/**
 * Runs the checks of an organisation and keeps what they found. Each sees the organisation at one
 * moment, in the role of checks. A check that fails counts as broken: then nobody knows.
 *
 * @param worker Connections with the login of the worker.
 * @returns One proof for each check that ran, in the order of the checks.
 */
export async function prove(
  worker: Pool,
  organisation: string,
  checks: readonly Check[],
  { all = false }: ProveOptions = {},
): Promise<Proof[]> {
  const recent = all ? new Set<string>() : await inProof(worker, organisation, findRecent(checks))
  const proofs: Proof[] = []
  for (const check of checks.filter(({ name }) => !recent.has(name))) {
    const proof = await run(worker, organisation, check)
    await inProof(worker, organisation, (tx) => keep(tx, proof))
    proofs.push(proof)
  }
  await inProof(worker, organisation, prune)
  return proofs
}

/** What a check is said to have found when it could not finish. */
export const CHECK_FAILED = 'CHECK_FAILED'

async function run(worker: Pool, organisation: string, check: Check): Promise<Proof> {
  const found = await inProof(worker, organisation, (tx) => check.run(tx)).catch(failed)
  const findings = found.findings.slice(0, FINDINGS_LIMIT)
  const wrong = found.wrong ?? found.findings.length
  return {
    check: check.name,
    lookedAt: found.lookedAt,
    findings,
    wrong,
    state: wrong > 0 ? 'broken' : 'kept',
    touches: touched(found.findings),
  }
}

/** One finding that touches everything is enough. */
function touched(findings: readonly Finding[]): string[] {
  const all = findings.some(({ touches = [] }) => touches.length === 0)
  return all ? [] : [...new Set(findings.flatMap(({ touches = [] }) => touches))].toSorted()
}

function failed(error: unknown): CheckRun {
  const subject = isAppError(error) ? error.code : error instanceof Error ? error.name : 'unknown'
  return { lookedAt: 0, findings: [{ code: CHECK_FAILED, subject }] }
}

/** Checks that run less often than daily and were kept not long ago. */
function findRecent(checks: readonly Check[]): (tx: ProofTransaction) => Promise<Set<string>> {
  return async (tx) => {
    const rows = await tx.run(
      from
        .selectFrom('proofs')
        .select(['check_name', (eb) => eb.fn.max('ran_at').as('ran_at')])
        .where('state', '=', 'kept')
        .groupBy('check_name'),
    )
    const ranAt = new Map(rows.map((row) => [row.check_name, row.ran_at.getTime()]))
    const recent = checks.filter(({ name, everyHours = DEFAULT_EVERY_HOURS }) => {
      const dueAt = (ranAt.get(name) ?? 0) + (everyHours - 1) * HOUR_MS
      return everyHours > DEFAULT_EVERY_HOURS && dueAt > Date.now()
    })
    return new Set(recent.map(({ name }) => name))
  }
}

const HOUR_MS = 3_600_000

async function keep(tx: ProofTransaction, proof: Proof): Promise<void> {
  const { check, state, lookedAt, wrong, findings, touches } = proof
  const [row] = await tx.run(
    from
      .insertInto('proofs')
      .values({ check_name: check, state, looked_at: lookedAt, wrong, touches: [...touches] })
      .returning('id'),
  )
  if (!row || findings.length === 0) return
  const lines = findings.map(({ code, subject, touches: own = [] }, place) => ({
    proof_id: row.id,
    place,
    code,
    subject,
    touches: [...own],
  }))
  await tx.run(from.insertInto('findings').values(lines))
}

/** Proofs are kept for two years, findings with them. */
async function prune(tx: ProofTransaction): Promise<void> {
  await tx.run(
    from.deleteFrom('proofs').where('ran_at', '<', sql<Date>`now() - interval '2 years'`),
  )
}

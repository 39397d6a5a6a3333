import { newestFindings, newestProofs, toProofs } from '#duties/promises/proof.ts'
import { type ClausePromise, promiseStates, type State } from '#duties/promises/promise-state.ts'
import type { Door } from '#entry/web/http/door.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import type { Statement } from '#statement/index.ts'
import type { RowsOf } from '#store/query.ts'
import { readOverseen } from './overseen.ts'

export interface PromiseData {
  readonly statement: Statement
  readonly promises: readonly ClausePromise[]
  /** What checks found wrong, the ids with it. */
  readonly findings: RowsOf<typeof newestFindings>
  readonly proofs: RowsOf<typeof newestProofs>
}

/** Every promise of the statement in force as it stands, with what the officer may know of it. */
export async function readPromises(door: Door, name: string): Promise<PromiseData> {
  const { organisation, site } = door.visit
  const { proofs, findings } = await readOverseen(door, name, {
    proofs: newestProofs,
    findings: newestFindings,
  })
  const statement = await site.publication.current(organisation)
  const promises = promiseStates({
    statement,
    vocabulary: VOCABULARY,
    checks: await site.prover.checks(organisation),
    proofs: toProofs(proofs, findings),
    now: new Date(),
  })
  return { statement, promises, findings, proofs }
}

/** States in the order in which they matter. */
export const STATES = [
  'broken',
  'stale',
  'no-mechanism',
  'organisational',
  'kept',
] as const satisfies readonly State[]

/** When a promise was last wholly checked: the least recent of its checks counts. */
export function checkedAt({ checks }: ClausePromise): Date | undefined {
  const times = checks.map(({ ranAt }) => ranAt)
  return times.includes(undefined)
    ? undefined
    : times.toSorted((a, b) => Number(a) - Number(b)).at(0)
}

/** How many records its checks looked at. */
export function lookedAt({ checks }: ClausePromise): number {
  return checks.reduce((sum, check) => sum + check.lookedAt, 0)
}

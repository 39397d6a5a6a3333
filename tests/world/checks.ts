import type { Check, CheckRun } from '#duties/promises/check.ts'
import { inProof } from '#ledger/proof-transaction.ts'
import { workerOf } from './worker.ts'
import type { World } from './world.ts'

/** Runs one check in a world, and tells the codes of what it found. */
export async function runCheckOf(
  there: World,
  check: Check,
): Promise<CheckRun & { readonly codes: string[] }> {
  const found = await inProof(workerOf(there), there.organisation, (tx) => check.run(tx))
  return { ...found, codes: found.findings.map(({ code }) => code) }
}

import { newestProofs, toProofs } from '#duties/promises/proof.ts'
import { type ClausePromise, promiseStates } from '#duties/promises/promise-state.ts'
import type { ClauseStates } from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { checkedAt } from '#entry/web/pages/privacy/promise-data.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import type { Statement } from '#statement/index.ts'

/** How each clause stands by its newest checks, for the marks in the statement. */
export async function readStates(door: Door, statement: Statement): Promise<ClauseStates> {
  const promises = await readPublicPromises(door, statement)
  return Object.fromEntries(
    promises.map((promise) => [
      promise.clause,
      {
        state: promise.state,
        href: `/beloften#${promise.clause}`,
        checkedAt: checkedAt(promise),
      },
    ]),
  )
}

/** How each clause stands, as far as anyone may know: how many things are wrong, and not which. */
export async function readPublicPromises(
  door: Door,
  statement: Statement,
): Promise<ClausePromise[]> {
  const { organisation, site } = door.visit
  const { proofs } = await door.publicly({ proofs: newestProofs })
  return promiseStates({
    statement,
    vocabulary: VOCABULARY,
    checks: await site.prover.checks(organisation),
    proofs: toProofs(proofs),
    now: new Date(),
  })
}

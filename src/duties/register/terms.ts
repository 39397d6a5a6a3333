import { sql } from 'kysely'
import { termNearMail } from '#jobs/mails/term-near.ts'
import type { Outbox } from '#jobs/outbox.ts'
import { inProof } from '#ledger/proof-transaction.ts'
import { written } from '#store/query.ts'
import type { Pool } from '#store/pool.ts'

interface DueTerm {
  readonly sort: 'agreement' | 'assessment' | 'review' | 'incident' | 'complaint'
  readonly item: string
  readonly stage: 'first' | 'second' | 'over'
  readonly accountId: string
}

/** Where each sort of term is seen to. */
const PAGES: Readonly<Record<DueTerm['sort'], (item: string) => string>> = {
  agreement: () => '/privacy/verwerkers',
  assessment: (item) => `/privacy/beoordelingen/${item}`,
  review: (item) => `/privacy/nakijken/${item}`,
  incident: (item) => `/privacy/incidenten/${item}`,
  complaint: (item) => `/privacy/klachten/${item}`,
}

/**
 * Tells of every term that is near or over, once at each stage and only to those who can still do
 * something about it; destroys what is past its retention.
 *
 * @param worker Connections with the login of the worker.
 * @returns How many mails were queued.
 */
export async function seeToTerms(
  worker: Pool,
  outbox: Outbox,
  organisation: { readonly id: string; readonly title: string },
): Promise<number> {
  await inProof(worker, organisation.id, (tx) =>
    tx.evidence(written(sql`select destroy_settled()`)),
  )
  return inProof(worker, organisation.id, async (tx) => {
    const terms = await tx.evidence(
      written(sql<DueTerm>`select sort, item, stage, account_id as "accountId"
        from take_due_terms()`),
    )
    // Mail is queued by the login itself, as evidence is asked for.
    const login = { run: tx.evidence.bind(tx) }
    for (const { sort, item, stage, accountId } of terms) {
      const path = PAGES[sort](item)
      const data = { organisation: organisation.title, path, sort, over: stage === 'over' }
      await outbox.queue(login, termNearMail, data, { accountId })
    }
    return terms.length
  })
}

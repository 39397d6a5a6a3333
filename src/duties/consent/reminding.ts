import { sql } from 'kysely'
import { consentEndingMail } from '#jobs/mails/consent-ending.ts'
import type { Outbox } from '#jobs/outbox.ts'
import { inProof } from '#ledger/proof-transaction.ts'
import type { Pool } from '#store/pool.ts'
import { written } from '#store/query.ts'

interface EndingConsent {
  readonly dossierId: string
  readonly accountId: string
}

/**
 * Tells people, once, that a consent of theirs ends within four weeks.
 *
 * @param worker Connections with the login of the worker.
 * @returns How many mails were queued.
 */
export async function remindOfConsents(
  worker: Pool,
  outbox: Outbox,
  organisation: { readonly id: string; readonly title: string },
): Promise<number> {
  return inProof(worker, organisation.id, async (tx) => {
    const ending = await tx.evidence(
      written(sql<EndingConsent>`
        select distinct dossier_id as "dossierId", account_id as "accountId"
        from take_ending_consents()`),
    )
    // Mail is queued by the login itself, as evidence is asked for.
    const login = { run: tx.evidence.bind(tx) }
    for (const { dossierId, accountId } of ending) {
      const path = `/mijn/dossiers/${dossierId}/toestemmingen`
      const data = { organisation: organisation.title, path }
      await outbox.queue(login, consentEndingMail, data, { accountId })
    }
    return ending.length
  })
}

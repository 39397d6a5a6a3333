import { sql } from 'kysely'
import { statementChangedMail } from '#jobs/mails/statement-changed.ts'
import { statementRetractedMail } from '#jobs/mails/statement-retracted.ts'
import type { Outbox } from '#jobs/outbox.ts'
import type { Platform } from '#store/platform.ts'
import { written } from '#store/query.ts'
import { schemaOf } from '#store/store.ts'

/** Mails that are queued in one transaction. */
const MAILS_AT_ONCE = 200

export interface Telling {
  /** Signed in as the worker. */
  readonly platform: Platform
  readonly outbox: Outbox
}

/** What there is to do about the statements of an organisation. */
export interface Waiting {
  /** Something to announce or to make true, which takes the owner. */
  readonly by_owner: boolean
  /** Somebody to tell. */
  readonly by_mail: boolean
}

/** Asks whether a version waits to be made true, or people wait to be told of one. */
export async function findWaiting(platform: Platform, organisation: string): Promise<Waiting> {
  const schema = sql.id(schemaOf(organisation))
  const [row] = await platform.run(
    written(sql<Waiting>`select * from ${schema}.publications_waiting()`),
  )
  return row ?? { by_owner: false, by_mail: false }
}

/**
 * Tells people that a new version of the statement changes something for them. Whom to tell is
 * taken from the list in the transaction that queues the mail: everybody is told once.
 *
 * @returns How many were told; call again until that is none.
 */
export function tellAudience(
  { platform, outbox }: Telling,
  { id, label }: { readonly id: string; readonly label: string },
): Promise<number> {
  const schema = sql.id(schemaOf(id))
  return platform.change(async (tx) => {
    const taken = await tx.run(
      written(
        sql<{ version: number; account_id: string; news: 'version' | 'retraction' }>`
          select version, account_id, news from ${schema}.take_audience(${MAILS_AT_ONCE})`,
      ),
    )
    for (const { version, account_id: accountId, news } of taken) {
      const data = { organisation: label, path: `/verklaring/verschil?naar=${version}` }
      const kind = news === 'version' ? statementChangedMail : statementRetractedMail
      await outbox.queue(tx, kind, data, { accountId })
    }
    return taken.length
  })
}

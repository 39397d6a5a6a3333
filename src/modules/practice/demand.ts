import { sql } from 'kysely'
import { deliver, type DeliveryChannel } from '#duties/recipients/delivery.ts'
import { AppError } from '#kernel/error.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { from, type WrittenQuery, written } from '#store/query.ts'
import { mailClient, type Post } from './post.ts'

/** What of a dossier goes to an authority on its approved demand. */
export interface HandOver {
  readonly demandId: string
  /** Documents and summaries of the dossier, at most 200. */
  readonly itemIds: readonly string[]
  readonly channel: DeliveryChannel
  readonly post: Post
}

const ITEMS_LIMIT = 200

/**
 * Records that documents and summaries are handed over on a demand, and tells the client, unless
 * the law still forbids that.
 *
 * @throws `DEMAND_NOT_APPROVED`; `DEMAND_EXCEEDED` when one of them is of another kind than was
 * demanded: then nothing goes; `NOT_FOUND`.
 */
export async function handOver(
  tx: OpenedDossier,
  { demandId, itemIds, channel, post }: HandOver,
): Promise<void> {
  const [demand] = await tx.run(
    from
      .selectFrom('legal_demands')
      .select(sql<boolean>`coalesce(silent_until >= gestand.today(), false)`.as('silent'))
      .where('id', '=', demandId)
      .where('dossier_id', '=', tx.dossierId),
  )
  if (!demand || itemIds.length > ITEMS_LIMIT) throw new AppError('NOT_FOUND')
  const summaries = await tx.run(
    from
      .selectFrom('summaries')
      .select('id')
      .where('dossier_id', '=', tx.dossierId)
      .where('id', 'in', [...itemIds]),
  )
  const isSummary = new Set(summaries.map(({ id }) => id))
  for (const itemId of itemIds) {
    const subject = isSummary.has(itemId) ? 'summaries' : 'documents'
    await deliver(tx, { subject, itemId, channel, demandId })
  }
  if (!demand.silent) await mailClient(tx, 'demand-met', post)
}

/** What was handed over on a demand on the opened dossier, and when last. */
export function handedItems(
  demandId: string,
): WrittenQuery<{ readonly item: string; readonly deliveredAt: Date }> {
  return written(sql`
    select item, delivered_at as "deliveredAt" from handed_items(${demandId}::uuid)`)
}

import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Access } from '#store/access.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { type RowsOf, type WrittenQuery, written } from '#store/query.ts'
import { selectReadable } from '#store/readable.ts'

/** How something goes out. */
export type DeliveryChannel = 'link' | 'mail' | 'export' | 'api' | 'letter'

/** Something of a dossier that is about to go to a recipient. */
export interface NewDelivery {
  /** UUID of the form, or of what is made with it. */
  readonly id?: string
  /** Word of the recipient in the statement; not asked where a legal demand is met. */
  readonly recipient?: string
  readonly channel: DeliveryChannel
  /** Activity for which they get it; the first that the statement names when left out. */
  readonly purpose?: string
  /** Table and key of what goes: the database reads there which kinds of data are in it. */
  readonly subject: string
  readonly itemId: string
  /** Who it is, where the recipient differs by dossier. */
  readonly partyId?: string
  /** Question for consent that was agreed to, where the statement wants consent. */
  readonly consentId?: string
  /** Approved demand of an authority. */
  readonly demandId?: string
}

/**
 * Passes the gate: notes that something of the opened dossier goes to a recipient. Call it before
 * sending, in the same transaction. The database decides; what it refuses does not go.
 *
 * @throws `RECIPIENT_UNDECLARED`, `RECIPIENT_UNRELATED`, `PURPOSE_UNDECLARED`,
 * `CATEGORY_UNDECLARED`, `AGREEMENT_LAPSED`, `CONSENT_MISSING`, `DEMAND_NOT_APPROVED`,
 * `DEMAND_EXCEEDED`; `NOT_FOUND` when there is no such thing in the dossier, or it cannot be read.
 */
export async function deliver(tx: OpenedDossier, delivery: NewDelivery): Promise<string> {
  const { id = randomUUID(), recipient, channel, purpose, subject, itemId } = delivery
  const { partyId, consentId, demandId } = delivery
  await tx.run(
    written(sql`select deliver(${id}::uuid, ${recipient ?? null}::text, ${channel}::text,
      ${purpose ?? null}::text, ${subject}::text, ${itemId}::uuid, ${partyId ?? null}::uuid,
      ${consentId ?? null}::uuid, ${demandId ?? null}::uuid)`),
  )
  return id
}

/** One delivery, as those who oversee see it: ids and words. */
export interface DeliveryLine {
  readonly id: string
  /** Number of the dossier; null when it is out of sight. */
  readonly reference: string | null
  /** Word of the recipient, or `legal-demand`. */
  readonly recipient: string
  /** Name of the party, where the recipient differs by dossier. */
  readonly party: string | null
  readonly channel: DeliveryChannel
  readonly purpose: string
  readonly categories: readonly string[]
  readonly deliveredBy: string | null
  readonly deliveredAt: Date
}

export const DELIVERIES_PAGE = 25

/**
 * Deliveries, the newest first, one more than a page: for whoever oversees.
 *
 * @param asked Only of this recipient; `page` counts from 1.
 */
export function listDeliveries(asked: {
  readonly recipient?: string | undefined
  readonly page?: number
}): WrittenQuery<DeliveryLine> {
  const { recipient = null, page = 1 } = asked
  return written(sql<DeliveryLine>`
    select d.id, o.reference, d.recipient, p.name as party, d.channel, d.purpose, d.categories,
      d.delivered_by as "deliveredBy", d.delivered_at as "deliveredAt"
    from deliveries d
    left join dossiers o on o.id = d.dossier_id
    left join parties p on p.id = d.party_id
    where ${recipient}::text is null or d.recipient = ${recipient}
    order by d.delivered_at desc, d.id
    limit ${DELIVERIES_PAGE + 1} offset ${(page - 1) * DELIVERIES_PAGE}`)
}

/** How much each recipient got. */
export interface DeliveryCount {
  readonly recipient: string
  readonly deliveries: number
  readonly dossiers: number
  readonly lastAt: Date
}

export const countDeliveries = written(sql<DeliveryCount>`
  select recipient, count(*) as deliveries, count(distinct dossier_id) as dossiers,
    max(delivered_at) as "lastAt"
  from deliveries group by recipient order by recipient`)

/** What left of the opened dossier, for whoever may know: columns as they are in the table. */
export function deliveryReads(access: Access, dossierId: string): DeliveryReads {
  return buildReads(access, dossierId)
}

export type DeliveryReads = ReturnType<typeof buildReads>

function buildReads(access: Access, dossierId: string) {
  return {
    deliveries: selectReadable(access, 'deliveries', {
      needs: [
        'id',
        'recipient',
        'party_id',
        'demand_id',
        'request_id',
        'channel',
        'purpose',
        'categories',
        'subject',
        'item',
        'delivered_by',
        'delivered_at',
      ],
      where: { dossier_id: dossierId },
    }),
  }
}

/** One delivery from a dossier, as whoever may know reads it there. */
export interface DeliveryView {
  readonly id: string
  /** Word of the recipient, or `legal-demand`. */
  readonly recipient: string
  readonly partyId: string | null
  readonly demandId: string | null
  readonly consentId: string | null
  readonly purpose: string
  readonly categories: readonly string[]
  readonly subject: string
  readonly itemId: string
  readonly deliveredAt: Date
}

/** What left, the newest first. */
export function readDeliveries(rows: RowsOf<DeliveryReads['deliveries']>): DeliveryView[] {
  return rows
    .map((row) => ({
      id: row.id,
      recipient: row.recipient,
      partyId: row.party_id,
      demandId: row.demand_id,
      consentId: row.request_id,
      purpose: row.purpose,
      categories: row.categories,
      subject: row.subject,
      itemId: row.item,
      deliveredAt: row.delivered_at,
    }))
    .toSorted((a, b) => b.deliveredAt.getTime() - a.deliveredAt.getTime())
}

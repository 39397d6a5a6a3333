import { sql } from 'kysely'
import { written } from '#store/query.ts'
import type { Transaction } from '#store/transaction.ts'
import type { Description } from './formats/description.ts'
import type { VatWord } from './vat.ts'

export type ChargeUnit = 'hour' | 'piece'

/** What an hour or a piece of work costs. */
export interface Tariff {
  readonly id: string
  /** Kind of service; null for all. */
  readonly kind: string | null
  /** The principal; null for all. */
  readonly partyId: string | null
  readonly party: string | null
  readonly description: Description | 'any'
  readonly unit: ChargeUnit
  /** Cents, without tax. */
  readonly unitPrice: number
  readonly vat: VatWord
  /** ISO date. */
  readonly startsOn: string
  readonly ended: boolean
}

const TARIFF_LIMIT = 500

/** All tariffs, those that count first. */
export const listTariffs = written(sql<Tariff>`
  select t.id, t.kind, t.party_id as "partyId", p.name as party, t.description, t.unit,
    t.unit_price as "unitPrice", t.vat, t.starts_on as "startsOn", t.ended_at is not null as ended
  from tariffs t left join parties p on p.id = t.party_id
  order by t.ended_at is not null, p.name nulls first, t.kind nulls first, t.description, t.unit,
    t.starts_on desc, t.id
  limit ${TARIFF_LIMIT}`)

export type NewTariff = Omit<Tariff, 'party' | 'ended'>

/** Records a tariff. Charges that waited for a price get it. */
export async function addTariff(tx: Transaction, tariff: NewTariff): Promise<void> {
  const { id, kind, partyId, description, unit, unitPrice, vat, startsOn } = tariff
  await tx.run(
    written(sql`
      insert into tariffs (id, kind, party_id, description, unit, unit_price, vat, starts_on)
      values (${id}, ${kind}, ${partyId}, ${description}, ${unit}, ${unitPrice}, ${vat},
        ${startsOn})`),
  )
}

/** From now on it no longer counts; what was charged by it stays. */
export async function endTariff(tx: Transaction, id: string): Promise<void> {
  await tx.run(
    written(sql`update tariffs set ended_at = now() where id = ${id} and ended_at is null`),
  )
}

import { sql } from 'kysely'
import type { Runner } from '#store/platform.ts'
import { type RowsOf, type WrittenQuery, written } from '#store/query.ts'

/** What a report counts: services that started, by kind, and those that ended, by outcome. */
export type Measure = 'started' | 'ended'

/** A number of one group: of several kinds or outcomes together where one would be too few. */
export interface AggregateCount {
  readonly words: readonly string[]
  readonly amount: number
}

/** A report to one principal on one year, as it was published and stays. */
export interface AggregateReport {
  readonly id: string
  readonly partyId: string
  readonly party: string
  readonly year: number
  /** No group is smaller. */
  readonly smallest: number
  readonly publishedAt: Date
  readonly tables: readonly AggregateTable[]
}

export interface AggregateTable {
  readonly measure: Measure
  /** None where all together are too few. */
  readonly counts: readonly AggregateCount[]
  readonly total: number
}

interface Row {
  readonly report_id: string
  readonly party_id: string
  readonly party: string
  readonly year: number
  readonly smallest: number
  readonly published_at: Date
  readonly measure: Measure
  readonly words: readonly string[]
  readonly amount: number | null
}

/**
 * The numbers that were published, the newest year first: all of them in `relation-management`,
 * those of the reader's own party in `accountability`.
 */
export const publishedAggregates: WrittenQuery<Row> = written(sql`
  select * from published_aggregates()`)

/** A principal and a year of which a report can be published. */
export interface AggregateToPublish {
  readonly party_id: string
  readonly party: string
  readonly year: number
}

export const aggregatesToPublish: WrittenQuery<AggregateToPublish> = written(sql`
  select * from aggregates_to_publish()`)

/**
 * Publishes the numbers of a principal over a year that has ended. What was published before stays
 * as it is. In activity `relation-management`. Returns its id.
 *
 * @throws `YEAR_NOT_OVER`, `YEAR_TOO_LONG_AGO`, `NOT_FOUND`.
 */
export async function publishAggregates(
  tx: Runner,
  { partyId, year }: { readonly partyId: string; readonly year: number },
): Promise<string> {
  const rows = await tx.run(
    written<{ id: string }>(sql`select publish_aggregates(${partyId}, ${year}) as id`),
  )
  return rows[0]?.id ?? ''
}

/** The reports, in the order in which their rows were read. */
export function readAggregates(rows: RowsOf<typeof publishedAggregates>): AggregateReport[] {
  return [...Map.groupBy(rows, (row) => row.report_id)].flatMap(([id, all]) => {
    const [first] = all
    if (!first) return []
    const { party_id: partyId, party, year, smallest, published_at: publishedAt } = first
    const tables = [...Map.groupBy(all, (row) => row.measure)].map(([measure, some]) =>
      readTable(measure, some),
    )
    return [{ id, partyId, party, year, smallest, publishedAt, tables }]
  })
}

function readTable(measure: Measure, rows: readonly Row[]): AggregateTable {
  const counts = rows.flatMap(({ words, amount }) => (amount === null ? [] : [{ words, amount }]))
  return { measure, counts, total: counts.reduce((sum, { amount }) => sum + amount, 0) }
}

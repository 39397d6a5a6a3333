import { from, type RowsOf } from '#store/query.ts'

const LINES_LIMIT = 20_000

/** The lines of all principals. In activity `relation-management`; it opens no dossier. */
export const relationLines = from
  .selectFrom('relation_lines as l')
  .innerJoin('parties as p', 'p.id', 'l.party_id')
  .select(['l.id', 'l.party_id', 'p.name as party', 'l.name', 'l.service', 'l.year'])
  .orderBy('p.name')
  .orderBy('l.year', 'desc')
  .orderBy('l.name')
  .limit(LINES_LIMIT)

export interface RelationLine {
  readonly id: string
  /** Undefined after an erasure that the client asked for. */
  readonly name?: string
  /** Word of the kind of service. */
  readonly service: string
  readonly year: number
}

/** What is kept of a principal: which clients had which service in which year. */
export interface PrincipalOverview {
  readonly partyId: string
  readonly name: string
  /** The newest year first. */
  readonly lines: readonly RelationLine[]
}

/** The lines by principal, in the order in which they were read. */
export function readRelationOverview(rows: RowsOf<typeof relationLines>): PrincipalOverview[] {
  const byParty = Map.groupBy(rows, (row) => row.party_id)
  return [...byParty].map(([partyId, lines]) => ({
    partyId,
    name: lines[0]?.party ?? '',
    lines: lines.map(({ id, name, service, year }) => ({
      id,
      service,
      year,
      ...(name !== null && { name }),
    })),
  }))
}

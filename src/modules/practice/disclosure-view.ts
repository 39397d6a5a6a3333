import type { Actor, Actors } from './actors.ts'
import type { DossierRows } from './dossier-reads.ts'

export interface DisclosureView {
  readonly id: string
  readonly requestId: string
  readonly title: string
  /** Name of the party, where the reader may know it. */
  readonly recipient?: string
  readonly disclosedBy: Actor
  readonly disclosedAt: Date
}

/** Documents that were let go and may still be read, the newest first. */
export function readDisclosures(
  { disclosures, parties }: Pick<DossierRows, 'disclosures' | 'parties'>,
  actors: Actors,
): DisclosureView[] {
  const names = new Map(parties.map((row) => [row.id, row.name]))
  return disclosures
    .map((row) => {
      const recipient = names.get(row.party_id)
      return {
        id: row.id,
        requestId: row.request_id,
        title: row.title,
        ...(recipient !== undefined && { recipient }),
        disclosedBy: actors.who(row.disclosed_by),
        disclosedAt: row.disclosed_at,
      }
    })
    .toSorted((a, b) => b.disclosedAt.getTime() - a.disclosedAt.getTime())
}

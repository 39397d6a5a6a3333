import type { Actor, Actors } from './actors.ts'
import type { DossierRows } from './dossier-reads.ts'

export interface RelationView {
  readonly id: string
  readonly relation: string
  readonly holderId: string
  readonly holder: Actor
  readonly since: Date
  readonly until?: Date
  /** Only during this absence. */
  readonly absence?: { readonly id: string; readonly startsOn: string; readonly endsOn: string }
}

/** Who stands in which relation to the dossier. What it opens is for the statement to say. */
export function readRelations(
  { relations, absences }: Pick<DossierRows, 'relations' | 'absences'>,
  actors: Actors,
): RelationView[] {
  const periods = new Map(
    absences.map((row) => [row.id, { startsOn: row.starts_on, endsOn: row.ends_on }]),
  )
  return relations.map((row) => {
    const period = periods.get(row.absence_id ?? '')
    return {
      id: row.id,
      relation: row.relation,
      holderId: row.holder_id,
      holder: actors.who(row.holder_id),
      since: row.since,
      ...(row.until && { until: row.until }),
      ...(row.absence_id && period && { absence: { id: row.absence_id, ...period } }),
    }
  })
}

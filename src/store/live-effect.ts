import { type Owner, quoted } from './owner.ts'
import { schemaOf } from './store.ts'

/** What another term would do to the dossiers that there are. */
export interface TermEffect {
  /** Dossiers whose term has begun, because its events happened. */
  readonly begun: number
  /** Those that would get another end. */
  readonly changed: number
  /** Those that are within their term now and past the new one: gone from sight at once. */
  readonly gone: number
  /** Those that are past their term now and within the new one. */
  readonly back: number
}

/**
 * Counts what a term would do, without doing it.
 *
 * @param term The events from the latest of which it counts, and an ISO 8601 duration, or null for
 * "kept indefinitely".
 */
export async function countTerm(
  owner: Owner,
  organisation: string,
  { from, keep }: { readonly from: readonly string[]; readonly keep: string | null },
): Promise<TermEffect> {
  const schema = quoted(schemaOf(organisation))
  const { rows } = await owner.query<Record<keyof TermEffect, number>>(
    `with wanted as (
       select d.expires_on, (
         select case when count(*) = cardinality($1::text[]) then
           ((max(e.occurred_at) at time zone 'Europe/Amsterdam') + $2::interval)::date end
         from ${schema}.events e where e.dossier_id = d.id and e.event = any ($1)) as new_end
       from ${schema}.dossiers d)
     select count(new_end)::int as begun,
       count(*) filter (where new_end is distinct from expires_on)::int as changed,
       count(*) filter (where new_end <= gestand.today()
         and (expires_on is null or expires_on > gestand.today()))::int as gone,
       count(*) filter (where expires_on <= gestand.today()
         and (new_end is null or new_end > gestand.today()))::int as back
     from wanted`,
    [from, keep],
  )
  return rows[0] ?? { begun: 0, changed: 0, gone: 0, back: 0 }
}

/** Counts who reaches how many dossiers for an activity now: what would end with it. */
export async function countReach(
  owner: Owner,
  organisation: string,
  activity: string,
): Promise<{ readonly holders: number; readonly dossiers: number }> {
  const schema = quoted(schemaOf(organisation))
  const { rows } = await owner.query<{ holders: number; dossiers: number }>(
    `select count(distinct holder_id)::int as holders, count(distinct dossier_id)::int as dossiers
     from ${schema}.standing_relations where activity = $1`,
    [activity],
  )
  return rows[0] ?? { holders: 0, dossiers: 0 }
}

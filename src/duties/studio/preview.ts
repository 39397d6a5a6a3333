import { sql } from 'kysely'
import { type WrittenQuery, written } from '#store/query.ts'
import type { Wanted } from '#store/wanted.ts'

/** Who would gain or lose dossiers in an activity. */
export interface ReachChange {
  readonly activity: string
  /** Held by a function: then it is the activity itself that is gained or lost. */
  readonly byFunction: boolean
  /** A member; null for others, who are counted. */
  readonly holderId: string | null
  readonly holders: number
  /** Dossiers; for a function one. */
  readonly gained: number
  readonly lost: number
}

/** What another term would do to the dossiers that there are. */
export interface TermChange {
  readonly part: string
  /** Dossiers that would get another end. */
  readonly changed: number
  /** Those that are within their term now and past the new one: destroyed at once. */
  readonly gone: number
  /** Those that are past their term now and within the new one. */
  readonly back: number
  /** How many go in which year, by the term that holds and by the new one. */
  readonly years: readonly { readonly year: number; readonly now: number; readonly later: number }[]
}

/** Counts what other rules would open and close, without changing any. */
export function previewReach(wanted: Wanted): WrittenQuery<ReachChange> {
  return written(sql<ReachChange>`
    select activity, by_function as "byFunction", holder_id as "holderId", holders, gained, lost
    from preview_reach(${JSON.stringify(wanted)}::jsonb)`)
}

/** Counts what other terms would destroy and when, without changing any. */
export function previewTerms(wanted: Wanted): WrittenQuery<TermChange> {
  return written(sql<TermChange>`
    select part, changed, gone, back, years
    from preview_terms(${JSON.stringify(wanted)}::jsonb)`)
}

/** The names of members, for telling who gains and loses. */
export const memberNames = written(sql<{ id: string; name: string }>`
  select account_id as id, name from members limit 5000`)

import { sql } from 'kysely'
import { type WrittenQuery, written } from '#store/query.ts'
import { type DraftRetraction, RETRACTION } from './draft.ts'

/** A version that was decided on, in the studio or by whoever runs the installation. */
export interface Announcement {
  readonly version: number
  /** ISO date of the day from which it holds. */
  readonly inForce: string
  /** Whether its day is still to come, so that it can be taken back. */
  readonly waits: boolean
  readonly retractedAt: Date | null
  /** The draft that it was; without one it was not decided on in the studio. */
  readonly draftId: string | null
  /** That somebody wants it taken back. */
  readonly retraction: DraftRetraction | null
}

/** One version that was decided on; no row when there is none with this number. */
export function findAnnouncement(version: number): WrittenQuery<Announcement> {
  return written(sql<Announcement>`
    select u.version, u.in_force as "inForce", u.retracted_at as "retractedAt",
      u.applied_at is null and u.retracted_at is null and u.in_force > gestand.today() as waits,
      (select r.draft_id from statement_proposals p join statement_revisions r
        on r.id = p.revision_id where p.id = u.proposal_id) as "draftId",
      ${RETRACTION} as retraction
    from publications u left join statement_retractions t on t.version = u.version
    where u.version = ${version}`)
}

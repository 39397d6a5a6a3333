import { sql } from 'kysely'
import { from, type WrittenQuery, written } from '#store/query.ts'

/**
 * Where a draft is on its way: being written, waiting for somebody's yes, sent back, decided on,
 * taken back before its day, or dropped.
 */
export type DraftState = 'draft' | 'proposed' | 'returned' | 'approved' | 'retracted' | 'discarded'

/** A draft of the statement as lists show it. */
export interface DraftLine {
  readonly id: string
  readonly basedOn: number
  readonly state: DraftState
  /** The newest revision. */
  readonly revisionId: string
  readonly number: number
  readonly writtenAt: Date
  /** Names of who wrote in it; empty for whoever has no name here. */
  readonly writer: string
  readonly proposal: DraftProposal | null
  /** Whether whoever asks wrote in it or proposed it, and so cannot approve it. */
  readonly own: boolean
}

/** What was asked of somebody else, and the answer. */
export interface DraftProposal {
  readonly id: string
  readonly version: number
  readonly inForce: string
  readonly proposedBy: string
  readonly proposedAt: string
  readonly answeredBy: string
  readonly answeredAt: string | null
  /** Why it was sent back. */
  readonly reason: string | null
  /** That somebody wants the announced version taken back. */
  readonly retraction: DraftRetraction | null
}

export interface DraftRetraction {
  readonly reason: string
  readonly askedBy: string
  /** Whether whoever asks wants it, and so cannot say yes. */
  readonly own: boolean
}

/** A draft with the files of its newest revision. */
export interface Draft extends DraftLine {
  readonly source: unknown
}

/** As many as are listed at most. */
export const DRAFTS_MOST = 100

const NAME = (account: string) =>
  sql.raw(`coalesce((select m.name from members m where m.account_id = ${account}), '')`)

/** Of `statement_retractions t`, which may have no row. */
export const RETRACTION = sql`
  case when t.version is not null then jsonb_build_object('reason', t.reason,
    'askedBy', ${NAME('t.asked_by')}, 'own', t.asked_by = actor()) end`

const LINE = sql`
  d.id, d.based_on as "basedOn", r.id as "revisionId", r.number, r.written_at as "writtenAt",
  ${NAME('r.written_by')} as writer,
  case when x.draft_id is not null then 'discarded' when u.retracted_at is not null then 'retracted'
    when a.proposal_id is not null then 'approved'
    when p.id is null or q.number < r.number then 'draft'
    when b.proposal_id is not null then 'returned' else 'proposed' end as state,
  case when p.id is not null then jsonb_build_object('id', p.id, 'version', p.version,
    'inForce', p.in_force, 'proposedBy', ${NAME('p.proposed_by')}, 'proposedAt', p.proposed_at,
    'answeredBy', ${NAME('coalesce(a.approved_by, b.returned_by)')},
    'answeredAt', coalesce(a.approved_at, b.returned_at), 'reason', b.reason,
    'retraction', ${RETRACTION}) end as proposal,
  coalesce(p.proposed_by = actor(), false) or exists (
    select from statement_revisions w where w.draft_id = d.id and w.written_by = actor()) as own`

const JOINED = sql`
  from statement_drafts d
  join lateral (
    select * from statement_revisions n where n.draft_id = d.id order by n.number desc limit 1) r
    on true
  left join lateral (
    select o.*, v.number from statement_proposals o
    join statement_revisions v on v.id = o.revision_id
    where v.draft_id = d.id order by v.number desc limit 1) q on true
  left join statement_proposals p on p.id = q.id
  left join statement_returns b on b.proposal_id = p.id
  left join statement_approvals a on a.proposal_id = p.id
  left join publications u on u.proposal_id = a.proposal_id
  left join statement_retractions t on t.version = u.version
  left join statement_discards x on x.draft_id = d.id`

/** Every draft that was not dropped, the newest first. */
export const listDrafts = written(sql<DraftLine>`
  select ${LINE} ${JOINED} where x.draft_id is null
  order by r.written_at desc limit ${DRAFTS_MOST}`)

/** One draft with its files; no row when there is none. */
export function findDraft(id: string): WrittenQuery<Draft> {
  return written(sql<Draft>`select ${LINE}, r.source ${JOINED} where d.id = ${id}`)
}

/** The text of the statement in force, from which a draft begins. */
export const sourceInForce = from
  .selectFrom('statements')
  .select(['version', 'source'])
  .orderBy('applied_at', 'desc')
  .limit(1)

/** The highest number that a version has or is to have. */
export const highestVersion = written(sql<{ version: number }>`
  select max(version) as version from (
    select version from statements union all select version from publications) v`)

import { sql } from 'kysely'
import type { Language } from '#kernel/language.ts'
import { type SealedCells, type WrittenQuery, written } from '#store/query.ts'
import { EMPTIED } from '#store/sealed-cells.ts'

/** Hours from the discovery within which the authority must know (GDPR, article 33). */
export const NOTIFY_HOURS = 72

export const SEVERITIES = ['low', 'middle', 'high'] as const
export type Severity = (typeof SEVERITIES)[number]

/** What was harmed: secrecy, correctness or presence of data. */
export const NATURES = ['confidentiality', 'integrity', 'availability'] as const
export type Nature = (typeof NATURES)[number]

/** Where an incident is: it follows from what was written about it. */
export type IncidentState = 'reported' | 'assessed' | 'decided' | 'notified' | 'closed'

/** An incident in a list. */
export interface IncidentLine {
  readonly id: string
  readonly number: string
  readonly what: string
  readonly discoveredAt: Date
  readonly reportedAt: Date
  readonly reportedBy: string | null
  readonly state: IncidentState
  readonly severity: Severity | null
  readonly toAuthority: boolean | null
  readonly toPersons: boolean | null
  readonly decidedAt: Date | null
  /** Hours until the term of 72 hours is over; negative when it is. */
  readonly hoursLeft: number
  /** Whether that term still counts: nothing is decided, or the authority is yet to be told. */
  readonly counts: boolean
}

/** How bad it is, as it was judged at one moment. */
export interface IncidentAssessment {
  readonly severity: Severity
  readonly nature: readonly Nature[]
  /** About how many people it affects. */
  readonly affected: number
  readonly who: string
  /** Categories of the statement. */
  readonly data: readonly string[]
  readonly consequences: string
  readonly measures: string
  readonly assessedBy: string | null
  readonly assessedAt: Date
}

export interface IncidentDecision {
  readonly toAuthority: boolean
  readonly toPersons: boolean
  readonly reasons: string
  readonly decidedBy: string | null
  readonly decidedAt: Date
}

export type Audience = 'authority' | 'persons'

export interface IncidentNotice {
  readonly id: string
  readonly audience: Audience
  readonly language: Language
  readonly words: string
  readonly lateReason: string
  readonly reference: string
  readonly sentAt: Date
}

export interface IncidentClosure {
  readonly lessons: string
  readonly closedBy: string | null
  readonly closedAt: Date
}

/** As many as are listed at most. */
export const INCIDENTS_MOST = 500
const STEP_LIMIT = 100

const LINE_CELLS: SealedCells['cells'] = { what: ['incidents.what', EMPTIED] }

const LINE = sql`i.id, i.number, i.what, i.discovered_at as "discoveredAt",
  i.reported_at as "reportedAt", m.name as "reportedBy", a.severity,
  d.to_authority as "toAuthority", d.to_persons as "toPersons", d.decided_at as "decidedAt",
  floor(extract(epoch from i.discovered_at + make_interval(hours => ${sql.lit(NOTIFY_HOURS)})
    - now()) / 3600)::integer as "hoursLeft",
  c.incident_id is null and (d.id is null or d.to_authority and not exists (
    select from incident_notices n where n.incident_id = i.id and n.audience = 'authority'))
    as counts,
  case when c.incident_id is not null then 'closed'
    when exists (select from incident_notices n where n.incident_id = i.id) then 'notified'
    when d.id is not null then 'decided' when a.id is not null then 'assessed'
    else 'reported' end as state`

const TABLES = sql`incidents i
  left join members m on m.account_id = i.reported_by
  left join incident_closures c on c.incident_id = i.id
  left join lateral (select x.id, x.severity from incident_assessments x
    where x.incident_id = i.id order by x.assessed_at desc, x.id limit 1) a on true
  left join lateral (select x.id, x.to_authority, x.to_persons, x.decided_at
    from incident_decisions x
    where x.incident_id = i.id order by x.decided_at desc, x.id limit 1) d on true`

/** All incidents: what is undecided first, by the hours that are left, then the newest. */
export const listIncidents = written(
  sql<IncidentLine>`
    select ${LINE} from ${TABLES}
    order by c.incident_id is not null, d.id is not null, i.discovered_at desc, i.id
    limit ${INCIDENTS_MOST}`,
  { case: { column: 'id' }, cells: LINE_CELLS },
)

/** One incident; no row when there is none. */
export function findIncident(id: string): WrittenQuery<IncidentLine> {
  return written(sql`select ${LINE} from ${TABLES} where i.id = ${id}`, {
    case: { id },
    cells: LINE_CELLS,
  })
}

/** How it was judged, the newest first. */
export function listAssessments(id: string): WrittenQuery<IncidentAssessment> {
  return written(
    sql`
      select a.severity, a.nature, a.affected, a.who, a.data, a.consequences, a.measures,
        m.name as "assessedBy", a.assessed_at as "assessedAt"
      from incident_assessments a left join members m on m.account_id = a.assessed_by
      where a.incident_id = ${id} order by a.assessed_at desc, a.id limit ${STEP_LIMIT}`,
    {
      case: { id },
      cells: {
        who: ['incident_assessments.who', EMPTIED],
        consequences: ['incident_assessments.consequences', EMPTIED],
        measures: ['incident_assessments.measures', EMPTIED],
      },
    },
  )
}

/** What was decided on notifying, the newest first. */
export function listDecisions(id: string): WrittenQuery<IncidentDecision> {
  return written(
    sql`
      select d.to_authority as "toAuthority", d.to_persons as "toPersons", d.reasons,
        m.name as "decidedBy", d.decided_at as "decidedAt"
      from incident_decisions d left join members m on m.account_id = d.decided_by
      where d.incident_id = ${id} order by d.decided_at desc, d.id limit ${STEP_LIMIT}`,
    { case: { id }, cells: { reasons: ['incident_decisions.reasons', EMPTIED] } },
  )
}

/** The letters that went out, in their order. */
export function listNotices(id: string): WrittenQuery<IncidentNotice> {
  return written(
    sql`
      select id, audience, language, words, late_reason as "lateReason", reference,
        sent_at as "sentAt"
      from incident_notices where incident_id = ${id} order by sent_at, id limit ${STEP_LIMIT}`,
    {
      case: { id },
      cells: {
        words: ['incident_notices.words', EMPTIED],
        lateReason: ['incident_notices.late_reason', ''],
        reference: ['incident_notices.reference', ''],
      },
    },
  )
}

/** How it ended; no row as long as it has not. */
export function findClosure(id: string): WrittenQuery<IncidentClosure> {
  return written(
    sql`
      select c.lessons, m.name as "closedBy", c.closed_at as "closedAt"
      from incident_closures c left join members m on m.account_id = c.closed_by
      where c.incident_id = ${id}`,
    { case: { id }, cells: { lessons: ['incident_closures.lessons', EMPTIED] } },
  )
}

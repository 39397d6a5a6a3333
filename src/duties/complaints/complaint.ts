import { sql } from 'kysely'
import type { Language } from '#kernel/language.ts'
import { type SealedCells, type WrittenQuery, written } from '#store/query.ts'
import { EMPTIED } from '#store/sealed-cells.ts'

/** How a complaint reached the organisation: from Mijn, the public form, or entered by staff. */
export const COMPLAINT_CHANNELS = [
  'mine',
  'form',
  'letter',
  'phone',
  'mail',
  'conversation',
] as const
export type ComplaintChannel = (typeof COMPLAINT_CHANNELS)[number]

export const COMPLAINT_OUTCOMES = [
  'founded',
  'partly-founded',
  'unfounded',
  'settled',
  'inadmissible',
  'withdrawn',
] as const
export type ComplaintOutcome = (typeof COMPLAINT_OUTCOMES)[number]

/** Where a complaint is: it follows from what was written about it. */
export type ComplaintState = 'received' | 'acknowledged' | 'hearing' | 'decided'

/** A complaint in a list. */
export interface ComplaintLine {
  readonly id: string
  readonly number: string
  readonly subject: string
  readonly name: string
  readonly channel: ComplaintChannel
  readonly receivedOn: string
  /** The last day on which the outcome is in time. */
  readonly dueOn: string
  /** Days until that day; negative when it is past. */
  readonly daysLeft: number
  readonly state: ComplaintState
  readonly outcome: ComplaintOutcome | null
  readonly decidedAt: Date | null
}

/** A complaint with what its complainant wrote. */
export interface Complaint extends ComplaintLine {
  readonly accountId: string | null
  readonly email: string | null
  readonly address: string
  readonly language: Language
  readonly words: string
  readonly wish: string
  readonly acknowledgedAt: Date | null
  readonly reasons: string | null
  readonly measures: string | null
  readonly decidedBy: string | null
}

export type HearingSide = 'complainant' | 'subject'

/** What one side said. */
export interface ComplaintHearing {
  readonly side: HearingSide
  readonly way: string
  readonly words: string
  readonly heardOn: string
}

/** Somebody whom a complaint is about, or could be. */
export interface ComplaintSubject {
  readonly accountId: string
  readonly name: string
}

/** As many as are listed at most. */
export const COMPLAINTS_MOST = 500
const HEARING_LIMIT = 200

const LINE = sql`c.id, c.number, c.subject, c.name, c.channel, c.received_on as "receivedOn",
  c.due_on as "dueOn", c.due_on - gestand.today() as "daysLeft", o.outcome,
  o.decided_at as "decidedAt",
  case when o.complaint_id is not null then 'decided'
    when exists (select from complaint_hearings h where h.complaint_id = c.id) then 'hearing'
    when k.complaint_id is not null then 'acknowledged' else 'received' end as state`

const LINE_CELLS: SealedCells['cells'] = {
  name: ['complaints.name', EMPTIED],
  subject: ['complaints.subject', EMPTIED],
}

const CASE_CELLS: SealedCells['cells'] = {
  ...LINE_CELLS,
  words: ['complaints.words', EMPTIED],
  wish: ['complaints.wish', ''],
  address: ['complaints.address', ''],
  reasons: ['complaint_outcomes.reasons', null],
  measures: ['complaint_outcomes.measures', null],
}

const TABLES = sql`complaints c
  left join complaint_acknowledgements k on k.complaint_id = c.id
  left join complaint_outcomes o on o.complaint_id = c.id`

/** The complaints that whoever asks may see: what is open first, by term. */
export const listComplaints = written(
  sql<ComplaintLine>`
    select ${LINE} from ${TABLES}
    order by o.complaint_id is not null,
      case when o.complaint_id is null then c.due_on end, c.received_on desc, c.id
    limit ${COMPLAINTS_MOST}`,
  { case: { column: 'id' }, cells: LINE_CELLS },
)

/** One complaint; no row when there is none that whoever asks may see. */
export function findComplaint(id: string): WrittenQuery<Complaint> {
  return written(
    sql`
      select ${LINE}, c.account_id as "accountId", c.email, c.address, c.language, c.words, c.wish,
        k.acknowledged_at as "acknowledgedAt", o.reasons, o.measures, m.name as "decidedBy"
      from ${TABLES} left join members m on m.account_id = o.decided_by
      where c.id = ${id}`,
    { case: { id }, cells: CASE_CELLS },
  )
}

/** What was said about it, in the order of writing. Who complains sees the own words only. */
export function listHearings(id: string): WrittenQuery<ComplaintHearing> {
  return written(
    sql`
      select side, way, words, heard_on as "heardOn" from complaint_hearings
      where complaint_id = ${id} order by written_at, id limit ${HEARING_LIMIT}`,
    { case: { id }, cells: { words: ['complaint_hearings.words', EMPTIED] } },
  )
}

/** Whom it is about. */
export function listSubjects(id: string): WrittenQuery<ComplaintSubject> {
  return written(sql`
    select s.account_id as "accountId", m.name
    from complaint_subjects s join members m on m.account_id = s.account_id
    where s.complaint_id = ${id} order by m.name, s.account_id limit 100`)
}

/** Those whom a complaint can be about: everybody who works here. */
export const listMembers = written(sql<ComplaintSubject>`
  select account_id as "accountId", name from members
  where left_at is null or left_at > now() order by lower(name), account_id limit 2000`)

import { sql } from 'kysely'
import { AppError } from '#kernel/error.ts'
import type { Language } from '#kernel/language.ts'
import { type WrittenQuery, written } from '#store/query.ts'
import type { Behalf, Channel, Outcome, RequestKind, RequestState } from './words.ts'

/** A request in a list. */
export interface RequestLine {
  readonly id: string
  readonly number: string
  readonly kind: RequestKind
  readonly state: RequestState
  readonly channel: Channel
  readonly receivedAt: Date
  /** ISO date; moves on while the clock stands still. */
  readonly dueOn: string
  /** Days until the end of the term, less than nothing when it is over; null when it was ended. */
  readonly daysLeft: number | null
  readonly closedAt: Date | null
  readonly outcome: Outcome | null
  readonly ground: string | null
}

/** A request with all that its page shows, its words still sealed. */
export interface RequestRow extends RequestLine {
  readonly accountId: string | null
  readonly linked: boolean
  /** Number of the one dossier that it is about; null when it is about all of the person. */
  readonly about: string | null
  readonly language: Language
  readonly pausedOn: string | null
  readonly extendedOn: string | null
  readonly identifiedBy: string | null
  readonly words: Buffer | null
}

/** What the desk sees beside that: who asks. */
export interface DeskRequest extends RequestRow {
  readonly name: string
  readonly email: string | null
  readonly address: string | null
  readonly behalf: Behalf
  readonly personName: string | null
  readonly reference: string | null
  readonly dossierId: string | null
}

/** A step, its note still sealed. */
export interface StepRow {
  readonly id: string
  readonly place: number
  readonly action: string
  readonly state: RequestState
  readonly ground: string | null
  readonly dueOn: string
  /** ISO date until which a law or a hold keeps what was asked to be erased. */
  readonly untilOn: string | null
  readonly note: Buffer | null
  readonly takenAt: Date
}

/** As many as are listed at most. */
export const REQUESTS_MOST = 500

const DUE = sql`(q.due_on + coalesce(gestand.today() - q.paused_on, 0))::date`

const LINE = sql`q.id, q.number, q.kind, q.state, q.channel, q.received_at as "receivedAt",
  ${DUE}::text as "dueOn",
  case when q.closed_at is null then ${DUE} - gestand.today() end as "daysLeft",
  q.closed_at as "closedAt", q.outcome, q.ground`

const ROW = sql`${LINE}, q.account_id as "accountId", q.person_id is not null as linked, q.about,
  q.language, q.paused_on::text as "pausedOn", q.extended_on::text as "extendedOn",
  q.identified_by as "identifiedBy", q.words`

/** Which requests a list shows. */
export const REQUEST_VIEWS = ['open', 'late', 'closed', 'all'] as const

export type RequestView = (typeof REQUEST_VIEWS)[number]

const VIEWS = {
  open: sql`q.closed_at is null and q.state <> 'unconfirmed'`,
  late: sql`q.closed_at is null and q.state <> 'unconfirmed' and q.paused_on is null
    and q.due_on < gestand.today()`,
  closed: sql`q.closed_at is not null and q.state <> 'lapsed'`,
  all: sql`q.state not in ('unconfirmed', 'lapsed')`,
} satisfies Record<RequestView, unknown>

export interface RequestFilter {
  readonly view: RequestView
  readonly kind?: RequestKind
}

/** Requests for who handles them: the one that is due first comes first. */
export function listRequests({
  view,
  kind,
}: RequestFilter): WrittenQuery<RequestLine & { readonly name: string }> {
  return written(sql`
    select ${LINE}, q.name from requests q
    where ${VIEWS[view]} and (${kind ?? null}::text is null or q.kind = ${kind ?? null})
    order by q.closed_at desc nulls first, ${DUE}, q.received_at
    limit ${REQUESTS_MOST}`)
}

/** How many there are in each view. */
export const countRequests = written(sql<Record<RequestView, number>>`
  select (count(*) filter (where ${VIEWS.open}))::int as open,
    (count(*) filter (where ${VIEWS.late}))::int as late,
    (count(*) filter (where ${VIEWS.closed}))::int as closed,
    (count(*) filter (where ${VIEWS.all}))::int as all
  from requests q`)

export function findRequest(id: string): WrittenQuery<DeskRequest> {
  return written(sql`
    select ${ROW}, q.name, q.email, q.address, q.behalf, q.person_name as "personName",
      q.reference, q.dossier_id as "dossierId"
    from requests q where q.id = ${id}`)
}

/** The own requests of whoever is signed in, the newest first. */
export const listOwnRequests = written(sql<RequestLine>`
  select ${LINE} from requests q where q.account_id = actor()
  order by q.received_at desc limit ${REQUESTS_MOST}`)

export function findOwnRequest(id: string): WrittenQuery<RequestRow> {
  return written(sql`select ${ROW} from requests q where q.id = ${id} and q.account_id = actor()`)
}

export function listSteps(requestId: string): WrittenQuery<StepRow> {
  return written(sql`
    select s.id, s.place, s.action, s.state, s.ground, s.due_on::text as "dueOn",
      s.until_on::text as "untilOn", s.note,
      s.taken_at as "takenAt"
    from request_steps s where s.request_id = ${requestId} order by s.place`)
}

/** The one row of a read; what is hidden is not there. */
export function only<R>(rows: readonly R[]): R {
  const [row] = rows
  if (!row) throw new AppError('NOT_FOUND')
  return row
}

import { type RawBuilder, sql } from 'kysely'
import type { Access } from '#store/access.ts'
import type { RowsOf } from '#store/query.ts'
import { type CardQuery, cards, cell, holding, plainSql, stateOfCard } from './card-query.ts'
import type { PersonName } from './person.ts'
import type { ServiceState } from './service-view.ts'

/** Clients on one page of a caseload. */
export const CASELOAD_PAGE = 50

export type CaseloadOrder = 'name' | 'reference' | 'started' | 'consult' | 'waiting'

export interface CaseloadAsked {
  /** Part of a name, or of the dossier's reference; accents do not matter. */
  readonly search?: string | undefined
  readonly state?: ServiceState | undefined
  /** `waiting`: what waits for the reader's answer first. Default `name`. */
  readonly order?: CaseloadOrder | undefined
  readonly descending?: boolean | undefined
  /** From 1. */
  readonly page?: number | undefined
}

/**
 * The clients within reach, a page of 50, and how many there are of each state. Opens no dossier:
 * it shows cards.
 *
 * @param access Of the activity in which they are listed.
 */
export function caseloadReads(access: Access, asked: CaseloadAsked = {}): CaseloadReads {
  return buildReads(access, asked)
}

export type CaseloadReads = ReturnType<typeof buildReads>

function buildReads(access: Access, asked: CaseloadAsked) {
  const { page = 1, search = '' } = asked
  const found = holding(access, cards(access), search)
  const rows = ordered(access, inState(access, found, asked.state), asked)
    .select(cardColumns(access))
    .limit(CASELOAD_PAGE)
    .offset((Math.max(1, page) - 1) * CASELOAD_PAGE)
  return { rows, counts: found.select(countColumns(access)) }
}

export interface CaseloadRow {
  readonly dossierId: string
  readonly reference: string
  readonly kind: string
  /** Undefined when the activity may not know it; so are the others that may be absent. */
  readonly state?: ServiceState
  readonly startedAt: Date
  readonly name?: PersonName
  readonly email?: string
  readonly phone?: string
  readonly principal?: string
  /** ISO date of the latest consult. */
  readonly lastConsultOn?: string
  /** What waits in the dossier; 0 too for what the activity may not know. */
  readonly summariesUnsent: number
  readonly summariesUnanswered: number
  readonly summariesDisputed: number
  readonly consentsUnanswered: number
  /** Terms of the gatekeeper act that are over, and those that end within two weeks. */
  readonly termsLate: number
  readonly termsSoon: number
  /** Actions of client and coach whose day has passed, in trajectories that run. */
  readonly actionsLate: number
}

export interface Caseload {
  readonly rows: readonly CaseloadRow[]
  /** Number of clients that the search found, in all and by state. */
  readonly counts: Readonly<Record<'all' | ServiceState, number>>
}

/** What `caseloadReads` answered. */
export function readCaseload({
  rows,
  counts,
}: {
  readonly [Name in keyof CaseloadReads]: RowsOf<CaseloadReads[Name]>
}): Caseload {
  const [count] = counts
  const { all = 0, intake = 0, active = 0, closed = 0 } = count ?? {}
  return { rows: rows.map(readRow), counts: { all, intake, active, closed } }
}

function readRow(row: RowsOf<CaseloadReads['rows']>[number]): CaseloadRow {
  return {
    dossierId: row.id,
    reference: row.reference,
    kind: row.kind,
    ...(row.state && { state: row.state }),
    startedAt: row.started_at,
    ...(row.family_name !== null && {
      name: {
        familyName: row.family_name,
        ...(row.given_name && { givenName: row.given_name }),
        ...(row.initials && { initials: row.initials }),
        ...(row.prefix && { prefix: row.prefix }),
      },
    }),
    ...(row.email && { email: row.email }),
    ...(row.phone && { phone: row.phone }),
    ...(row.principal && { principal: row.principal }),
    ...(row.last_consult_on && { lastConsultOn: row.last_consult_on }),
    summariesUnsent: row.summaries_unsent ?? 0,
    summariesUnanswered: row.summaries_unanswered ?? 0,
    summariesDisputed: row.summaries_disputed ?? 0,
    consentsUnanswered: row.consents_unanswered ?? 0,
    termsLate: row.terms_late ?? 0,
    termsSoon: row.terms_soon ?? 0,
    actionsLate: row.actions_late ?? 0,
  }
}

function inState(access: Access, query: CardQuery, state: ServiceState | undefined): CardQuery {
  return state ? query.where(sql<boolean>`${stateOfCard(access)} = ${state}`) : query
}

function ordered(
  access: Access,
  query: CardQuery,
  { order = 'name', descending }: CaseloadAsked,
): CardQuery {
  const direction = descending ? 'desc' : 'asc'
  const names = [cell<string>(access, 'c', 'family_name'), cell<string>(access, 'c', 'given_name')]
  const byName = names.map((name) => plainSql(sql`coalesce(${name}, '')`))
  const orders: Readonly<Record<CaseloadOrder, readonly RawBuilder<unknown>[]>> = {
    name: byName,
    reference: [],
    started: [sql`d.started_at`],
    consult: [sql`coalesce(${cell(access, 'l', 'held_on')}::text, '')`],
    waiting: [sql`-(${waitingSql(access)})`, ...byName],
  }
  return [...orders[order], sql`d.reference`].reduce(
    (built, by) => built.orderBy(by, direction),
    query,
  )
}

function cardColumns(access: Access) {
  return [
    'd.id' as const,
    'd.reference' as const,
    'd.kind' as const,
    'd.started_at' as const,
    stateOfCard(access).as('state'),
    cell<string>(access, 'c', 'given_name').as('given_name'),
    cell<string>(access, 'c', 'initials').as('initials'),
    cell<string>(access, 'c', 'prefix').as('prefix'),
    cell<string>(access, 'c', 'family_name').as('family_name'),
    cell<string>(access, 'c', 'email').as('email'),
    cell<string>(access, 'c', 'phone').as('phone'),
    cell<string>(access, 'p', 'name').as('principal'),
    cell<string>(access, 'l', 'held_on').as('last_consult_on'),
    cell<number>(access, 'm', 'summaries_unsent').as('summaries_unsent'),
    cell<number>(access, 'm', 'summaries_unanswered').as('summaries_unanswered'),
    cell<number>(access, 'm', 'summaries_disputed').as('summaries_disputed'),
    cell<number>(access, 'm', 'consents_unanswered').as('consents_unanswered'),
    termsSql(access, sql`t.due_on < gestand.today()`).as('terms_late'),
    termsSql(access, sql`t.due_on between gestand.today() and gestand.today() + 14`).as(
      'terms_soon',
    ),
    lateActionsSql(access).as('actions_late'),
  ] as const
}

/** How many terms of the gatekeeper act that were not met yet are so, of services that run. */
function termsSql(access: Access, are: RawBuilder<unknown>): RawBuilder<number | null> {
  if (!access.can('gatekeeper_terms', 'select', 'due_on')) return sql<number | null>`null`
  return sql<number>`(select count(*)::integer from gatekeeper_terms t
    where t.dossier_id = d.id and t.done_on is null and ${are}
      and ${cell(access, 'z', 'dossier_id')} is null)`
}

/** How many actions should have been done by now, of services and trajectories that run. */
function lateActionsSql(access: Access): RawBuilder<number | null> {
  const known = access.can('open_actions', 'select', 'due_on')
  if (!known || !access.can('trajectories', 'select', 'status')) return sql<number | null>`null`
  return sql<number>`(select count(*)::integer from open_actions o
    left join trajectories y on y.dossier_id = o.dossier_id
    where o.dossier_id = d.id and o.due_on < gestand.today()
      and coalesce(y.status, 'running') = 'running'
      and ${cell(access, 'z', 'dossier_id')} is null)`
}

function countColumns(access: Access) {
  const state = stateOfCard(access)
  const counted = (word: ServiceState): RawBuilder<number> =>
    sql<number>`count(*) filter (where ${state} = ${word})`
  return [
    sql<number>`count(*)`.as('all'),
    counted('intake').as('intake'),
    counted('active').as('active'),
    counted('closed').as('closed'),
  ] as const
}

/** What waits for whoever guides the client. */
function waitingSql(access: Access): RawBuilder<number> {
  const unsent = cell<number>(access, 'm', 'summaries_unsent')
  const disputed = cell<number>(access, 'm', 'summaries_disputed')
  return sql<number>`coalesce(${unsent}::integer, 0) + coalesce(${disputed}::integer, 0)`
}

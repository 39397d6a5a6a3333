import { type RawBuilder, sql } from 'kysely'
import type { Access } from '#store/access.ts'
import { type RowsOf, type WrittenQuery, written } from '#store/query.ts'
import { besideJoins, cards, cell, holding, plainSql, stateOfCard } from './card-query.ts'
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
  const { descending, order, page, search, state } = asked
  if (search || (page ?? 1) > PAGES_KEPT) return buildReads(access, asked)
  const built = kept.get(access) ?? new Map<string, CaseloadReads>()
  kept.set(access, built)
  const key = `${order} ${descending} ${state} ${page}`
  const reads = built.get(key) ?? buildReads(access, asked)
  built.set(key, reads)
  return reads
}

/** The pages that are asked for most, by what the activity may do: built and compiled once. */
const kept = new WeakMap<Access, Map<string, CaseloadReads>>()
const PAGES_KEPT = 5

export type CaseloadReads = ReturnType<typeof buildReads>

function buildReads(access: Access, asked: CaseloadAsked) {
  const { page = 1, search = '', state } = asked
  const direction = sql.raw(asked.descending ? 'desc' : 'asc')
  const order = sql.join(ORDER.map((column) => sql`${sql.ref(column)} ${direction}`))
  const found = holding(access, cards(access), search)
    .select(personColumns(access))
    .select(orderColumns(access, asked.order))
  // All that are found are gone through once, for their number and their order; what stands beside
  // them is looked up for the fifty of the page alone.
  const rows: WrittenQuery<CardRow> = written(sql<CardRow>`
    with found as materialized ${found},
      counted as (select ${sql.join(COUNTS)} from found),
      shown as (select * from found where ${state ? sql`state = ${state}` : sql`true`}
        order by ${order} limit ${sql.lit(CASELOAD_PAGE)}
        offset ${(Math.max(1, page) - 1) * CASELOAD_PAGE})
    select n.*, ${sql.join(SHOWN)}, ${sql.join(besideColumns(access))}
    from counted n left join shown d on true ${besideJoins(access)} order by ${order}`)
  return { rows }
}

/** A client of the page, with the number of all; without a client where the page has none. */
interface CardRow {
  readonly all: number
  readonly intake: number
  readonly active: number
  readonly closed: number
  readonly id: string | null
  readonly reference: string
  readonly kind: string
  readonly started_on: string
  readonly given_name: string | null
  readonly initials: string | null
  readonly prefix: string | null
  readonly family_name: string | null
  readonly state: ServiceState | null
  readonly principal: string | null
  readonly last_consult_on: string | null
  readonly summaries_unsent: number | null
  readonly summaries_unanswered: number | null
  readonly summaries_disputed: number | null
  readonly consents_unanswered: number | null
  readonly terms_late: number | null
  readonly terms_soon: number | null
  readonly actions_late: number | null
}

export interface CaseloadRow {
  readonly dossierId: string
  readonly reference: string
  readonly kind: string
  /** Undefined when the activity may not know it; so are the others that may be absent. */
  readonly state: ServiceState | undefined
  /** ISO date. */
  readonly startedOn: string
  readonly name: PersonName | undefined
  readonly principal: string | undefined
  /** ISO date of the latest consult. */
  readonly lastConsultOn: string | undefined
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
}: {
  readonly [Name in keyof CaseloadReads]: RowsOf<CaseloadReads[Name]>
}): Caseload {
  const { all = 0, intake = 0, active = 0, closed = 0 } = rows[0] ?? {}
  return { rows: rows.flatMap(readRow), counts: { all, intake, active, closed } }
}

function readRow(row: CardRow): CaseloadRow[] {
  if (row.id === null) return []
  const shown: CaseloadRow = {
    dossierId: row.id,
    reference: row.reference,
    kind: row.kind,
    state: row.state ?? undefined,
    startedOn: row.started_on,
    name: readName(row),
    principal: row.principal ?? undefined,
    lastConsultOn: row.last_consult_on ?? undefined,
    summariesUnsent: row.summaries_unsent ?? 0,
    summariesUnanswered: row.summaries_unanswered ?? 0,
    summariesDisputed: row.summaries_disputed ?? 0,
    consentsUnanswered: row.consents_unanswered ?? 0,
    termsLate: row.terms_late ?? 0,
    termsSoon: row.terms_soon ?? 0,
    actionsLate: row.actions_late ?? 0,
  }
  return [shown]
}

function readName(row: CardRow): PersonName | undefined {
  if (row.family_name === null) return undefined
  return {
    givenName: unlessEmpty(row.given_name),
    initials: unlessEmpty(row.initials),
    prefix: unlessEmpty(row.prefix),
    familyName: row.family_name,
  }
}

function unlessEmpty(text: string | null): string | undefined {
  return text === null || text === '' ? undefined : text
}

/** Up to three values to order by, before the reference. */
function orderColumns(access: Access, order: CaseloadOrder = 'name') {
  const names = [cell<string>(access, 'c', 'family_name'), cell<string>(access, 'c', 'given_name')]
  const byName = names.map((name) => plainSql(sql`coalesce(${name}, '')`))
  const orders: Readonly<Record<CaseloadOrder, readonly RawBuilder<unknown>[]>> = {
    name: byName,
    reference: [],
    started: [sql`d.started_at`],
    consult: [sql`coalesce(${cell(access, 'l', 'held_on')}::text, '')`],
    waiting: [sql`-(${waitingSql(access)})`, ...byName],
  }
  const [first = NOTHING, second = NOTHING, third = NOTHING] = orders[order]
  return [first.as('by_first'), second.as('by_second'), third.as('by_third')] as const
}

const ORDER = ['by_first', 'by_second', 'by_third', 'reference'] as const
const NOTHING = sql`null::text`

function personColumns(access: Access) {
  return [
    'd.id' as const,
    'd.reference' as const,
    'd.kind' as const,
    'd.started_at' as const,
    cell<string>(access, 'c', 'given_name').as('given_name'),
    cell<string>(access, 'c', 'initials').as('initials'),
    cell<string>(access, 'c', 'prefix').as('prefix'),
    cell<string>(access, 'c', 'family_name').as('family_name'),
    stateOfCard(access).as('state'),
  ] as const
}

/** What a page shows of those columns. */
const SHOWN = [
  ...['id', 'reference', 'kind', 'given_name', 'initials', 'prefix', 'family_name', 'state'].map(
    (column) => sql.ref(`d.${column}`),
  ),
  sql`d.started_at::date as started_on`,
]

function besideColumns(access: Access) {
  return [
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
      and d.state is distinct from 'closed')`
}

/** How many actions should have been done by now, of services and trajectories that run. */
function lateActionsSql(access: Access): RawBuilder<number | null> {
  const known = access.can('open_actions', 'select', 'due_on')
  if (!known || !access.can('trajectories', 'select', 'status')) return sql<number | null>`null`
  return sql<number>`(select count(*)::integer from open_actions o
    left join trajectories y on y.dossier_id = o.dossier_id
    where o.dossier_id = d.id and o.due_on < gestand.today()
      and coalesce(y.status, 'running') = 'running'
      and d.state is distinct from 'closed')`
}

const COUNTS = [
  sql`count(*) as "all"`,
  ...(['intake', 'active', 'closed'] as const).map(
    (state) => sql`count(*) filter (where state = ${sql.lit(state)}) as ${sql.ref(state)}`,
  ),
]

/** What waits for whoever guides the client. */
function waitingSql(access: Access): RawBuilder<number> {
  const unsent = cell<number>(access, 'm', 'summaries_unsent')
  const disputed = cell<number>(access, 'm', 'summaries_disputed')
  return sql<number>`coalesce(${unsent}::integer, 0) + coalesce(${disputed}::integer, 0)`
}

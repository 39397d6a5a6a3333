import type { Language } from '#kernel/language.ts'
import type { DossierRows } from './dossier-reads.ts'
import type { Actor, Actors } from './actors.ts'
import type { NoticeWay, Outcome } from './words.ts'

/** `intake` until the service is active, `closed` when it ended. */
export type ServiceState = 'intake' | 'active' | 'closed'

/** The service that a dossier is about. */
export interface ServiceView {
  /** Word of the kind of service: `re-integration`. */
  readonly kind: string
  /** Undefined when the activity may not know it. */
  readonly state?: ServiceState
  readonly principal?: { readonly id: string; readonly name?: string }
  readonly orderReference?: string
  /** ISO date. */
  readonly orderedOn?: string
  readonly activatedAt?: Date
  readonly closure?: {
    readonly outcome?: Outcome
    /** ISO date. */
    readonly endedOn?: string
    readonly closedBy: Actor
    readonly closedAt: Date
  }
}

/** That a version of the statement was brought to the client's notice. */
export interface NoticeView {
  readonly id: string
  readonly version: number
  readonly way: NoticeWay
  readonly language: Language
  readonly shownBy: Actor
  readonly shownAt: Date
}

type ServiceRows = Pick<DossierRows, 'engagements' | 'parties' | 'activations' | 'closures'>

/**
 * `known` tells whether the activity may know how far the service is: rows that may not be read
 * tell nothing.
 */
export function readService(
  { kind, known }: { readonly kind: string; readonly known: boolean },
  rows: ServiceRows,
  actors: Actors,
): ServiceView {
  const [engagement] = rows.engagements
  const [activation] = rows.activations
  const partyId = engagement?.party_id
  const name = rows.parties.find((row) => row.id === partyId)?.name
  const closure = readClosure(rows, actors)
  return {
    kind,
    ...(known && { state: stateOf(activation !== undefined, closure !== undefined) }),
    ...(partyId && { principal: { id: partyId, ...(name !== undefined && { name }) } }),
    ...(engagement?.order_reference && { orderReference: engagement.order_reference }),
    ...(engagement?.ordered_on && { orderedOn: engagement.ordered_on }),
    ...(activation && { activatedAt: activation.activated_at }),
    ...(closure && { closure }),
  }
}

function stateOf(activated: boolean, closed: boolean): ServiceState {
  if (closed) return 'closed'
  return activated ? 'active' : 'intake'
}

function readClosure({ closures }: ServiceRows, actors: Actors): ServiceView['closure'] {
  const [row] = closures
  if (!row) return undefined
  return {
    ...(row.outcome !== undefined && { outcome: row.outcome as Outcome }), // as in the table
    ...(row.ended_on !== undefined && { endedOn: row.ended_on }),
    closedBy: actors.who(row.closed_by),
    closedAt: row.closed_at,
  }
}

/** Notices of the statement, the newest first. */
export function readNotices(
  { notices }: Pick<DossierRows, 'notices'>,
  actors: Actors,
): NoticeView[] {
  return notices
    .map((row) => ({
      id: row.id,
      version: row.version,
      way: row.way as NoticeWay, // the table takes no other words
      language: row.language as Language,
      shownBy: actors.who(row.shown_by),
      shownAt: row.shown_at,
    }))
    .toSorted((a, b) => b.shownAt.getTime() - a.shownAt.getTime())
}

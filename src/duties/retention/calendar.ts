import { sql } from 'kysely'
import { type WrittenQuery, written } from '#store/query.ts'

/** A part of a dossier, and the day on which it goes. */
export interface DueLine {
  readonly reference: string
  readonly kind: string
  readonly part: string
  /** ISO date. */
  readonly dueOn: string
  /** The person chose this day. */
  readonly chosen: boolean
  /** It goes by hand. */
  readonly tangible: boolean
  /** ISO date on which the last hold ends. */
  readonly heldUntil: string | null
  readonly reason: HoldReason | null
  /** Ordered already: it is on its way out. */
  readonly ordered: boolean
  /** Parts that are kept longer and stay behind, when this is the dossier. */
  readonly stays: readonly string[] | null
  /** ISO date on which the last of those goes; null when they have no day. */
  readonly staysUntil: string | null
  /** Parts that went before, on a day of their own: `rest` is all that is not here. */
  readonly gone: readonly string[] | null
  /** ISO date on which the last of those went. */
  readonly goneOn: string | null
  /** How many there are in all. */
  readonly total: number
}

export interface CalendarFilter {
  /** ISO dates, both included. */
  readonly from: string
  readonly until: string
  readonly part?: string | undefined
  readonly kind?: string | undefined
  readonly reference?: string | undefined
  /** Only what is held, or what is past its day and not held. */
  readonly only?: 'held' | 'late' | undefined
  readonly skip: number
  readonly limit: number
}

/** Why a dossier may not be destroyed yet. */
export const HOLD_REASONS = [
  'complaint',
  'legal-claim',
  'legal-duty',
  'investigation',
  'request',
] as const
export type HoldReason = (typeof HOLD_REASONS)[number]

/** What goes when, for whoever keeps the terms: numbers of dossiers, never whose they are. */
export function listDue(filter: CalendarFilter): WrittenQuery<DueLine> {
  const { from, until, part = null, kind = null, reference = null, only = null } = filter
  return written(sql`
    select reference, kind, part, due_on as "dueOn", chosen, tangible, held_until as "heldUntil",
      reason, ordered, stays, stays_until as "staysUntil", gone, gone_on as "goneOn", total
    from retention_calendar(${from}::date, ${until}::date, ${part}::text, ${kind}::text,
      ${reference}::text, ${only}::text, ${filter.skip}::integer, ${filter.limit}::integer)`)
}

const MONTHS = 24

/** How much goes in each of the coming two years' months; what is late counts in its own month. */
export const listDueMonths = written(sql<{ month: string; part: string; amount: number }>`
  select month, part, amount from retention_months(${MONTHS})`)

/** A dossier that may not be destroyed yet. */
export interface HoldLine {
  readonly id: string
  readonly reference: string
  readonly kind: string
  readonly reason: HoldReason
  /** ISO date, the last day of it. */
  readonly endsOn: string
  readonly placedAt: Date
  readonly placedBy: string | null
  /** ISO date on which the dossier would go without it. */
  readonly dueOn: string | null
}

export const listHolds = written(sql<HoldLine>`
  select h.id, h.reference, h.kind, h.reason, h.ends_on as "endsOn", h.placed_at as "placedAt",
    m.name as "placedBy", h.due_on as "dueOn"
  from list_holds() h left join members m on m.account_id = h.placed_by`)

import { sql } from 'kysely'
import { from, type RowsOf } from '#store/query.ts'
import type { LedgerLine, PersonName } from './telling.ts'

export interface LedgerPage {
  /** Entries with a smaller id: the `next` of the page before. */
  readonly before?: number | undefined
  /** Entries at most; default 100, at most 500. */
  readonly limit?: number | undefined
}

export interface OwnLedgerPage extends LedgerPage {
  /** Only these acts. */
  readonly acts?: readonly string[] | undefined
  /** Without what whoever asks did. */
  readonly byOthers?: boolean | undefined
  /** Without acts on these tables. */
  readonly silent?: readonly string[] | undefined
}

export interface LedgerFilter extends LedgerPage {
  /** First day, ISO date in the Netherlands. */
  readonly from?: string | undefined
  /** Last day, that day included. */
  readonly until?: string | undefined
  readonly act?: string | undefined
  readonly activity?: string | undefined
  readonly accountId?: string | undefined
  /** Number of a dossier: `2026-00012`. */
  readonly reference?: string | undefined
}

/** Entries of a page, newest first, and where the next page begins; undefined on the last. */
export interface LedgerPageRead {
  readonly lines: readonly LedgerLine[]
  readonly next: number | undefined
}

const DEFAULT_LIMIT = 100
const MAX_LIMIT = 500
const MEMBERS_LIMIT = 2_000

/**
 * The entries of the opened dossier, for whoever opened it: `store.open(…, { entries:
 * ownEntries(dossierId), … })`.
 */
export function ownEntries(dossierId: string, page: OwnLedgerPage = {}): typeof newest {
  const { acts, before, byOthers = false, silent = [] } = page
  return newest
    .where('ledger.dossier_id', '=', dossierId)
    .$if(before !== undefined, (q) => q.where('ledger.id', '<', before ?? 0))
    .$if(acts !== undefined, (q) => q.where('act', 'in', acts ?? []))
    .$if(byOthers, (q) => q.where(sql<boolean>`account_id is distinct from (select actor())`))
    .$if(silent.length > 0, (q) =>
      q.where(sql<boolean>`coalesce(subject, '') <> all (${silent}::text[])`),
    )
    .limit(oneMore(page))
}

/**
 * The entries of the whole organisation that a filter lets through: `store.list(authority,
 * 'ledger', …)`.
 */
export function overseenEntries(filter: LedgerFilter): typeof newestWithReference {
  const { from: first, until, act, activity, accountId, reference, before } = filter
  return newestWithReference
    .$if(before !== undefined, (q) => q.where('ledger.id', '<', before ?? 0))
    .$if(first !== undefined, (q) => q.where('ledger.at', '>=', startOf(first ?? '', 0)))
    .$if(until !== undefined, (q) => q.where('ledger.at', '<', startOf(until ?? '', 1)))
    .$if(act !== undefined, (q) => q.where('ledger.act', '=', act ?? ''))
    .$if(activity !== undefined, (q) => q.where('ledger.activity', '=', activity ?? ''))
    .$if(accountId !== undefined, (q) => q.where('ledger.account_id', '=', accountId ?? ''))
    .$if(reference !== undefined, (q) => q.where('dossiers.reference', '=', reference ?? ''))
    .limit(oneMore(filter))
}

/** Names and titles of those who work here, for the activities that may know them. */
export const staffNames = from
  .selectFrom('members')
  .select(['account_id', 'name', 'title'])
  .limit(MEMBERS_LIMIT)

type LedgerRow = RowsOf<typeof newest>[number] & { readonly reference?: string | null }

/** What `ownEntries` and `overseenEntries` answered, as a page. */
export function toLedgerPage(rows: readonly LedgerRow[], page: LedgerPage = {}): LedgerPageRead {
  const limit = limitOf(page)
  const lines = rows.slice(0, limit).map((row) => ({
    id: row.id,
    at: row.at,
    accountId: row.account_id,
    activity: row.activity,
    act: row.act,
    subject: row.subject,
    dossierId: row.dossier_id,
    item: row.item,
    amount: row.amount,
    ...(row.reference ? { reference: row.reference } : {}),
  }))
  return { lines, next: rows.length > limit ? lines.at(-1)?.id : undefined }
}

/** What `staffNames` answered, by account. */
export function toNames(rows: RowsOf<typeof staffNames>): Map<string, PersonName> {
  return new Map(rows.map(({ account_id: id, name, title }) => [id, { name, title }]))
}

const newest = from
  .selectFrom('ledger')
  .select(['ledger.id', 'at', 'account_id', 'activity', 'act', 'subject', 'dossier_id', 'item'])
  .select('amount')
  .orderBy('ledger.id', 'desc')

const newestWithReference = newest
  .leftJoin('dossiers', 'dossiers.id', 'ledger.dossier_id')
  .select('dossiers.reference')

/** The row after the page tells that there is a next one. */
function oneMore(page: LedgerPage): number {
  return limitOf(page) + 1
}

function limitOf({ limit = DEFAULT_LIMIT }: LedgerPage): number {
  return Math.max(1, Math.min(limit, MAX_LIMIT))
}

/** The first moment of a day in the Netherlands, or of the day that many days later. */
function startOf(day: string, later: number) {
  return sql<Date>`((${day}::date + ${later}::integer)::timestamp at time zone 'Europe/Amsterdam')`
}

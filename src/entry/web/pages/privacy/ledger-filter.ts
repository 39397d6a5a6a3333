import { z } from 'zod'
import type { LedgerFilter } from '#ledger/reading.ts'

/** Names of the filters in the address, as a reader would say them. */
const PLACES = {
  from: 'van',
  until: 'tot',
  act: 'handeling',
  activity: 'verwerking',
  accountId: 'wie',
  reference: 'dossier',
} as const

type Narrowing = keyof typeof PLACES

const SHAPES: Readonly<Record<Narrowing, z.ZodType<string>>> = {
  from: z.iso.date(),
  until: z.iso.date(),
  act: z.string().regex(/^[a-z-]{1,40}$/),
  activity: z.string().regex(/^[a-z-]{1,40}$/),
  accountId: z.uuid(),
  reference: z.string().regex(/^[\w-]{1,20}$/),
}

const PAGE_ENTRIES = 60
const BEFORE = 'voor'

/** What an address asks of the ledger. */
export interface AskedLedger {
  readonly filter: LedgerFilter
  /** What was asked of each filter, also when it cannot be used. */
  readonly typed: Readonly<Partial<Record<Narrowing, string>>>
  /** Filters that cannot be used as they were typed. */
  readonly unusable: readonly Narrowing[]
  /** The address of these filters: of the newest entries, or of those before an id. */
  readonly address: (before?: number) => string
}

/**
 * Reads the filters from an address. What has not the form of its filter narrows nothing, and is
 * told.
 */
export function readLedgerFilter(query: URLSearchParams): AskedLedger {
  // The keys of a literal are its type.
  const names = Object.keys(PLACES) as Narrowing[]
  const typed: Partial<Record<Narrowing, string>> = {}
  const usable: Partial<Record<Narrowing, string>> = {}
  for (const name of names) {
    const value = query.get(PLACES[name])?.trim() ?? ''
    if (value === '') continue
    typed[name] = value
    const parsed = SHAPES[name].safeParse(value)
    if (parsed.success) usable[name] = parsed.data
  }
  const before = /^\d{1,15}$/.exec(query.get(BEFORE) ?? '')?.[0]
  return {
    filter: {
      ...usable,
      limit: PAGE_ENTRIES,
      ...(before === undefined ? {} : { before: Number(before) }),
    },
    typed,
    unusable: names.filter((name) => typed[name] !== undefined && usable[name] === undefined),
    address: (from) => address(typed, from),
  }
}

/** The name of a filter in the address. */
export function placeOf(name: Narrowing): string {
  return PLACES[name]
}

function address(typed: AskedLedger['typed'], before: number | undefined): string {
  const query = new URLSearchParams(
    Object.entries(typed).map(([name, value]) => [PLACES[name as Narrowing], value]), // its keys
  )
  if (before !== undefined) query.set(BEFORE, String(before))
  return query.size === 0 ? '/privacy/logboek' : `/privacy/logboek?${query.toString()}`
}

import { z } from 'zod'
import type { CalendarFilter } from '#duties/retention/calendar.ts'
import { HOME } from './words.ts'

export const PLACES = {
  from: 'van',
  until: 'tot',
  part: 'deel',
  kind: 'soort',
  reference: 'dossier',
  only: 'alleen',
} as const

type Narrowing = keyof typeof PLACES

const SHAPES: Readonly<Record<Narrowing, z.ZodType<string>>> = {
  from: z.iso.date(),
  until: z.iso.date(),
  part: z.string().regex(/^[a-z-]{1,40}$/),
  kind: z.string().regex(/^[a-z-]{1,40}$/),
  reference: z.string().regex(/^[\w-]{1,20}$/),
  only: z.enum(['held', 'late']),
}

const PAGE_LINES = 50
const LAST_PAGE = 10_000
const EARLIEST = '2000-01-01'
const YEARS_AHEAD = 1

/** What an address asks of the calendar. */
export interface AskedCalendar {
  readonly filter: CalendarFilter
  /** What was asked of each filter, also when it cannot be used. */
  readonly typed: Readonly<Partial<Record<Narrowing, string>>>
  readonly unusable: boolean
  /** Counted from 1. */
  readonly page: number
  readonly address: (page: number) => string
}

/** Reads the filters from an address: without any, all that is late and the coming year. */
export function readCalendar(query: URLSearchParams, today: string): AskedCalendar {
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
  const asked = Number(query.get('pagina') ?? '1')
  const page = Number.isInteger(asked) && asked >= 1 && asked <= LAST_PAGE ? asked : 1
  const { only, ...rest } = usable
  return {
    filter: {
      from: EARLIEST,
      until: `${Number(today.slice(0, 4)) + YEARS_AHEAD}${today.slice(4)}`,
      ...rest,
      ...((only === 'held' || only === 'late') && { only }),
      skip: (page - 1) * PAGE_LINES,
      limit: PAGE_LINES,
    },
    typed,
    unusable: names.some((name) => typed[name] !== undefined && usable[name] === undefined),
    page,
    address: (to) => address(typed, to),
  }
}

function address(typed: AskedCalendar['typed'], page: number): string {
  const query = new URLSearchParams(
    Object.entries(typed).map(([name, value]) => [PLACES[name as Narrowing], value]), // its keys
  )
  if (page > 1) query.set('pagina', String(page))
  return query.size === 0 ? HOME : `${HOME}?${query.toString()}`
}

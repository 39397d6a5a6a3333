import {
  type Day,
  isDay,
  laterDay,
  mondayOf,
  monthOf,
  wallTimeOf,
} from '#modules/practice/index.ts'

export type AgendaView = 'week' | 'dag' | 'maand'

/** Which days of a calendar are looked at, and whose. */
export interface AgendaAddress {
  readonly view: AgendaView
  /** The first day that shows. */
  readonly from: Day
  /** The first day that no longer shows. */
  readonly until: Day
  readonly member: string | undefined
}

const VIEWS: readonly AgendaView[] = ['week', 'dag', 'maand']
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Reads the days from an address; what makes no sense is today. */
export function readAddress(query: URLSearchParams): AgendaAddress {
  const view = VIEWS.find((each) => each === query.get('toon')) ?? 'week'
  const asked = query.get('vanaf') ?? ''
  const member = query.get('medewerker') ?? ''
  const day = isDay(asked) ? asked : wallTimeOf(new Date()).day
  return { ...spanOf(view, day), member: UUID.test(member) ? member : undefined }
}

function spanOf(view: AgendaView, day: Day): Pick<AgendaAddress, 'view' | 'from' | 'until'> {
  if (view === 'dag') return { view, from: day, until: laterDay(day, 1) }
  if (view === 'maand') return { view, from: monthOf(day), until: monthOf(day, 1) }
  const from = mondayOf(day)
  return { view, from, until: laterDay(from, 7) }
}

/** The address of a calendar, with something changed. */
export function addressOf(
  path: string,
  address: AgendaAddress,
  change: { view?: AgendaView; from?: Day; member?: string | undefined } = {},
): string {
  const { view, from, member } = { ...address, ...change }
  const query = new URLSearchParams({
    toon: view,
    vanaf: from,
    ...(member !== undefined && { medewerker: member }),
  })
  return `${path}?${query.toString()}`
}

/** The first days of the span before and of the one after. */
export function neighbours({ view, from, until }: AgendaAddress): { before: Day; after: Day } {
  if (view === 'maand') return { before: monthOf(from, -1), after: until }
  return { before: laterDay(from, view === 'dag' ? -1 : -7), after: until }
}

/** The days that show. */
export function daysIn({ from, until }: AgendaAddress): Day[] {
  const days: Day[] = []
  for (let day = from; day < until; day = laterDay(day, 1)) days.push(day)
  return days
}

import { sql } from 'kysely'
import { type WrittenQuery, written } from '#store/query.ts'

/** Days of which figures are told at once. */
const DAYS_MAX = 366
const PAGES_MAX = 200

/** Visits on one day. */
export interface VisitDay {
  /** ISO date. */
  readonly day: string
  readonly visits: number
  /** As far as browsers told apart; who comes back another day counts again. */
  readonly visitors: number
}

/** Visits to one page. */
export interface VisitedPage {
  readonly page: string
  readonly nl: number
  readonly en: number
}

/** The period that figures are about: ISO dates, both days included. */
export interface FiguresPeriod {
  readonly since: string
  readonly until: string
}

/** Each day of a period, also those on which nobody came; at most 366. */
export function listVisitDays({ since, until }: FiguresPeriod): WrittenQuery<VisitDay> {
  return written(sql<VisitDay>`
    select to_char(d.day, 'YYYY-MM-DD') as day, coalesce(p.visits, 0)::float8 as visits,
      coalesce(v.visitors, 0)::float8 as visitors
    from generate_series(${since}::date::timestamp, ${until}::date::timestamp, '1 day') d (day)
    left join (select day, sum(visits) as visits from page_visits
      where day between ${since}::date and ${until}::date group by day) p on p.day = d.day::date
    left join day_visitors v on v.day = d.day::date
    order by d.day limit ${DAYS_MAX}`)
}

/** Pages by how often they were shown, most first. */
export function listVisitedPages({ since, until }: FiguresPeriod): WrittenQuery<VisitedPage> {
  return written(sql<VisitedPage>`
    select page, coalesce(sum(visits) filter (where language = 'nl'), 0)::float8 as nl,
      coalesce(sum(visits) filter (where language = 'en'), 0)::float8 as en
    from page_visits where day between ${since}::date and ${until}::date
    group by page order by sum(visits) desc, page limit ${PAGES_MAX}`)
}

import type { PaginationProps } from '#entry/web/components/pagination.tsx'

/** What a list with search and numbered pages was asked for by its address. */
export interface PagedAddress {
  readonly search: string
  /** Counted from 1. */
  readonly page: number
  /** A word by which the list is narrowed. */
  readonly state?: string | undefined
}

const LONGEST_SEARCH = 100
const LAST_PAGE = 1_000

export function readPagedAddress(query: URLSearchParams): PagedAddress {
  const page = Number(query.get('pagina') ?? '1')
  return {
    search: (query.get('q') ?? '').trim().slice(0, LONGEST_SEARCH),
    page: Number.isInteger(page) && page >= 1 && page <= LAST_PAGE ? page : 1,
  }
}

/** Another search or state begins at the first page. */
export function pagedAddress(path: string, wanted: Partial<PagedAddress>): string {
  const { search = '', page = 1, state } = wanted
  const query = new URLSearchParams({
    ...(state !== undefined && { staat: state }),
    ...(search !== '' && { q: search }),
    ...(page > 1 && { pagina: String(page) }),
  }).toString()
  return query === '' ? path : `${path}?${query}`
}

export interface PagesShown {
  readonly asked: PagedAddress
  readonly shown: number
  readonly total: number
  /** Rows on a page. */
  readonly size: number
}

/** Where in the list one is, and the way to the pages beside it. */
export function pagesOf(path: string, { asked, shown, total, size }: PagesShown): PaginationProps {
  const before = (asked.page - 1) * size
  const beside = (page: number): string => pagedAddress(path, { ...asked, page })
  return {
    from: before + 1,
    to: before + shown,
    total,
    ...(asked.page > 1 && { previousHref: beside(asked.page - 1) }),
    ...(before + shown < total && { nextHref: beside(asked.page + 1) }),
  }
}

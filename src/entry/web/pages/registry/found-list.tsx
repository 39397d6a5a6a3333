import { Pagination, SearchForm, Toolbar } from '#entry/web/components/index.ts'
import type { Child } from '#entry/web/jsx/element.ts'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import type { Text } from '#kernel/language.ts'
import { pagesOf, type PagedAddress } from './paged-address.ts'

interface FoundListProps {
  readonly path: string
  /** What one can search by. */
  readonly label: Text
  readonly asked: PagedAddress
  /** The rows of this page; each tells how many there are in all. */
  readonly rows: readonly { readonly total: number }[]
  /** Rows on a page. */
  readonly size: number
  /** The table of these rows. */
  readonly children: Child
}

/** A table with search above it and the way to its other pages below. */
export function FoundList(props: FoundListProps): JSX.Element {
  const { path, label, asked, rows, size, children } = props
  return (
    <div>
      <Toolbar>
        <SearchForm action={path} label={label} value={asked.search} clearHref={path} />
      </Toolbar>
      {children}
      <Pagination
        {...pagesOf(path, { asked, shown: rows.length, total: rows[0]?.total ?? 0, size })}
      />
    </div>
  )
}

import {
  isExpression,
  type RawBuilder,
  type SelectQueryBuilder,
  type SelectType,
  sql,
} from 'kysely'
import type { Access } from './access.ts'
import { from } from './query.ts'
import type { OrganisationTables } from './tables.ts'

type Table = keyof OrganisationTables
type Column<T extends Table> = keyof OrganisationTables[T] & string
type Cell<T extends Table, C extends Column<T>> = SelectType<OrganisationTables[T][C]>

interface Wanted<T extends Table, Needs extends Column<T>, Shows extends Column<T>> {
  /** Without each of these a row is of no use: there are no rows then. */
  readonly needs: readonly Needs[]
  /** Absent from the rows when the activity may not read them. */
  readonly shows?: readonly Shows[]
  /** What keys of the rows must be: a value, or among the rows of a query. */
  readonly where?: { readonly [C in Column<T>]?: Cell<T, C> | RawBuilder<unknown> }
}

/**
 * A row as it was read: what it needs is there, of what it shows as much as the statement gives.
 */
export type ReadableRow<T extends Table, Needs extends Column<T>, Shows extends Column<T>> = {
  readonly [C in Needs]: Cell<T, C>
} & { readonly [C in Shows]?: Cell<T, C> }

/** More than any dossier holds: beyond it a page would be of no use. */
const ROWS_LIMIT = 5_000

/**
 * Builds a query of what an activity may read of a table, so that a page shows less where the
 * statement gives less. At most 5,000 rows, in no order: what orders them may itself be
 * unreadable.
 */
export function selectReadable<
  T extends Table,
  Needs extends Column<T>,
  Shows extends Column<T> = never,
>(
  access: Access,
  table: T,
  { needs, shows = [], where = {} }: Wanted<T, Needs, Shows>,
): SelectQueryBuilder<OrganisationTables, never, ReadableRow<T, Needs, Shows>> {
  const conditions = Object.entries(where)
  const asked: readonly string[] = [...needs, ...conditions.map(([column]) => column)]
  const query = asked.every((column) => access.can(table, 'select', column))
    ? conditions.reduce(
        (built, [column, value]) =>
          isExpression(value)
            ? built.where(sql<boolean>`${sql.ref(column)} in (${value})`)
            : built.where(sql.ref(column), '=', value),
        from.selectFrom<Table>(table).select([...needs, ...access.columns(table, shows)] as []),
      )
    : from.selectNoFrom(sql`null`.as('nothing')).where(sql<boolean>`false`)
  // Which columns come is decided above, from the same lists that the type is made of.
  return query.limit(ROWS_LIMIT) as unknown as SelectQueryBuilder<
    OrganisationTables,
    never,
    ReadableRow<T, Needs, Shows>
  >
}

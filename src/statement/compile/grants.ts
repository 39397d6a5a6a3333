import type { Catalogue, ColumnEntry, TableEntry } from '#statement/catalogue.ts'
import type { ActivityRole, Grant } from '#statement/plan.ts'
import type { Declarations } from '#statement/shape.ts'
import { compareWords } from '#statement/sorting.ts'
import { findWord } from '#statement/vocabulary.ts'

type Columns = readonly ColumnEntry[]

/**
 * Column grants of every activity on every table: see ARCHITECTURE.md, "From statement to grants".
 * A tag such as `@insert` on a table whose categories the activity may not write gives nothing. An
 * activity that serves the person alone gets no table of the organisation, one that works beside
 * the dossiers none of theirs.
 */
export function compileGrants(
  declarations: Declarations,
  { tables, vocabulary }: Catalogue,
  roles: readonly Pick<ActivityRole, 'activity' | 'role'>[],
): Grant[] {
  const grants = tables
    .filter((table) => table.belongs !== 'system')
    .flatMap((table) =>
      roles.flatMap(({ activity, role }) => {
        const { forSubject, apart } = findWord(vocabulary.activities, activity) ?? {}
        if (forSubject && table.belongs === 'organisation' && !table.public) return []
        if (apart && table.belongs === 'dossiers') return []
        const reads = new Set(declarations.activities[activity]?.reads)
        const writes = new Set(declarations.activities[activity]?.writes)
        return tableGrants(table, activity, reads, writes).map((grant) => ({ role, ...grant }))
      }),
    )
  return grants.toSorted((a, b) => compareWords(grantKey(a), grantKey(b)))
}

type RightOnColumns = Omit<Grant, 'role'>

function tableGrants(
  table: TableEntry,
  activity: string,
  reads: ReadonlySet<string>,
  writes: ReadonlySet<string>,
): RightOnColumns[] {
  const { name } = table
  const grant = (right: Grant['right'], columns: Columns): RightOnColumns[] =>
    columns.length === 0
      ? []
      : [{ table: name, right, columns: columns.map((each) => each.name).toSorted() }]
  const readable = within(table.columns, reads)
  const writable = within(table.columns, writes)
  const keys = table.columns.filter((each) => each.key)
  const stamps = table.columns.filter((each) => each.stamp)
  const free = table.columns.filter((each) => each.impersonal !== undefined)
  const sees = readable.length > 0 || table.impersonal !== undefined
  // A table without any category has nothing that the statement must allow to be written.
  const changes = writable.length > 0 || !table.columns.some(isPersonal)
  return [
    ...(sees ? grant('select', [...readable, ...keys, ...stamps, ...free]) : []),
    ...(changes && table.insert.includes(activity)
      ? grant('insert', [...writable, ...keys, ...free])
      : []),
    ...(changes && table.update.includes(activity) ? grant('update', [...writable, ...free]) : []),
    ...(changes && table.delete.includes(activity)
      ? [{ table: name, right: 'delete' as const, columns: [] }]
      : []),
  ]
}

function within(columns: Columns, categories: ReadonlySet<string>): Columns {
  return columns.filter((column) =>
    column.category === undefined
      ? column.categoryIn?.of.some((word) => categories.has(word))
      : categories.has(column.category),
  )
}

function isPersonal(column: ColumnEntry): boolean {
  return column.category !== undefined || column.categoryIn !== undefined
}

function grantKey(grant: Grant): string {
  return [grant.role, grant.table, grant.right].join(' ')
}

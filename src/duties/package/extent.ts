import type { Catalogue, ColumnEntry, TableEntry } from '#statement/catalogue.ts'
import type { Access } from '#store/access.ts'

/**
 * Tables of dossiers that are not in a package: packages themselves, which would hold each other.
 */
const LEFT_OUT: ReadonlySet<string> = new Set(['package_parts'])

/** A table with the columns of it that the activity may read. */
export interface ReadTable {
  readonly table: TableEntry
  readonly columns: readonly string[]
  /** The column with the bytes of a file, and the table where its name stands. */
  readonly file: { readonly column: string; readonly of: string } | undefined
}

/** Tables of dossiers, as far as the activity reads them. */
export function dossierTables(catalogue: Catalogue, access: Access): ReadTable[] {
  return catalogue.tables
    .filter(({ belongs, name }) => belongs === 'dossiers' && !LEFT_OUT.has(name))
    .map((table) => ({
      table,
      columns: access.columns(
        table.name,
        table.columns.map(({ name }) => name),
      ),
      file: fileOf(table.columns),
    }))
    .filter(({ columns }) => columns.length > 0)
}

/**
 * Tables in which rows outside the person's own dossiers can be about that person, and those of
 * which rows are hidden once a consent is withdrawn.
 */
export function subjectTables({ tables }: Catalogue): TableEntry[] {
  return tables.filter(({ columns }) => columns.some(({ subject }) => subject !== undefined))
}

function fileOf(columns: readonly ColumnEntry[]): ReadTable['file'] {
  const column = columns.find(({ fileOf: of }) => of !== undefined)
  return column && { column: column.name, of: column.fileOf ?? '' }
}

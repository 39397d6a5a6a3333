import { type Owner, quoted } from '#store/owner.ts'
import type { PlatformTables } from '#store/platform-tables.ts'
import type { OrganisationTables } from '#store/tables.ts'

export type Cell =
  | string
  | number
  | boolean
  | Date
  | Buffer
  | readonly string[]
  | Readonly<Record<string, string>>
  | null

/** A row to be: the columns that are left out take their default. */
export type Row<Columns> = { readonly [Name in keyof Columns]?: Cell }

/** Tables of the organisation whose schema is on the search path, and those of the platform. */
export interface Tables extends OrganisationTables {
  readonly persons: { readonly id: string; readonly created_at: Date }
  readonly 'gestand.accounts': PlatformTables['accounts']
  readonly 'gestand.passwords': PlatformTables['passwords']
  readonly 'gestand.second_factors': PlatformTables['second_factors']
  readonly 'gestand.mails': PlatformTables['mails']
}

/** Inserts rows that all have the same columns, in one statement. */
export async function insertRows<Table extends keyof Tables>(
  owner: Owner,
  table: Table,
  rows: readonly Row<Tables[Table]>[],
): Promise<void> {
  const [first] = rows
  if (!first) return
  const name = table.split('.').map(quoted).join('.')
  const columns = Object.keys(first).map(quoted).join(', ')
  await owner.query(
    `insert into ${name} (${columns})
     select ${columns} from json_populate_recordset(null::${name}, $1)`,
    [JSON.stringify(rows.map(plain))],
  )
}

/** Bytes as PostgreSQL writes them. */
function plain(row: Readonly<Record<string, Cell | undefined>>): Record<string, unknown> {
  const cells = Object.entries(row).map(([name, cell]): [string, unknown] => {
    return [name, Buffer.isBuffer(cell) ? `\\x${cell.toString('hex')}` : cell]
  })
  return Object.fromEntries(cells)
}

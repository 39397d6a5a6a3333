import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { isId, type Line, toBytes } from '#duties/package/line.ts'
import type { Authority } from '#kernel/authority.ts'
import { AppError, isAppError } from '#kernel/error.ts'
import type { Catalogue, TableEntry } from '#statement/catalogue.ts'
import type { Access } from '#store/access.ts'
import { toAppError } from '#store/errors.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { from, written } from '#store/query.ts'
import { PART_BYTES } from '#store/spool.ts'
import type { Store } from '#store/store.ts'
import type { ReadDossier, ReadPackage } from './unpacking.ts'

export interface TakeoverOptions {
  readonly catalogue: Catalogue
  readonly access: Access
  /** Kind of the new dossiers; that of the package when left out. */
  readonly kind?: string
  /** Tells what would happen, and leaves nothing. */
  readonly dryRun?: boolean
}

/** What became of a dossier in a package. */
export interface TakenDossier {
  /** The number that it had. */
  readonly reference: string
  /** The dossier that it became; nothing after a dry run. */
  readonly dossierId: string | undefined
  readonly tables: readonly TakenTable[]
}

export interface TakenTable {
  readonly table: string
  readonly taken: number
  /** Rows that the rules here refuse, and why. */
  readonly refused: readonly string[]
  /** Rows of what is not taken over, because only this organisation can make it. */
  readonly left: number
}

/** Undoes a dry run. */
class DryRun extends Error {}

/**
 * Takes the dossiers of a package over, each into a new dossier, in one transaction: what its
 * tables allow (`@takeover`) and the activity may insert. From where it came is noted.
 *
 * @param authority In an activity that starts dossiers.
 * @throws `PACKAGE_EMPTY` when there is nothing that can be taken over; `DOSSIER_NOT_STARTED`.
 */
export async function takeOver(
  store: Store,
  authority: Authority,
  read: ReadPackage,
  options: TakeoverOptions,
): Promise<TakenDossier[]> {
  const taken: TakenDossier[] = []
  try {
    await store.change(authority, async (tx) => {
      let first: string | undefined
      for (const dossier of read.dossiers) {
        const kind = options.kind ?? dossier.kind
        const started = await tx.startDossier({ kind, ...(first && { samePersonAs: first }) })
        first ??= started.dossierId
        const tables = await new Takeover(started, dossier, options).run()
        const rows = tables.reduce((sum, table) => sum + table.taken, 0)
        if (rows === 0) throw new AppError('PACKAGE_EMPTY')
        await noteOrigin(started, read, { reference: dossier.reference, rows })
        const { dossierId } = started
        taken.push({ reference: dossier.reference, dossierId, tables })
      }
      if (taken.length === 0) throw new AppError('PACKAGE_EMPTY')
      if (options.dryRun) throw new DryRun()
    })
  } catch (error) {
    if (!(error instanceof DryRun)) throw error
    return taken.map((each) => ({ ...each, dossierId: undefined }))
  }
  return taken
}

/** Rows come in as often as it takes until nothing more does: those that others refer to first. */
class Takeover {
  readonly #tx: OpenedDossier
  readonly #dossier: ReadDossier
  readonly #options: TakeoverOptions
  readonly #ids = new Map<string, string>()

  constructor(tx: OpenedDossier, dossier: ReadDossier, options: TakeoverOptions) {
    this.#tx = tx
    this.#dossier = dossier
    this.#options = options
    for (const line of [...dossier.lines.values()].flat()) {
      if (isId(line['id'])) this.#ids.set(line['id'], randomUUID())
    }
  }

  async run(): Promise<TakenTable[]> {
    const tables = this.#options.catalogue.tables.filter(
      ({ takeover, name }) => takeover && this.#options.access.can(name, 'insert'),
    )
    let waiting = tables.flatMap((table) =>
      (this.#dossier.lines.get(table.name) ?? []).map((line) => ({ table, line })),
    )
    const taken = new Map<string, number>()
    const refused = new Map<string, string[]>()
    for (let before = Infinity; waiting.length > 0 && waiting.length < before; ) {
      before = waiting.length
      refused.clear()
      const left: typeof waiting = []
      for (const each of waiting) {
        const refusal = await this.#insert(each.table, each.line)
        const { name } = each.table
        if (refusal === undefined) taken.set(name, (taken.get(name) ?? 0) + 1)
        else {
          left.push(each)
          refused.set(name, [...(refused.get(name) ?? []), refusal])
        }
      }
      waiting = left
    }
    const taking = new Set(tables.map(({ name }) => name))
    return [...this.#dossier.lines].map(([table, lines]) => ({
      table,
      taken: taken.get(table) ?? 0,
      refused: refused.get(table) ?? [],
      left: taking.has(table) ? 0 : lines.length,
    }))
  }

  /** @returns Why the row was refused; undefined when it is in. */
  async #insert(table: TableEntry, line: Line): Promise<string | undefined> {
    const values = this.#valuesOf(table, line)
    if (!(await this.#fits(table, values))) return 'INVALID'
    await this.#tx.run(written(sql`savepoint taken`))
    try {
      await this.#tx.run(
        written(sql`
          insert into ${sql.table(table.name)} (${sql.join(values.map(([name]) => sql.ref(name)))})
          values (${sql.join(values.map(([, value]) => value))})`),
      )
      return undefined
    } catch (error) {
      const known = toAppError(error)
      if (!isAppError(known)) throw error
      await this.#tx.run(written(sql`rollback to savepoint taken`))
      return known.code
    }
  }

  /** Whether values can be read as the types of their columns: an error would quote them. */
  async #fits(
    { name: table }: TableEntry,
    values: readonly (readonly [string, unknown])[],
  ): Promise<boolean> {
    const told = values.filter(([, value]) => !Buffer.isBuffer(value))
    const columns = told.map(([name]) => name)
    const texts = told.map(([, value]) => textOf(value))
    const [row] = await this.#tx.run(
      written(sql<{ fits: boolean | null }>`
        select bool_and(pg_input_is_valid(v.value, format_type(a.atttypid, a.atttypmod))) as fits
        from unnest(${columns}::text[], ${texts}::text[]) as v (name, value)
        join pg_attribute a on a.attrelid = ${table}::regclass and a.attname = v.name`),
    )
    return row?.fits !== false
  }

  #valuesOf(table: TableEntry, line: Line): [string, unknown][] {
    return table.columns.flatMap((column): [string, unknown][] => {
      const { name } = column
      if (!this.#options.access.can(table.name, 'insert', name)) return []
      if (name === 'dossier_id') return [[name, this.#tx.dossierId]]
      const place = `${table.name}.${name}`
      if (column.fileOf !== undefined) {
        const part = this.#partOf(line)
        return part ? [[name, this.#tx.seal(place, part)]] : []
      }
      const value = line[name]
      if (value === null || value === undefined) return []
      if (isId(value)) {
        const fresh = this.#ids.get(value)
        return fresh ? [[name, fresh]] : []
      }
      if (column.sealed)
        return typeof value === 'string' ? [[name, this.#tx.seal(place, value)]] : []
      return [[name, toBytes(value) ?? value]]
    })
  }

  /** The bytes of a part of a file, which stand in the archive as a whole. */
  #partOf(line: Line): Buffer | undefined {
    const ids = new Set(Object.values(line).filter(isId))
    const file = this.#dossier.files.find(({ id }) => ids.has(id))
    const part = Number(line['part'] ?? 0)
    const bytes = file?.bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES)
    return bytes && Buffer.from(bytes)
  }
}

/** A value as PostgreSQL would be given it. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return `{${value.map((each) => JSON.stringify(String(each))).join()}}`
  return typeof value === 'string' ? value : JSON.stringify(value)
}

async function noteOrigin(
  tx: OpenedDossier,
  { controller, madeAt, digest }: ReadPackage,
  { reference, rows }: { readonly reference: string; readonly rows: number },
): Promise<void> {
  await tx.run(
    from.insertInto('takeovers').values({
      dossier_id: tx.dossierId,
      controller,
      reference,
      packaged_at: new Date(madeAt),
      digest,
      rows_taken: rows,
    }),
  )
}

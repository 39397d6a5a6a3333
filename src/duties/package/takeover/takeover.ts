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
import { type Cell, fitting, type Into } from './cells.ts'
import type { ReadDossier, ReadPackage } from './unpacking.ts'

export interface TakeoverOptions {
  readonly catalogue: Catalogue
  readonly access: Access
  /** Kind of the new dossiers; that of the package when left out. */
  readonly kind?: string
  /** Tells what would happen, and leaves nothing. */
  readonly dryRun?: boolean
  /** Brings in what starting a dossier may not: later, in an activity that works in it. */
  readonly after?: Continuation
}

/** The work in a dossier, once it was started. */
export interface Continuation {
  readonly authority: Authority
  readonly access: Access
  /** Categories that the statement lets it write: what a dry run expects. */
  readonly categories: ReadonlySet<string>
  /** Adds what the rows that stay behind say, in one document. */
  readonly tell?: (tx: OpenedDossier, left: LeftBehind) => Promise<void>
}

/** Rows that only the other organisation could make. */
export interface LeftBehind {
  readonly read: ReadPackage
  readonly dossier: ReadDossier
  /** Tables that were taken over themselves. */
  readonly taken: ReadonlySet<string>
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
 * Takes the dossiers of a package over, each into a new dossier: what its tables allow
 * (`@takeover`) and the activity may insert, in one transaction; then what the work in it may, in
 * one each. From where it came is noted in both.
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
  const begun: Begun[] = []
  try {
    await store.change(authority, async (tx) => {
      let first: string | undefined
      for (const dossier of read.dossiers) {
        const kind = options.kind ?? dossier.kind
        const started = await tx.startDossier({ kind, ...(first && { samePersonAs: first }) })
        first ??= started.dossierId
        const takeover = new Takeover(dossier, options.catalogue)
        const rows = await takeover.bring(started, options.access)
        if (rows === 0) throw new AppError('PACKAGE_EMPTY')
        await noteOrigin(started, read, { reference: dossier.reference, rows })
        begun.push({ dossier, dossierId: started.dossierId, takeover })
      }
      if (begun.length === 0) throw new AppError('PACKAGE_EMPTY')
      if (options.dryRun) throw new DryRun()
    })
  } catch (error) {
    if (!(error instanceof DryRun)) throw error
  }
  const { after, dryRun } = options
  if (after && dryRun) for (const { takeover } of begun) takeover.expect(after)
  if (after && !dryRun) for (const each of begun) await goOn(store, read, each, after)
  return begun.map(({ dossier: { reference }, dossierId, takeover }) => {
    return { reference, dossierId: dryRun ? undefined : dossierId, tables: takeover.told() }
  })
}

/** A dossier of the package that became one here. */
interface Begun {
  readonly dossier: ReadDossier
  readonly dossierId: string
  readonly takeover: Takeover
}

function goOn(
  store: Store,
  read: ReadPackage,
  { dossier, dossierId, takeover }: Begun,
  { authority, access, tell }: Continuation,
): Promise<void> {
  return store.changeDossier(authority, dossierId, async (tx) => {
    const rows = await takeover.bring(tx, access)
    if (access.can('takeovers', 'insert') && rows > 0)
      await noteOrigin(tx, read, { reference: dossier.reference, rows })
    await tell?.(tx, { read, dossier, taken: takeover.tables })
  })
}

interface Waiting {
  readonly table: TableEntry
  readonly line: Line
  /** Why it did not come in; nothing when it was not tried. */
  readonly refusal?: string
}

/** Rows come in as often as it takes until nothing more does: those that others refer to first. */
class Takeover {
  /** Tables that are taken over at all. */
  readonly tables: ReadonlySet<string>
  readonly #dossier: ReadDossier
  readonly #ids = new Map<string, string>()
  readonly #taken = new Map<string, number>()
  /** Rows that can come in at all. */
  readonly #able: ReadonlySet<Line>
  #waiting: Waiting[]

  constructor(dossier: ReadDossier, { tables }: Catalogue) {
    this.#dossier = dossier
    const taking = tables.filter(({ takeover }) => takeover)
    this.tables = new Set(taking.map(({ name }) => name))
    this.#waiting = taking.flatMap((table) =>
      (dossier.lines.get(table.name) ?? [])
        .filter((line) => this.#isThere(table, line))
        .map((line) => ({ table, line })),
    )
    this.#able = new Set(this.#waiting.map(({ line }) => line))
    for (const line of [...dossier.lines.values()].flat()) {
      if (isId(line['id'])) this.#ids.set(line['id'], randomUUID())
    }
  }

  /** Brings in what an activity may; answers how many rows came in. */
  async bring(tx: OpenedDossier, access: Access): Promise<number> {
    const all = this.#waiting.length
    for (let before = Infinity; this.#waiting.length > 0 && this.#waiting.length < before; ) {
      before = this.#waiting.length
      const left: Waiting[] = []
      for (const { table, line } of this.#waiting) {
        const refusal = await this.#insert({ tx, access }, table, line)
        if (refusal === undefined) this.#count(table.name)
        else left.push({ table, line, refusal })
      }
      this.#waiting = left
    }
    return all - this.#waiting.length
  }

  /** Counts what the work in the dossier would bring in, as far as its categories tell. */
  expect({ access, categories }: Continuation): void {
    const comes = ({ table, line, refusal }: Waiting): boolean => {
      const column = table.columns.find(({ categoryIn }) => categoryIn)?.categoryIn?.column
      const category = column === undefined ? undefined : line[column]
      const writes = typeof category !== 'string' || categories.has(category)
      return refusal === 'NOT_DECLARED' && writes && access.can(table.name, 'insert')
    }
    for (const { table } of this.#waiting.filter(comes)) this.#count(table.name)
    this.#waiting = this.#waiting.filter((each) => !comes(each))
  }

  /** What became of each table. */
  told(): TakenTable[] {
    return [...this.#dossier.lines].map(([table, lines]) => ({
      table,
      taken: this.#taken.get(table) ?? 0,
      refused: this.#waiting.flatMap(({ table: { name }, refusal }) =>
        name === table ? [refusal ?? 'NOT_DECLARED'] : [],
      ),
      left: lines.filter((line) => !this.#able.has(line)).length,
    }))
  }

  /** Of a file that was left out of the package, its parts have nothing to bring. */
  #isThere({ columns }: TableEntry, line: Line): boolean {
    return columns.every(({ fileOf }) => fileOf === undefined) || this.#fileOf(line) !== undefined
  }

  #count(table: string): void {
    this.#taken.set(table, (this.#taken.get(table) ?? 0) + 1)
  }

  /** @returns Why the row was refused; undefined when it is in. */
  async #insert({ tx, access }: Into, table: TableEntry, line: Line): Promise<string | undefined> {
    if (!access.can(table.name, 'insert')) return 'NOT_DECLARED'
    const asked = this.#valuesOf({ tx, access }, table, line)
    const fits = await fitting(tx, table, asked)
    // Where an identifier stood is now a name that nothing here goes by: it is left out.
    const isName = ([name]: Cell) =>
      !fits.has(name) && table.columns.some((column) => column.name === name && column.key)
    const values = asked.filter((cell) => !isName(cell))
    if (values.some(([name]) => !fits.has(name))) return 'INVALID'
    await tx.run(written(sql`savepoint taken`))
    try {
      await tx.run(
        written(sql`
          insert into ${sql.table(table.name)} (${sql.join(values.map(([name]) => sql.ref(name)))})
          values (${sql.join(values.map(([, value]) => value))})`),
      )
      return undefined
    } catch (error) {
      const known = toAppError(error)
      if (!isAppError(known)) throw error
      await tx.run(written(sql`rollback to savepoint taken`))
      return known.code
    }
  }

  #valuesOf({ tx, access }: Into, table: TableEntry, line: Line): Cell[] {
    return table.columns.flatMap((column): Cell[] => {
      const { name } = column
      if (!access.can(table.name, 'insert', name)) return []
      if (name === 'dossier_id') return [[name, tx.dossierId]]
      const place = `${table.name}.${name}`
      if (column.fileOf !== undefined) {
        const part = this.#partOf(line)
        return part ? [[name, tx.seal(place, part)]] : []
      }
      const value = line[name]
      if (value === null || value === undefined) return []
      if (isId(value)) {
        const fresh = this.#ids.get(value)
        return fresh ? [[name, fresh]] : []
      }
      if (column.sealed) return typeof value === 'string' ? [[name, tx.seal(place, value)]] : []
      return [[name, toBytes(value) ?? value]]
    })
  }

  #fileOf(line: Line): ReadDossier['files'][number] | undefined {
    const ids = new Set(Object.values(line).filter(isId))
    return this.#dossier.files.find(({ id }) => ids.has(id))
  }

  /** The bytes of a part of a file, which stand in the archive as a whole. */
  #partOf(line: Line): Buffer | undefined {
    const file = this.#fileOf(line)
    const part = Number(line['part'] ?? 0)
    const bytes = file?.bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES)
    return bytes && Buffer.from(bytes)
  }
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

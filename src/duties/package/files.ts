import { sql } from 'kysely'
import { written } from '#store/query.ts'
import type { TableEntry } from '#statement/catalogue.ts'
import { cellText } from './csv.ts'
import { dossierTables, type ReadTable } from './extent.ts'
import { type Line, type Sheet, toBytes } from './line.ts'
import { type LineRow, type Reading, subjectRows } from './reading.ts'

/** A file in a dossier, in parts of at most a megabyte. */
export interface PackagedFile {
  readonly id: string
  /** The table that its bytes stand in. */
  readonly table: string
  readonly title: string
  readonly mediaType: string
  readonly parts: () => AsyncGenerator<Buffer>
}

interface Known {
  readonly title?: string
  readonly mediaType?: string
}

/** Remembers, while the rows of a dossier come by, which files there are and their names. */
export class FileList {
  readonly #reading: Reading
  readonly #dossierId: string
  readonly #holders: readonly ReadTable[]
  readonly #known = new Map<string, Known>()
  readonly #found = new Map<string, Map<string, Known>>()
  readonly #kept = new Set<string>()

  constructor(reading: Reading, dossierId: string) {
    const { catalogue, access } = reading.source
    this.#reading = reading
    this.#dossierId = dossierId
    this.#holders = dossierTables(catalogue, access).filter(
      ({ file, columns }) => file && columns.includes(file.column),
    )
  }

  /** @param kept What of the rows goes into the package. */
  see({ table, lines, withdrawn }: Sheet, kept: Sheet | undefined): void {
    if (!table) return
    if (this.#holders.some(({ file }) => file?.of === table.name)) {
      for (const line of lines) this.#known.set(cellText(line['id']), knownOf(line))
      for (const line of kept?.lines ?? []) this.#kept.add(cellText(line['id']))
    }
    const holder = this.#holders.find((each) => each.table.name === table.name)
    if (!holder?.file || withdrawn) return
    const files = this.#found.get(table.name) ?? new Map<string, Known>()
    this.#found.set(table.name, files)
    const column = fileColumn(holder.file.of)
    for (const line of lines) files.set(cellText(line[column]), knownOf(line))
  }

  /** Whether what a file is called is in the package. */
  isKept(id: string): boolean {
    return this.#kept.has(id)
  }

  /** The files, to be read one after another; those whose consent was withdrawn come last. */
  async *read(): AsyncGenerator<PackagedFile> {
    for (const [name, files] of this.#found) {
      const holder = this.#holders.find(({ table }) => table.name === name)
      if (!holder) continue
      for (const [id, own] of files) {
        yield this.#describe(id, holder.table, own, () => this.#readParts(holder, id))
      }
    }
    for (const { table, file } of this.#holders) {
      if (table.whileConsent && file) yield* this.#readWithdrawn(table, file)
    }
  }

  #describe(id: string, table: TableEntry, own: Known, parts: PackagedFile['parts']): PackagedFile {
    const { title = id, mediaType = 'application/octet-stream' } = {
      ...this.#known.get(id),
      ...own,
    }
    return { id, table: table.name, title, mediaType, parts }
  }

  async *#readParts({ table, file }: ReadTable, id: string): AsyncGenerator<Buffer> {
    const { store, authority } = this.#reading.source
    if (!file) return
    for (let skip = 0; ; skip += PARTS_AT_ONCE) {
      const { dossier, answers } = await store.open(authority, this.#dossierId, {
        parts: written(sql<{ body: Buffer }>`
          select ${sql.ref(file.column)} as body from ${sql.table(table.name)}
          where dossier_id = ${this.#dossierId} and ${sql.ref(fileColumn(file.of))} = ${id}
          order by part limit ${PARTS_AT_ONCE} offset ${skip}`),
      })
      for (const { body } of answers.parts) {
        yield dossier.unsealBytes(`${table.name}.${file.column}`, body)
      }
      if (answers.parts.length < PARTS_AT_ONCE) return
    }
  }

  /** These come by row, in the order of their file and part. */
  async *#readWithdrawn(
    table: TableEntry,
    file: NonNullable<ReadTable['file']>,
  ): AsyncGenerator<PackagedFile> {
    const column = fileColumn(file.of)
    for (let skip = 0; ; ) {
      const { line } = await this.#readOne(table, file, skip)
      if (!line) return
      const id = cellText(line[column])
      let taken = 0
      const parts = async function* (this: FileList): AsyncGenerator<Buffer> {
        for (taken = 0; ; taken += 1) {
          const next = await this.#readOne(table, file, skip + taken)
          if (next.line?.[column] !== id || !next.body) return
          yield next.body
        }
      }
      yield this.#describe(id, table, knownOf(line), () => parts.call(this))
      skip += Math.max(taken, 1)
    }
  }

  async #readOne(
    table: TableEntry,
    file: NonNullable<ReadTable['file']>,
    skip: number,
  ): Promise<{ line?: Line; body?: Buffer }> {
    const { store, authority } = this.#reading.source
    const { dossier, answers } = await store.open(authority, this.#dossierId, {
      rows: subjectRows(table.name, skip, { limit: 1, files: true }),
    })
    const [row]: LineRow[] = answers.rows
    const sealed = toBytes(row?.line[file.column])
    if (!row || !sealed) return {}
    return { line: row.line, body: dossier.unsealBytes(`${table.name}.${file.column}`, sealed) }
  }
}

/** Parts of a file that are in memory together. */
const PARTS_AT_ONCE = 4

/** Where the id of a file stands beside its bytes: `document_id` for `documents`. */
function fileColumn(of: string): string {
  return `${of.replace(/s$/, '')}_id`
}

function knownOf(line: Line): Known {
  const title = line['title']
  const mediaType = line['media_type']
  return {
    ...(typeof title === 'string' && { title }),
    ...(typeof mediaType === 'string' && { mediaType }),
  }
}

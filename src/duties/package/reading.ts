import { isUtf8 } from 'node:buffer'
import { type RawBuilder, sql } from 'kysely'
import type { Authority } from '#kernel/authority.ts'
import type { Catalogue, TableEntry } from '#statement/catalogue.ts'
import type { Access } from '#store/access.ts'
import type { DossierKeys } from '#store/dossier-keys.ts'
import type { Opening } from '#store/opened-dossier.ts'
import { from, written, type WrittenQuery } from '#store/query.ts'
import type { Answers, Reads, Store } from '#store/store.ts'
import { cellText } from './csv.ts'
import { dossierTables, type ReadTable, subjectTables } from './extent.ts'
import { type Line, SHEET_LINES, type Sheet, toBytes } from './line.ts'
import { askNames, Names } from './names.ts'

/** The activity in which a package is read. */
export const SUBJECT_ACCESS = 'subject-access'

/** What is needed to read all that is held on a person. */
export interface Source {
  readonly store: Store
  /** Of whoever reads, for the activity of packages. */
  readonly authority: Authority
  readonly catalogue: Catalogue
  readonly access: Access
  /** Keys of what is sealed outside dossiers. */
  readonly keys: Pick<DossierKeys, 'open'>
}

/** A dossier that goes into a package. */
export interface PackagedDossier {
  readonly id: string
  readonly kind: string
  readonly reference: string
  readonly personId: string
}

/** A row as JSON. */
export interface LineRow {
  readonly line: Line
}

interface Asked {
  readonly read: ReadTable
  readonly skip: number
  /** Rows that nobody else sees since the consent to them was withdrawn. */
  readonly withdrawn: boolean
}

const DOSSIERS_LIMIT = 100
const ANYWHERE: (table: string) => number = () => 0

/** Reads, in bounded portions, all that is held on a person. Every portion is in the ledger. */
export class Reading {
  readonly source: Source
  readonly #names = new Names()

  constructor(source: Source) {
    this.source = source
  }

  /** The dossiers about whoever reads, the oldest first. */
  dossiers(): Promise<PackagedDossier[]> {
    return this.#list(sql<boolean>`id in (select own_dossiers())`)
  }

  /** The dossiers of a person, as far as whoever reads handles a request of theirs. */
  dossiersOf(personId: string): Promise<PackagedDossier[]> {
    return this.#list(sql<boolean>`person_id = ${personId}`)
  }

  async #list(condition: RawBuilder<boolean>): Promise<PackagedDossier[]> {
    const { rows } = await this.ask(undefined, {
      rows: from
        .selectFrom('dossiers')
        .select(['id', 'kind', 'reference', 'person_id as personId'])
        .where(condition)
        .orderBy('started_at')
        .limit(DOSSIERS_LIMIT),
    })
    return rows
  }

  /**
   * The rows of a dossier; an ordinary one takes two openings.
   *
   * @param place What comes first has the lowest.
   */
  async *sheets(dossierId: string, place = ANYWHERE): AsyncGenerator<Sheet> {
    const { catalogue, access } = this.source
    const tables = dossierTables(catalogue, access).toSorted(
      (a, b) => place(a.table.name) - place(b.table.name),
    )
    let waiting: Asked[] = tables.flatMap((read) =>
      [false, ...(read.table.whileConsent ? [true] : [])].map((withdrawn) => {
        return { read, withdrawn, skip: 0 }
      }),
    )
    while (waiting.length > 0) {
      const portion = await this.#readPortion(dossierId, waiting)
      for (const [index, { read, skip, withdrawn }] of waiting.entries()) {
        const lines = portion[index] ?? []
        if (lines.length === 0) continue
        const { table } = read
        yield { name: table.name, table, part: skip / SHEET_LINES + 1, lines, withdrawn }
      }
      waiting = waiting
        .filter((_, index) => portion[index]?.length === SHEET_LINES)
        .map((each) => ({ ...each, skip: each.skip + SHEET_LINES }))
    }
  }

  /**
   * The rows about the person outside the own dossiers, and what the installation holds on the
   * accounts: of the person of a dossier, or of whoever reads when there is none.
   */
  async *elsewhere(dossierId?: string, place = ANYWHERE): AsyncGenerator<Sheet> {
    const { accounts } = await this.ask(dossierId, {
      accounts: written(sql<LineRow & { part: string }>`select part, line from subject_account()`),
    })
    for (const [name, rows] of Map.groupBy(accounts, ({ part }) => part)) {
      const lines = await this.#named(dossierId, rows.map(toLine))
      for (let start = 0; start < lines.length; start += SHEET_LINES) {
        const part = start / SHEET_LINES + 1
        yield { name, table: undefined, part, lines: lines.slice(start, start + SHEET_LINES) }
      }
    }
    const tables = subjectTables(this.source.catalogue).toSorted(
      (a, b) => place(a.name) - place(b.name),
    )
    for (const table of tables) {
      for (let skip = 0, length = SHEET_LINES; length === SHEET_LINES; skip += SHEET_LINES) {
        const { rows } = await this.ask(dossierId, { rows: subjectRows(table.name, skip) })
        const plain = await Promise.all(rows.map(({ line }) => this.#unsealElsewhere(line, table)))
        const lines = await this.#named(dossierId, plain)
        length = lines.length
        if (length > 0) yield { name: table.name, table, part: skip / SHEET_LINES + 1, lines }
      }
    }
  }

  /** Reads with a dossier opened, or without one. */
  async ask<R extends Reads>(dossierId: string | undefined, reads: R): Promise<Answers<R>> {
    const { store, authority } = this.source
    if (dossierId === undefined) return store.list(authority, 'package', reads)
    return (await store.open(authority, dossierId, reads)).answers
  }

  async #readPortion(dossierId: string, asked: readonly Asked[]): Promise<Line[][]> {
    const { store, authority } = this.source
    const reads = Object.fromEntries(
      asked.map((each, index) => [String(index), queryOf(each, dossierId)]),
    )
    const { dossier, answers } = await store.open(authority, dossierId, reads)
    const portion = asked.map(({ read }, index) =>
      (answers[String(index)] ?? []).map(({ line }) => unsealLine(line, read, dossier)),
    )
    await this.#named(dossierId, portion.flat())
    return portion.map((lines) => lines.map((line) => this.#names.apply(line)))
  }

  /** What is sealed outside dossiers has a key of its own, which lies under an id in the row. */
  async #unsealElsewhere(line: Line, { name, columns }: TableEntry): Promise<Line> {
    const { keys, authority } = this.source
    const plain: [string, string][] = []
    for (const { name: column, sealed, sealedBy = 'id' } of columns) {
      const bytes = sealed ? toBytes(line[column]) : undefined
      if (!bytes) continue
      const id = cellText(line[sealedBy])
      const opening = await keys.open(authority.organisation, id)
      plain.push([column, toText(opening.unsealBytes(`${name}.${column}`, bytes))])
    }
    return { ...line, ...Object.fromEntries(plain) }
  }

  /** The rows, with names for the identifiers of others. */
  async #named(dossierId: string | undefined, lines: readonly Line[]): Promise<Line[]> {
    const ids = this.#names.unknown(lines)
    if (ids.length > 0) {
      const { names } = await this.ask(dossierId, { names: askNames(ids) })
      this.#names.learn(ids, names)
    }
    return lines.map((line) => this.#names.apply(line))
  }
}

/** Notes that the person takes the package along, which answers what they asked for. */
export function recordPackage(kind: 'access' | 'portability'): WrittenQuery<unknown> {
  return written(sql`select record_package(${kind})`)
}

/** Rows of a table that only a function of the database shows, with the bytes of files or not. */
export function subjectRows(
  table: string,
  skip: number,
  { limit = SHEET_LINES, files = false }: { limit?: number; files?: boolean } = {},
): WrittenQuery<LineRow> {
  return written(
    sql<LineRow>`select line from subject_rows(${table}, ${skip}, ${limit}, ${files}) as line`,
  )
}

function queryOf({ read, skip, withdrawn }: Asked, dossierId: string): WrittenQuery<LineRow> {
  const { table, columns, file } = read
  if (withdrawn) return subjectRows(table.name, skip)
  const shown = columns.filter((name) => name !== file?.column)
  const keys = table.columns.filter(({ key, name }) => key && shown.includes(name))
  const order = keys.length > 0 ? keys.map(({ name }) => name) : shown
  return written(sql<LineRow>`
    select to_jsonb(l) as line from (
      select ${sql.join(shown.map((name) => sql.ref(name)))} from ${sql.table(table.name)}
      where ${sql.ref(table.name === 'dossiers' ? 'id' : 'dossier_id')} = ${dossierId}
      order by ${sql.join(order.map((name) => sql.ref(name)))}
      limit ${SHEET_LINES} offset ${skip}) l`)
}

/** A row with what is sealed in it as text. */
function unsealLine(line: Line, { table, file }: ReadTable, dossier: Opening): Line {
  const sealed = table.columns.filter((column) => column.sealed && column.name !== file?.column)
  const plain = sealed.flatMap(({ name }) => {
    const bytes = toBytes(line[name])
    return bytes ? [[name, dossier.unseal(`${table.name}.${name}`, bytes)] as const] : []
  })
  return { ...line, ...Object.fromEntries(plain) }
}

/** Bytes that are no text, such as a picture, as a data URL. */
function toText(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString('utf8')
  return `data:application/octet-stream;base64,${bytes.toString('base64')}`
}

function toLine({ line }: LineRow): Line {
  return line
}

import type { Connection } from './pool.ts'
import type { Query, RowsOf } from './query.ts'
import { seal, unseal } from './sealing.ts'
import { runQuery } from './run-query.ts'

/**
 * A dossier that was opened, or another case with a key of its own, such as a complaint: seals and
 * unseals what stands in it.
 */
export class Opening {
  readonly dossierId: string
  readonly organisation: string
  readonly #key: Buffer

  constructor(organisation: string, dossierId: string, key: Buffer) {
    this.organisation = organisation
    this.dossierId = dossierId
    this.#key = key
  }

  /** Encrypts for a sealed column. `column` is table and column: `notes.body`. */
  seal(column: string, plain: string | Buffer): Buffer {
    return seal(this.#key, this.#place(column), plain)
  }

  /** Encrypts what was written in several columns of one table. */
  sealEach<Words extends Readonly<Record<string, string>>>(
    table: string,
    words: Words,
  ): { readonly [Column in keyof Words]: Buffer } {
    const sealed = Object.entries(words).map(([column, plain]) => [
      column,
      this.seal(`${table}.${column}`, plain),
    ])
    // The columns are those that were given.
    return Object.fromEntries(sealed) as { readonly [Column in keyof Words]: Buffer }
  }

  /**
   * Decrypts a sealed column as text.
   *
   * @throws `UNREADABLE` when it was sealed for another place or changed since.
   */
  unseal(column: string, sealed: Buffer): string {
    return this.unsealBytes(column, sealed).toString('utf8')
  }

  /** As `unseal`, for bytes. */
  unsealBytes(column: string, sealed: Buffer): Buffer {
    return unseal(this.#key, this.#place(column), sealed)
  }

  #place(column: string): string {
    return `${this.organisation}/${this.dossierId}/${column}`
  }
}

/** A transaction in which one dossier is open. */
export class OpenedDossier {
  readonly opening: Opening
  readonly #connection: Connection
  readonly #role: string

  constructor(connection: Connection, role: string, opening: Opening) {
    this.#connection = connection
    this.#role = role
    this.opening = opening
  }

  get dossierId(): string {
    return this.opening.dossierId
  }

  run<Q extends Query>(query: Q): Promise<RowsOf<Q>> {
    return runQuery(this.#connection, this.#role, query)
  }

  seal(column: string, plain: string | Buffer): Buffer {
    return this.opening.seal(column, plain)
  }

  unseal(column: string, sealed: Buffer): string {
    return this.opening.unseal(column, sealed)
  }
}

import type { Authority } from '#kernel/authority.ts'
import { AppError } from '#kernel/error.ts'
import { type Access, AccessReader } from './access.ts'
import { Batch, type Row, type Statement } from './batch.ts'
import type { DossierKeys } from './dossier-keys.ts'
import { entryStatement, expectEntry, openedStatement, roleOf } from './entering.ts'
import { toAppError } from './errors.ts'
import type { Lanes } from './lanes.ts'
import type { ListLog } from './list-log.ts'
import { changeEach, changeMany } from './many-dossiers.ts'
import { OpenedDossier, Opening } from './opened-dossier.ts'
import type { Openings } from './openings.ts'
import { type Connection, type Pool, withConnection } from './pool.ts'
import { type Query, type RowsOf, toStatement } from './query.ts'
import { unsealCells } from './sealed-cells.ts'
import { Transaction } from './transaction.ts'

/** Queries by name, sent together. */
export type Reads = Readonly<Record<string, Query>>

/** The rows of each query, by the same name. */
export type Answers<R extends Reads> = { readonly [Name in keyof R]: RowsOf<R[Name]> }

interface Parts {
  readonly pool: Pool
  readonly lanes: Lanes
  readonly keys: DossierKeys
  readonly openings: Openings
  readonly lists: ListLog
}

/**
 * The only way to an organisation's data. Every call enters with an authority; the database finds
 * the account behind the session and decides. What is hidden is `NOT_FOUND`, what the statement
 * does not declare is `NOT_DECLARED`, and an ended session is `SIGNED_OUT`.
 */
export class Store {
  readonly #parts: Parts
  readonly #access: AccessReader

  constructor(parts: Parts) {
    this.#parts = parts
    this.#access = new AccessReader(parts.pool)
  }

  /** What an activity may do, for building reads of no more than that. It decides nothing. */
  access(organisation: string, activity: string): Promise<Access> {
    return this.#access.read(organisation, activity)
  }

  /**
   * Reads cards and whatever else is not content, in one round trip. The ledger notes the list
   * under `name`.
   *
   * @throws `SIGNED_OUT`, `SECOND_FACTOR_MISSING`, `NOT_FOUND` when the activity is not declared,
   * `NOT_DECLARED`.
   */
  async list<R extends Reads>(authority: Authority, name: string, reads: R): Promise<Answers<R>> {
    const [entry, ...rows] = await this.#send([
      entryStatement(authority),
      ...statementsOf(reads, roleOf(authority)),
    ])
    expectEntry(entry)
    await this.#unseal(authority.organisation, reads, rows)
    const answers = answersOf(reads, rows)
    this.#parts.lists.note(authority, name, rowCount(answers))
    return answers
  }

  /**
   * Opens a dossier and reads its content. The opening is in the ledger, on disk, before the first
   * byte is read.
   *
   * @throws As `list`, and `NOT_FOUND` when there is no such dossier within reach; that refusal is
   * in the ledger too.
   */
  async open<R extends Reads>(
    authority: Authority,
    dossierId: string,
    reads: R,
  ): Promise<{ readonly dossier: Opening; readonly answers: Answers<R> }> {
    const key = this.#parts.keys.read(authority.organisation, dossierId)
    key.catch(() => undefined)
    const statements = statementsOf(reads, roleOf(authority))
    const rows = await this.#openAndSend(authority, dossierId, statements)
    await this.#unseal(authority.organisation, reads, rows)
    const dossier = new Opening(authority.organisation, dossierId, await key)
    return { dossier, answers: answersOf(reads, rows) }
  }

  /**
   * Reads what anyone may see (the published statement, the state of its promises), without a
   * session.
   */
  async publicly<R extends Reads>(organisation: string, reads: R): Promise<Answers<R>> {
    const role = schemaOf(organisation)
    const take: Statement = {
      name: `public ${role}`,
      text: `select set_config('role', $1, true), set_config('search_path', $1, true)`,
      values: [role],
    }
    const [, ...rows] = await this.#send([take, ...statementsOf(reads, role)])
    return answersOf(reads, rows)
  }

  /**
   * Runs a change that belongs to no dossier yet, or starts one, in one transaction.
   *
   * @throws As `list`, and whatever `work` throws, after which nothing has happened.
   */
  change<T>(authority: Authority, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.#transact(authority, null, async (connection, role) => {
      const { keys } = this.#parts
      const tx = new Transaction(connection, role, authority.organisation, keys)
      const result = await work(tx)
      await tx.storeKeys()
      return result
    })
  }

  /**
   * Opens a dossier, which is in the ledger whatever comes of it, and changes it in one transaction
   * that is on disk before this returns.
   *
   * @throws As `open`, and whatever `work` throws, after which nothing has changed.
   */
  async changeDossier<T>(
    authority: Authority,
    dossierId: string,
    work: (tx: OpenedDossier) => Promise<T>,
  ): Promise<T> {
    const key = this.#parts.keys.read(authority.organisation, dossierId)
    key.catch(() => undefined)
    const line = await this.#parts.openings.open(authority, dossierId)
    return this.#transact(authority, line, async (connection, role) => {
      const opening = new Opening(authority.organisation, dossierId, await key)
      return work(new OpenedDossier(connection, role, opening))
    })
  }

  /**
   * Opens many dossiers, each in the ledger, and changes them in one transaction: for what is done
   * to each alike, such as two thousand verifications. What it cannot open it leaves out. Content
   * is not sealed here: a change that seals opens one dossier.
   *
   * @param change The queries for one dossier, each run while that one is open.
   * @returns Of each dossier that was opened, the rows of each of its queries.
   * @throws As `list`; `TOO_MANY` above 2,500 dossiers; whatever a query is refused with, after
   * which nothing has changed.
   */
  async changeDossiers<Q extends Query>(
    authority: Authority,
    dossierIds: readonly string[],
    change: (dossierId: string) => readonly Q[],
  ): Promise<ReadonlyMap<string, readonly RowsOf<Q>[]>> {
    if (dossierIds.length > MANY_LIMIT) throw new AppError('TOO_MANY')
    const lines = await this.#parts.openings.openMany(authority, dossierIds)
    return this.#transact(authority, null, (connection, role) =>
      changeMany(connection, { authority, role, lines }, change),
    )
  }

  /**
   * As `changeDossiers`, for work that seals, or that depends on what it reads: one dossier after
   * the other, in one transaction.
   *
   * @returns What the work returned, of each dossier that was opened.
   * @throws As `changeDossiers`, and whatever `work` throws.
   */
  async changeEachDossier<T>(
    authority: Authority,
    dossierIds: readonly string[],
    work: (tx: OpenedDossier) => Promise<T>,
  ): Promise<ReadonlyMap<string, T>> {
    if (dossierIds.length > MANY_LIMIT) throw new AppError('TOO_MANY')
    const { keys, openings } = this.#parts
    const lines = await openings.openMany(authority, dossierIds)
    const opened = await Promise.all(
      [...lines].map(async ([dossierId, line]) => {
        const key = await keys.read(authority.organisation, dossierId)
        return { line, opening: new Opening(authority.organisation, dossierId, key) }
      }),
    )
    return this.#transact(authority, null, (connection, role) =>
      changeEach(connection, { authority, role, opened }, work),
    )
  }

  /** What is short goes along with the opening; what is long goes beside others, on the lanes. */
  async #openAndSend(
    authority: Authority,
    dossierId: string,
    statements: readonly Statement[],
  ): Promise<Row[][]> {
    const { openings } = this.#parts
    if (statements.length <= SHORT) return openings.read(authority, dossierId, statements)
    const line = await openings.open(authority, dossierId)
    const [, ...rows] = await this.#send([openedStatement(authority, line), ...statements])
    return rows
  }

  /** Unseals what queries say is sealed outside dossiers. */
  async #unseal(organisation: string, reads: Reads, rows: readonly Row[][]): Promise<void> {
    const { keys } = this.#parts
    const each = Object.values(reads).map((query, index) =>
      query.sealed ? [unsealCells({ keys, organisation }, rows[index] ?? [], query.sealed)] : [],
    )
    await Promise.all(each.flat())
  }

  async #send(statements: readonly Statement[]): Promise<Row[][]> {
    const batch = new Batch(statements)
    try {
      return await this.#parts.lanes.send(batch)
    } catch (error) {
      // A refusal at the entry explains the failure of what came after it.
      const [first] = batch.rowsBefore
      if (first?.[0] && 'outcome' in first[0]) expectEntry(first)
      throw toAppError(error)
    }
  }

  async #transact<T>(
    authority: Authority,
    opening: string | null,
    work: (connection: Connection, role: string) => Promise<T>,
  ): Promise<T> {
    return withConnection(this.#parts.pool, async (connection) => {
      const begin: Statement = { name: 'begin', text: 'begin', values: [] }
      const batch = new Batch([begin, beginStatement(authority, opening)])
      connection.query(batch)
      try {
        const [, first] = await batch.result
        if (opening === null) expectEntry(first)
        const result = await work(connection, roleOf(authority))
        await connection.query('commit')
        return result
      } catch (error) {
        await connection.query('rollback').catch(() => undefined)
        throw toAppError(error)
      }
    })
  }
}

/** Statements: those that go along with openings of one moment are answered one after the other. */
const SHORT = 4
/** More than one person looks through at a time, and less than ten seconds of work. */
const MANY_LIMIT = 2_500

function beginStatement(authority: Authority, opening: string | null): Statement {
  return opening === null ? entryStatement(authority) : openedStatement(authority, opening)
}

/** The schema of an organisation, which is also the name of its base role. */
export function schemaOf(organisation: string): string {
  return `org_${organisation}`
}

function statementsOf(reads: Reads, role: string): Statement[] {
  return Object.values(reads).map((query) => toStatement(query, role))
}

function answersOf<R extends Reads>(reads: R, rows: readonly Row[][]): Answers<R> {
  const entries = Object.keys(reads).map((name, index) => [name, rows[index] ?? []] as const)
  // The rows are typed by the queries that asked for them; PostgreSQL answered those in order.
  return Object.fromEntries(entries) as Answers<R>
}

function rowCount(answers: Readonly<Record<string, unknown>>): number {
  return Object.values(answers).reduce<number>(
    (sum, rows) => sum + (Array.isArray(rows) ? rows.length : 0),
    0,
  )
}

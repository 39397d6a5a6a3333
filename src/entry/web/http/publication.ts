import { AppError } from '#kernel/error.ts'
import { parseStatement, type Statement } from '#statement/index.ts'
import { from } from '#store/query.ts'
import { type StatementSource, toStatementFolder } from '#store/statement-files.ts'
import type { Store } from '#store/store.ts'

const FRESH_MS = 5_000

export interface PublishedVersion {
  readonly version: number
  /** The day from which it holds, `2026-09-01`. */
  readonly inForce: string
  readonly appliedAt: Date
}

/** A version that was decided on and waits for its day. */
export interface AnnouncedVersion {
  readonly version: number
  /** The day from which it will hold. */
  readonly inForce: string
  /** Why it could not be made true, as a code; null when nothing is wrong. */
  readonly problem: string | null
}

/** The statement of an organisation as the database has it, parsed once a version. */
export class Publication {
  readonly #store: Store
  readonly #known = new Map<
    string,
    { readonly statement: Promise<Statement>; readonly until: number }
  >()
  readonly #parsed = new Map<string, Statement>()
  readonly #newest = new Map<string, Statement>()

  constructor(store: Store) {
    this.#store = store
  }

  /**
   * The statement that is in force: what was applied last.
   *
   * @throws `NOT_FOUND` when the organisation has none yet.
   */
  current(organisation: string): Promise<Statement> {
    const known = this.#known.get(organisation)
    if (known && known.until > Date.now()) return known.statement
    const statement = this.#readNewest(organisation)
    this.#known.set(organisation, { statement, until: Date.now() + FRESH_MS })
    statement.catch(() => this.#known.delete(organisation))
    return statement
  }

  /**
   * Whether the statement has an activity or a category, as far as it was read: for menus, which
   * wait for nothing and may be some seconds behind.
   */
  declares(organisation: string, word: string): boolean {
    const known = this.#newest.get(organisation)
    if ((this.#known.get(organisation)?.until ?? 0) < Date.now()) {
      this.current(organisation).catch(() => undefined)
    }
    if (!known) return true
    const { activities, categories } = known.declarations
    return Object.hasOwn(activities, word) || Object.hasOwn(categories, word)
  }

  /** Every version there was, the newest first. */
  async versions(organisation: string): Promise<PublishedVersion[]> {
    const { versions } = await this.#store.publicly(organisation, { versions: ALL_VERSIONS })
    return versions.map(({ version, in_force: inForce, applied_at: appliedAt }) => ({
      version,
      inForce,
      appliedAt,
    }))
  }

  /** The versions that wait for their day, the next one first. */
  async announced(organisation: string): Promise<AnnouncedVersion[]> {
    const { versions } = await this.#store.publicly(organisation, { versions: ANNOUNCED })
    return versions.map(({ version, in_force: inForce, problem }) => ({
      version,
      inForce,
      problem,
    }))
  }

  /** The versions that were announced and taken back before their day. */
  async retracted(organisation: string): Promise<AnnouncedVersion[]> {
    const { versions } = await this.#store.publicly(organisation, { versions: RETRACTED })
    return versions.map(({ version, in_force: inForce, problem }) => ({
      version,
      inForce,
      problem,
    }))
  }

  /**
   * One version, also a superseded one or one that waits for its day.
   *
   * @throws `NOT_FOUND`
   */
  async version(organisation: string, version: number): Promise<Statement> {
    const { found, waiting } = await this.#store.publicly(organisation, {
      found: from
        .selectFrom('statements')
        .select(['version', 'source'])
        .where('version', '=', version),
      waiting: from
        .selectFrom('publications')
        .select(['version', 'source'])
        .where('version', '=', version),
    })
    return this.#parse(organisation, found[0] ?? waiting[0])
  }

  async #readNewest(organisation: string): Promise<Statement> {
    const { found } = await this.#store.publicly(organisation, { found: NEWEST })
    const statement = this.#parse(organisation, found[0])
    this.#newest.set(organisation, statement)
    return statement
  }

  #parse(organisation: string, row: { version: number; source: unknown } | undefined): Statement {
    if (!row) throw new AppError('NOT_FOUND')
    // The column holds what `apply` was given.
    const source = row.source as StatementSource
    const key = `${organisation} ${JSON.stringify(source)}`
    const known = this.#parsed.get(key)
    if (known) return known
    const { statement } = parseStatement(toStatementFolder(organisation, source))
    if (!statement) throw new AppError('NOT_FOUND')
    this.#parsed.set(key, statement)
    return statement
  }
}

const NEWEST = from
  .selectFrom('statements')
  .select(['version', 'source'])
  .orderBy('applied_at', 'desc')
  .limit(1)

const ANNOUNCED = from
  .selectFrom('publications')
  .select(['version', 'in_force', 'problem'])
  .where('applied_at', 'is', null)
  .where('retracted_at', 'is', null)
  .orderBy('version')
  .limit(50)

const RETRACTED = from
  .selectFrom('publications')
  .select(['version', 'in_force', 'problem'])
  .where('retracted_at', 'is not', null)
  .orderBy('version')
  .limit(50)

/** With when each first became true: an upgrade and a backup brought back make it so again. */
const ALL_VERSIONS = from
  .selectFrom('statements as s')
  .leftJoin('publications as p', 'p.version', 's.version')
  .select((eb) => [
    's.version',
    's.in_force',
    eb.fn.coalesce('p.applied_at', 's.applied_at').as('applied_at'),
  ])
  .orderBy('s.version', 'desc')
  .limit(200)

import { type Kysely, sql } from 'kysely'
import { toAppError } from './errors.ts'
import type { PlatformTables } from './platform-tables.ts'
import { type Pool, withConnection } from './pool.ts'
import { from, type Query, type RowsOf, written } from './query.ts'
import { runQuery } from './run-query.ts'

/** Builds queries on the platform's tables; nothing is sent until a `Platform` is given them. */
// The builder has no connection: which tables it knows is a matter of types alone.
export const fromPlatform = from.withSchema('gestand') as unknown as Kysely<PlatformTables>

/** Whatever runs queries inside a transaction. */
export interface Runner {
  run<Q extends Query>(query: Q): Promise<RowsOf<Q>>
}

/**
 * The door to what an installation has once: accounts, sessions and mail that waits. It signs in as
 * `gestand_accounts` or `gestand_worker`, which reach no organisation's data, and never as the
 * application.
 */
export class Platform implements Runner {
  readonly #pool: Pool

  constructor(pool: Pool) {
    this.#pool = pool
  }

  /**
   * Runs one query, which is a transaction of its own.
   *
   * @throws The codes of the store: `DUPLICATE`, `INVALID`, `CONFLICT`, `NOT_DECLARED`; and what
   * functions raise.
   */
  run<Q extends Query>(query: Q): Promise<RowsOf<Q>> {
    return withConnection(this.#pool, async (connection) => {
      try {
        return await runQuery(connection, 'platform', query)
      } catch (error) {
        throw toAppError(error)
      }
    })
  }

  /**
   * Runs `work` in one transaction: all of it, or nothing.
   *
   * @throws As `run`, and whatever `work` throws.
   */
  change<T>(work: (tx: Runner) => Promise<T>): Promise<T> {
    return withConnection(this.#pool, async (connection) => {
      await connection.query('begin')
      try {
        const result = await work({ run: (query) => runQuery(connection, 'platform', query) })
        await connection.query('commit')
        return result
      } catch (error) {
        await connection.query('rollback').catch(() => undefined)
        throw toAppError(error)
      }
    })
  }

  /** Closes the connections. */
  async close(): Promise<void> {
    await this.#pool.end()
  }
}

/** The organisations of this installation: short name, and the name under which people know it. */
export const organisations = written(
  sql<{
    id: string
    label: string
  }>`select id, name as label from gestand.organisations
    order by created_at, id`,
)

/** Whether a backup is being brought back, so that nobody can sign in. */
export const restoring = written(
  sql<{ restoring: boolean }>`select gestand.restoring() as restoring`,
)

import { toAppError } from '#store/errors.ts'
import { proofRole } from '#store/organisation.ts'
import { quoted } from '#store/owner.ts'
import { type Connection, type Pool, withConnection } from '#store/pool.ts'
import type { Query, RowsOf } from '#store/query.ts'
import { runQuery } from '#store/run-query.ts'
import { schemaOf } from '#store/store.ts'

/**
 * A transaction in the role of checks: it sees the whole organisation at one moment, and contents
 * nowhere.
 */
export class ProofTransaction {
  readonly organisation: string
  readonly #connection: Connection

  constructor(connection: Connection, organisation: string) {
    this.#connection = connection
    this.organisation = organisation
  }

  run<Q extends Query>(query: Q): Promise<RowsOf<Q>> {
    return runQuery(this.#connection, proofRole(this.organisation), query)
  }

  /**
   * Asks one of the functions `evidence_…`, which tell checks who had access, when and by what. The
   * login of the worker may ask them, no role of an organisation may.
   */
  async evidence<Q extends Query>(query: Q): Promise<RowsOf<Q>> {
    await this.#connection.query('set local role none')
    const rows = await runQuery(this.#connection, 'evidence', query)
    await this.#connection.query(`set local role ${quoted(proofRole(this.organisation))}`)
    return rows
  }

  /** Answers SQL as it is written, for what the store asks of the catalogue of PostgreSQL. */
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }> {
    return this.#connection.query(text, values)
  }
}

/**
 * Runs `work` in the role of checks, with one snapshot from beginning to end.
 *
 * @param worker Connections with the login of the worker.
 * @throws `CONFLICT` or `DUPLICATE` when another did the same at the same moment; nothing has
 *   happened then.
 */
export function inProof<T>(
  worker: Pool,
  organisation: string,
  work: (tx: ProofTransaction) => Promise<T>,
): Promise<T> {
  return withConnection(worker, async (connection) => {
    try {
      await connection.query(
        `begin isolation level repeatable read;
         set local role ${quoted(proofRole(organisation))};
         set local search_path to ${quoted(schemaOf(organisation))}`,
      )
      const result = await work(new ProofTransaction(connection, organisation))
      await connection.query('commit')
      return result
    } catch (error) {
      await connection.query('rollback').catch(() => undefined)
      throw toAppError(error)
    }
  })
}

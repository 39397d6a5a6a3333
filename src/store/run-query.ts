import type { ClientBase } from 'pg'
import { Batch } from './batch.ts'
import { type Query, type RowsOf, toStatement } from './query.ts'

/** Sends one query on a connection that has entered. */
export async function runQuery<Q extends Query>(
  connection: ClientBase,
  role: string,
  query: Q,
): Promise<RowsOf<Q>> {
  const batch = new Batch([toStatement(query, role)])
  connection.query(batch)
  const [rows] = await batch.result
  // The rows are typed by the query that asked for them.
  return (rows ?? []) as RowsOf<Q>
}

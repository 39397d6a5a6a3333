import type { Authority } from '#kernel/authority.ts'
import { Batch, type Statement } from './batch.ts'
import { openedStatement } from './entering.ts'
import { OpenedDossier, type Opening } from './opened-dossier.ts'
import type { Connection } from './pool.ts'
import { type Query, type RowsOf, toStatement } from './query.ts'

interface Many {
  readonly authority: Authority
  readonly role: string
  /** The line of the ledger that opens each dossier. */
  readonly lines: ReadonlyMap<string, string>
}

/** Dossiers whose statements go out together: what the server answers is read before more goes. */
const ROUND = 250

/**
 * Runs the queries for each of many opened dossiers, one dossier open at a time, in the transaction
 * under way: a round trip for every 250.
 */
export async function changeMany<Q extends Query>(
  connection: Connection,
  { authority, role, lines }: Many,
  change: (dossierId: string) => readonly Q[],
): Promise<ReadonlyMap<string, readonly RowsOf<Q>[]>> {
  const answers = new Map<string, readonly RowsOf<Q>[]>()
  const opened = [...lines]
  for (let at = 0; at < opened.length; at += ROUND) {
    const round = opened.slice(at, at + ROUND).map(([dossierId, line]) => ({
      dossierId,
      open: openedStatement(authority, line),
      queries: change(dossierId).map((query) => toStatement(query, role)),
    }))
    const batch = new Batch(round.flatMap(({ open, queries }): Statement[] => [open, ...queries]))
    connection.query(batch)
    const rows = await batch.result
    let place = 0
    for (const { dossierId, queries } of round) {
      // The rows are typed by the queries that asked for them; PostgreSQL answered in order.
      answers.set(dossierId, rows.slice(place + 1, place + 1 + queries.length) as RowsOf<Q>[])
      place += 1 + queries.length
    }
  }
  return answers
}

interface Each {
  readonly authority: Authority
  readonly role: string
  readonly opened: readonly { readonly line: string; readonly opening: Opening }[]
}

/** Does the work in each of many opened dossiers, one at a time, in the transaction under way. */
export async function changeEach<T>(
  connection: Connection,
  { authority, role, opened }: Each,
  work: (tx: OpenedDossier) => Promise<T>,
): Promise<ReadonlyMap<string, T>> {
  const answers = new Map<string, T>()
  for (const { line, opening } of opened) {
    const open = new Batch([openedStatement(authority, line)])
    connection.query(open)
    await open.result
    answers.set(opening.dossierId, await work(new OpenedDossier(connection, role, opening)))
  }
  return answers
}

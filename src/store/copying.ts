import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { type Owner, quoted } from './owner.ts'

/** Rows on their way out, in the text that COPY writes: a line for each. */
export interface CopiedRows {
  /** To be read to its end before anything else is asked of the connection. */
  readonly content: AsyncIterable<Buffer>
  /** How many rows there were, once the content was read. */
  count(): Promise<number>
}

/**
 * Streams rows out of the database.
 *
 * @param source What `copy` takes: a table with its columns, or a query in parentheses.
 */
export function copyOut(owner: Owner, source: string): CopiedRows {
  const copy = owner.query(copyTo(`copy ${source} to stdout`))
  return {
    content: copy,
    count: async () => {
      // The server says how many there were after the last of them: by the next answer it has.
      await owner.query('select')
      return copy.rowCount
    },
  }
}

/**
 * Streams rows into a table.
 *
 * @param table Its name, quoted.
 * @returns How many rows there were.
 */
export async function copyIn(
  owner: Owner,
  table: string,
  { columns, content }: { columns: readonly string[]; content: AsyncIterable<Buffer> },
): Promise<number> {
  const list = columns.map(quoted).join(', ')
  const copy = owner.query(copyFrom(`copy ${table} (${list}) from stdin`))
  await pipeline(Readable.from(content, { objectMode: false }), copy)
  return copy.rowCount
}

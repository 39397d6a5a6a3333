import { sql } from 'kysely'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { written } from '#store/query.ts'
import { release } from '#store/sealing.ts'
import { PART_BYTES } from '#store/spool.ts'

/** Answers of a megabyte would cost the driver eight in passing. */
const PIECE_BYTES = PART_BYTES / 8

/** Where files stand: a table with parts, and its column with the id of the file. */
export interface FileTable {
  readonly table: string
  readonly column: string
}

/** The files of documents. */
export const DOCUMENT_FILES: FileTable = { table: 'document_contents', column: 'document_id' }

/**
 * Unseals what a table holds of a file, part by part, with one part in memory. A part is good until
 * the next is asked for.
 *
 * @throws `UNREADABLE` when a byte of it changed.
 */
export async function* unsealParts(
  tx: OpenedDossier,
  files: FileTable,
  fileId: string,
): AsyncGenerator<Buffer> {
  for (let part = 0; ; part += 1) {
    const pieces = await readPieces(tx, { ...files, fileId, part })
    const sealed = Buffer.concat(pieces)
    if (sealed.length === 0) return
    const plain = tx.opening.unsealBytes(`${files.table}.body`, sealed)
    for (const bytes of [sealed, ...pieces]) release(bytes)
    yield plain
    release(plain)
  }
}

interface Place extends FileTable {
  readonly fileId: string
  readonly part: number
}

async function readPieces(
  tx: OpenedDossier,
  { table, column, fileId, part }: Place,
): Promise<Buffer[]> {
  const pieces: Buffer[] = []
  for (let from = 1; ; from += PIECE_BYTES) {
    const [row] = await tx.run(
      written(sql<{ piece: Buffer }>`
        select substring(body from ${from}::integer for ${PIECE_BYTES}::integer) as piece
        from ${sql.table(table)} where ${sql.ref(column)} = ${fileId}
          and dossier_id = ${tx.dossierId} and part = ${part}`),
    )
    if (row) pieces.push(row.piece)
    if (!row || row.piece.length < PIECE_BYTES) return pieces
  }
}

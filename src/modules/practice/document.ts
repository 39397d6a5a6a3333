import { randomUUID } from 'node:crypto'
import { AppError } from '#kernel/error.ts'
import type { Access } from '#store/access.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { from } from '#store/query.ts'
import { selectReadable } from '#store/readable.ts'
import { release } from '#store/sealing.ts'
import { Spool } from '#store/spool.ts'
import type { ReceivedFile } from './received-file.ts'
import { withinCategories } from './refusal.ts'
import { DOCUMENT_FILES, unsealParts } from './stored-part.ts'
import { sealSource } from './files/value-source.ts'
import type { DocumentCategory, Placed, Provenance } from './words.ts'

/** Longest title, in characters. */
export const TITLE_LIMIT = 200

export interface NewDocument extends Provenance, Placed {
  /** UUID of the form. */
  readonly id?: string
  readonly category: DocumentCategory
  /** At most 200 characters. */
  readonly title: string
  readonly file: ReceivedFile
}

/**
 * Stores a file in the opened dossier, sealed part by part. Returns its id.
 *
 * @throws `CATEGORY_BARRED`, `DOSSIER_CLOSED`; `DUPLICATE` when this form was sent before.
 */
export async function addDocument(tx: OpenedDossier, document: NewDocument): Promise<string> {
  const { id = randomUUID(), category, title, source, sourceName, channel, file } = document
  const { dossierId } = tx
  await withinCategories(
    tx.run(
      from.insertInto('documents').values({
        id,
        dossier_id: dossierId,
        category,
        title: tx.seal('documents.title', title),
        media_type: file.mediaType,
        bytes: file.bytes,
        digest: file.digest,
        source,
        ...sealSource(tx, 'documents', sourceName),
        channel,
        ...(document.placed && { file: document.placed }),
      }),
    ),
  )
  let part = 0
  for await (const plain of file.parts()) {
    const body = tx.seal('document_contents.body', plain)
    await tx.run(
      from
        .insertInto('document_contents')
        .values({ document_id: id, dossier_id: dossierId, category, part, body }),
    )
    release(body)
    part += 1
  }
  return id
}

/**
 * Removes a document with its content.
 *
 * @throws `NOT_FOUND`
 */
export async function removeDocument(tx: OpenedDossier, id: string): Promise<void> {
  const removed = await tx.run(
    from
      .deleteFrom('documents')
      .where('id', '=', id)
      .where('dossier_id', '=', tx.dossierId)
      .returning('id'),
  )
  if (removed.length === 0) throw new AppError('NOT_FOUND')
}

/** A document that was unsealed, outside memory until it is let go. */
export interface DocumentFile {
  readonly title: string
  readonly mediaType: string
  readonly content: Spool
}

/**
 * Unseals a document of the opened dossier part by part, and compares it with its digest: what
 * comes out is what was put in.
 *
 * @throws `NOT_FOUND`; `UNREADABLE` when a byte of it changed, or a part is missing or of another
 * document.
 */
export async function readDocumentFile(
  tx: OpenedDossier,
  access: Access,
  documentId: string,
): Promise<DocumentFile> {
  const [row] = await tx.run(
    selectReadable(access, 'documents', {
      needs: ['id', 'title', 'media_type', 'digest'],
      where: { id: documentId, dossier_id: tx.dossierId },
    }),
  )
  if (!row) throw new AppError('NOT_FOUND')
  const content = await Spool.fill(unsealParts(tx, DOCUMENT_FILES, documentId))
  if (!content.digest.equals(row.digest)) {
    await content.discard()
    throw new AppError('UNREADABLE')
  }
  return { title: tx.unseal('documents.title', row.title), mediaType: row.media_type, content }
}

import { createHash, randomUUID } from 'node:crypto'
import { AppError } from '#kernel/error.ts'
import type { Access } from '#store/access.ts'
import type { OpenedDossier, Opening } from '#store/opened-dossier.ts'
import { from, type RowsOf } from '#store/query.ts'
import { type ReadableRow, selectReadable } from '#store/readable.ts'
import type { ReceivedFile } from './received-file.ts'
import { withinCategories } from './refusal.ts'
import type { ContentCategory, Provenance } from './words.ts'

/** Longest title, in characters. */
export const TITLE_LIMIT = 200

export interface NewDocument extends Provenance {
  /** UUID of the form. */
  readonly id?: string
  readonly category: ContentCategory
  /** At most 200 characters. */
  readonly title: string
  readonly file: ReceivedFile
}

/**
 * Stores a file in the opened dossier, sealed part by part. Returns its id.
 *
 * @throws `CATEGORY_BARRED`, `DOSSIER_CLOSED`; `DUPLICATE` when this form was sent before.
 */
export async function addDocument(
  tx: OpenedDossier,
  { id = randomUUID(), category, title, source, channel, file }: NewDocument,
): Promise<string> {
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
        channel,
      }),
    ),
  )
  for (const [part, plain] of file.parts.entries()) {
    const body = tx.seal(BODY, plain)
    await tx.run(
      from
        .insertInto('document_contents')
        .values({ document_id: id, dossier_id: dossierId, category, part, body }),
    )
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

/** A document that was unsealed. */
export interface DocumentFile {
  readonly title: string
  readonly mediaType: string
  readonly bytes: Buffer
}

/** What `readDocumentFile` needs of an opened dossier: one document and its content. */
export function documentFileReads(
  access: Access,
  dossierId: string,
  documentId: string,
): DocumentFileReads {
  return buildReads(access, dossierId, documentId)
}

export type DocumentFileReads = ReturnType<typeof buildReads>

function buildReads(access: Access, dossierId: string, documentId: string) {
  return {
    documents: selectReadable(access, 'documents', {
      needs: ['id', 'title', 'media_type', 'bytes', 'digest'],
      where: { id: documentId, dossier_id: dossierId },
    }),
    contents: selectReadable(access, 'document_contents', {
      needs: ['part', 'body'],
      where: { document_id: documentId, dossier_id: dossierId },
    }),
  }
}

/**
 * Unseals a document and compares it with its digest: what comes out is what was put in.
 *
 * @throws `NOT_FOUND`; `UNREADABLE` when a byte of it changed, or a part is missing or of another
 * document.
 */
export function readDocumentFile(
  opening: Opening,
  answers: { readonly [Name in keyof DocumentFileReads]: RowsOf<DocumentFileReads[Name]> },
): DocumentFile {
  const [row] = answers.documents
  if (!row) throw new AppError('NOT_FOUND')
  const bytes = unsealParts(opening, answers.contents)
  const digest = createHash('sha256').update(bytes).digest()
  if (!digest.equals(row.digest)) throw new AppError('UNREADABLE')
  return {
    title: opening.unseal('documents.title', row.title),
    mediaType: row.media_type,
    bytes,
  }
}

const BODY = 'document_contents.body'

type ContentRow = ReadableRow<'document_contents', 'part' | 'body', never>

function unsealParts(opening: Opening, rows: readonly ContentRow[]): Buffer {
  const parts = rows.toSorted((a, b) => a.part - b.part)
  return Buffer.concat(parts.map(({ body }) => opening.unsealBytes(BODY, body)))
}

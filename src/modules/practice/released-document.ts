import { AppError } from '#kernel/error.ts'
import type { Opening } from '#store/opened-dossier.ts'
import { from, type RowsOf } from '#store/query.ts'
import type { DocumentFile } from './document.ts'

const RELEASED_LIMIT = 500

/**
 * Documents that clients let go to the parties of whoever asks, the newest first. In activity
 * `accountability`.
 */
export const releasedDocuments = from
  .selectFrom('disclosures as r')
  .innerJoin('dossiers as d', 'd.id', 'r.dossier_id')
  .select(['r.id', 'r.dossier_id', 'r.title', 'r.about', 'r.disclosed_at', 'd.kind'])
  .orderBy('r.disclosed_at', 'desc')
  .limit(RELEASED_LIMIT)

/** What `readReleasedDocument` needs of an opened dossier. */
export function releasedDocumentReads(
  dossierId: string,
  disclosureId: string,
): ReleasedDocumentReads {
  return buildReads(dossierId, disclosureId)
}

export type ReleasedDocumentReads = ReturnType<typeof buildReads>

function buildReads(dossierId: string, disclosureId: string) {
  return {
    disclosures: from
      .selectFrom('disclosures')
      .select(['title', 'about', 'disclosed_at'])
      .where('id', '=', disclosureId)
      .where('dossier_id', '=', dossierId),
    parts: from
      .selectFrom('disclosed_documents')
      .select(['media_type', 'body'])
      .where('disclosure_id', '=', disclosureId)
      .where('dossier_id', '=', dossierId)
      .orderBy('part'),
  }
}

export interface ReleasedDocument extends DocumentFile {
  /** The client's name. */
  readonly about: string
  readonly disclosedAt: Date
}

/**
 * Unseals a document that was let go.
 *
 * @throws `NOT_FOUND` also when the client withdrew.
 */
export function readReleasedDocument(
  opening: Opening,
  answers: { readonly [Name in keyof ReleasedDocumentReads]: RowsOf<ReleasedDocumentReads[Name]> },
): ReleasedDocument {
  const [row] = answers.disclosures
  const [first] = answers.parts
  if (!row || !first) throw new AppError('NOT_FOUND')
  return {
    title: row.title,
    about: row.about,
    disclosedAt: row.disclosed_at,
    mediaType: first.media_type,
    bytes: Buffer.concat(
      answers.parts.map(({ body }) => opening.unsealBytes('disclosed_documents.body', body)),
    ),
  }
}

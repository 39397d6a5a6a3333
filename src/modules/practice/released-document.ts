import { sql } from 'kysely'
import { AppError } from '#kernel/error.ts'
import type { OpenedDossier, Opening } from '#store/opened-dossier.ts'
import { from, type RowsOf, type WrittenQuery, written } from '#store/query.ts'
import { Spool } from '#store/spool.ts'
import type { DocumentFile } from './document.ts'
import { type FileTable, unsealParts } from './stored-part.ts'

/** Released documents on a page. */
export const RELEASED_PAGE = 50
const RELEASED_FILES: FileTable = { table: 'disclosed_documents', column: 'disclosure_id' }

/** A document that a client let go to a party of whoever asks. */
export interface ReleasedLine {
  readonly id: string
  readonly dossier_id: string
  readonly title: string
  /** The client's name. */
  readonly about: string
  readonly disclosed_at: Date
  readonly kind: string
  /** How many were found in all. */
  readonly total: number
}

/**
 * Documents that clients let go to the parties of whoever asks, the newest first. In activity
 * `accountability`.
 *
 * @param search A part of a title or of a client's name; empty finds all.
 * @param page Counted from 1.
 */
export function listReleased({
  search,
  page,
}: {
  readonly search: string
  readonly page: number
}): WrittenQuery<ReleasedLine> {
  return written(sql<ReleasedLine>`
    select r.id, r.dossier_id, r.title, r.about, r.disclosed_at, d.kind,
      (count(*) over ())::integer as total
    from disclosures r join dossiers d on d.id = r.dossier_id
    where strpos(lower(concat_ws(E'\\n', r.about, r.title)), lower(${search})) > 0
    order by r.disclosed_at desc, r.id
    limit ${RELEASED_PAGE} offset ${(page - 1) * RELEASED_PAGE}`)
}

/** A second part tells of more than one. */
const PARTS_LIMIT = 2

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
      .orderBy('part')
      .limit(PARTS_LIMIT),
  }
}

/** A document that was let go, as a page shows it. */
export interface ReleasedDocument {
  readonly title: string
  /** The client's name. */
  readonly about: string
  readonly disclosedAt: Date
  readonly mediaType: string
  /** All that it holds, where that is one part of at most 1 MB. */
  readonly short?: Buffer
}

/**
 * Tells of a document that was let go, and unseals it if it is short.
 *
 * @throws `NOT_FOUND` also when the client withdrew.
 */
export function readReleasedDocument(
  opening: Opening,
  answers: { readonly [Name in keyof ReleasedDocumentReads]: RowsOf<ReleasedDocumentReads[Name]> },
): ReleasedDocument {
  const [row] = answers.disclosures
  const [first, second] = answers.parts
  if (!row || !first) throw new AppError('NOT_FOUND')
  return {
    title: row.title,
    about: row.about,
    disclosedAt: row.disclosed_at,
    mediaType: first.media_type,
    ...(!second && { short: opening.unsealBytes('disclosed_documents.body', first.body) }),
  }
}

/**
 * Unseals a document that was let go, part by part.
 *
 * @throws `NOT_FOUND` also when the client withdrew.
 */
export async function readReleasedFile(
  tx: OpenedDossier,
  disclosureId: string,
): Promise<DocumentFile> {
  const { disclosures, parts } = buildReads(tx.dossierId, disclosureId)
  const [row] = await tx.run(disclosures)
  const [first] = await tx.run(parts.limit(1))
  if (!row || !first) throw new AppError('NOT_FOUND')
  const content = await Spool.fill(unsealParts(tx, RELEASED_FILES, disclosureId))
  return { title: row.title, mediaType: first.media_type, content }
}

import type { Opening } from '#store/opened-dossier.ts'
import type { DossierRows } from './dossier-reads.ts'
import type { Actor, Actors } from './actors.ts'
import type {
  Channel,
  ContentCategory,
  DocumentCategory,
  FileOfClient,
  Provenance,
  Source,
} from './words.ts'

export interface NoteView extends Provenance {
  readonly id: string
  readonly category: ContentCategory
  readonly body: string
  readonly placed: FileOfClient
  readonly writtenBy: Actor
  readonly writtenAt: Date
}

export interface DocumentView extends Partial<Provenance> {
  readonly id: string
  readonly category: DocumentCategory
  readonly title: string
  readonly mediaType: string
  readonly bytes: number
  readonly placed?: FileOfClient
  readonly addedBy?: Actor
  readonly addedAt?: Date
}

/** The notes of an opened dossier, the newest first. */
export function readNotes(
  opening: Opening,
  { notes }: Pick<DossierRows, 'notes'>,
  actors: Actors,
): NoteView[] {
  return notes
    .map((row) => ({
      id: row.id,
      category: row.category as ContentCategory, // a policy takes no other word
      body: opening.unseal('notes.body', row.body),
      source: row.source as Source, // the table takes no other words
      ...sourceName(opening, 'notes', row),
      channel: row.channel as Channel,
      placed: row.file as FileOfClient,
      writtenBy: actors.who(row.written_by),
      writtenAt: row.written_at,
    }))
    .toSorted((a, b) => b.writtenAt.getTime() - a.writtenAt.getTime())
}

/** The documents of an opened dossier without their content, the newest first. */
export function readDocuments(
  opening: Opening,
  { documents }: Pick<DossierRows, 'documents'>,
  actors: Actors,
): DocumentView[] {
  return documents
    .map((row) => ({
      id: row.id,
      category: row.category as DocumentCategory, // a policy takes no other word
      title: opening.unseal('documents.title', row.title),
      mediaType: row.media_type,
      bytes: row.bytes,
      ...(row.source !== undefined && { source: row.source as Source }), // as in the table
      ...sourceName(opening, 'documents', row),
      ...(row.file !== undefined && { placed: row.file as FileOfClient }),
      ...(row.channel !== undefined && { channel: row.channel as Channel }),
      ...(row.added_by !== undefined && { addedBy: actors.who(row.added_by) }),
      ...(row.added_at !== undefined && { addedAt: row.added_at }),
    }))
    .toSorted((a, b) => (b.addedAt?.getTime() ?? 0) - (a.addedAt?.getTime() ?? 0))
}

function sourceName(
  opening: Opening,
  table: 'notes' | 'documents',
  row: { readonly source_name?: Buffer | null },
): { sourceName?: string } {
  if (!row.source_name) return {}
  return { sourceName: opening.unseal(`${table}.source_name`, row.source_name) }
}

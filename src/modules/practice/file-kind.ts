import { ReadableStream } from 'node:stream/web'
import { fileTypeFromBuffer, fileTypeFromStream } from 'file-type'
import { AppError } from '#kernel/error.ts'

/** A kind of file that is taken. */
export interface FileKind {
  readonly mediaType: string
  /** Endings of names, the first being the one that a download gets. */
  readonly endings: readonly string[]
  /** An archive, of which only what is in it tells the kind. */
  readonly archive?: true
}

const TEXT: FileKind = { mediaType: 'text/plain', endings: ['txt'] }
const EMAIL: FileKind = { mediaType: 'message/rfc822', endings: ['eml'] }
const OFFICE = 'application/vnd.openxmlformats-officedocument'

/** The kinds of files that are taken: nothing that runs, and nothing that a browser would run. */
const KINDS: readonly FileKind[] = [
  { mediaType: 'application/pdf', endings: ['pdf'] },
  { mediaType: `${OFFICE}.wordprocessingml.document`, endings: ['docx'], archive: true },
  { mediaType: `${OFFICE}.spreadsheetml.sheet`, endings: ['xlsx'], archive: true },
  { mediaType: 'application/vnd.oasis.opendocument.text', endings: ['odt'], archive: true },
  { mediaType: 'image/png', endings: ['png'] },
  { mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  TEXT,
  EMAIL,
]

/** Endings of the names of files that are taken: for the field where one is chosen. */
export const FILE_ENDINGS: readonly string[] = KINDS.flatMap(({ endings }) => endings)

/** What a file of this media type is called: `pdf`. */
export function endingOf(mediaType: string): string {
  return KINDS.find((kind) => kind.mediaType === mediaType)?.endings[0] ?? 'bin'
}

/**
 * The kind that a file says to be by its name.
 *
 * @throws `FILE_KIND_BARRED` for a kind that is not taken.
 */
export function kindNamed(name: string): FileKind {
  const ending = /\.([a-z0-9]+)$/i.exec(name.trim())?.[1]?.toLowerCase() ?? ''
  const kind = KINDS.find(({ endings }) => endings.includes(ending))
  if (!kind) throw new AppError('FILE_KIND_BARRED')
  return kind
}

/**
 * Control characters that no text has, in whatever encoding; tab, line feed, form feed and carriage
 * return are not among them.
 */
// oxlint-disable-next-line no-control-regex -- finding them is what this is for
const NOT_TEXT = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f\u007f]/
const HEADER_LINE = /^[\x21-\x39\x3b-\x7e]+:[ \t]/
const ARCHIVE_START = Buffer.from('PK\u0003\u0004')

/**
 * Compares a piece of a file with the kind that its name says: by its first bytes, or all of it for
 * text, which has no signature and is text when all of it reads as text.
 *
 * @param place The number of the piece, from 0.
 * @throws `FILE_DISGUISED` when content and name differ.
 */
export async function checkPiece(kind: FileKind, piece: Buffer, place: number): Promise<void> {
  if (!(await looksLike(kind, piece, place))) throw new AppError('FILE_DISGUISED')
}

async function looksLike(kind: FileKind, piece: Buffer, place: number): Promise<boolean> {
  if (kind === TEXT || kind === EMAIL) {
    const text = piece.toString('latin1')
    return !NOT_TEXT.test(text) && (kind === TEXT || place > 0 || HEADER_LINE.test(text))
  }
  if (place > 0) return true
  if (kind.archive) return piece.subarray(0, ARCHIVE_START.length).equals(ARCHIVE_START)
  return (await fileTypeFromBuffer(piece))?.mime === kind.mediaType
}

/**
 * Looks into a file of which the first bytes do not tell enough: programs put what says the kind
 * of an office document anywhere in it.
 *
 * @throws `FILE_DISGUISED`
 */
export async function checkWhole(
  kind: FileKind,
  pieces: () => AsyncGenerator<Buffer>,
): Promise<void> {
  if (!kind.archive) return
  const found = await fileTypeFromStream(ReadableStream.from<Uint8Array>(pieces()))
  if (found?.mime !== kind.mediaType) throw new AppError('FILE_DISGUISED')
}

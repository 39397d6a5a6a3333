import { fileTypeFromBlob } from 'file-type'
import { AppError } from '#kernel/error.ts'

interface FileKind {
  readonly mediaType: string
  /** Endings of names, the first being the one that a download gets. */
  readonly endings: readonly string[]
}

const TEXT: FileKind = { mediaType: 'text/plain', endings: ['txt'] }
const EMAIL: FileKind = { mediaType: 'message/rfc822', endings: ['eml'] }
const OFFICE = 'application/vnd.openxmlformats-officedocument'

/** The kinds of files that are taken: nothing that runs, and nothing that a browser would run. */
const KINDS: readonly FileKind[] = [
  { mediaType: 'application/pdf', endings: ['pdf'] },
  { mediaType: `${OFFICE}.wordprocessingml.document`, endings: ['docx'] },
  { mediaType: `${OFFICE}.spreadsheetml.sheet`, endings: ['xlsx'] },
  { mediaType: 'application/vnd.oasis.opendocument.text', endings: ['odt'] },
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
 * Finds out what a file is, by its content, and compares that with what its name says.
 *
 * @throws `FILE_KIND_BARRED` for a kind that is not taken, `FILE_DISGUISED` when content and name
 * differ.
 */
export async function detectKind(content: Blob, name: string): Promise<string> {
  const named = kindNamed(name)
  if (!named) throw new AppError('FILE_KIND_BARRED')
  if (named === TEXT || named === EMAIL) {
    if (await isText(content, named)) return named.mediaType
    throw new AppError('FILE_DISGUISED')
  }
  const found = await fileTypeFromBlob(content)
  if (found?.mime !== named.mediaType) throw new AppError('FILE_DISGUISED')
  return named.mediaType
}

function kindNamed(name: string): FileKind | undefined {
  const ending = /\.([a-z0-9]+)$/i.exec(name.trim())?.[1]?.toLowerCase() ?? ''
  return KINDS.find(({ endings }) => endings.includes(ending))
}

/**
 * Control characters that no text has; tab, line feed, form feed and carriage return are not
 * among them.
 */
// oxlint-disable-next-line no-control-regex -- finding them is what this is for
const NOT_TEXT = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f\u007f]/
const HEADER_LINE = /^[\x21-\x39\x3b-\x7e]+:[ \t]/
const WINDOWS = new TextDecoder('windows-1252')

/**
 * Text has no signature: it is text when all of it reads as text. An email begins with a header.
 */
async function isText(content: Blob, kind: FileKind): Promise<boolean> {
  const bytes = await content.bytes()
  const text = decode(bytes)
  if (NOT_TEXT.test(text)) return false
  return kind !== EMAIL || HEADER_LINE.test(text)
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return WINDOWS.decode(bytes)
  }
}

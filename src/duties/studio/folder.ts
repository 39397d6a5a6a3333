import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { AppError } from '#kernel/error.ts'
import type { StatementSource } from '#store/statement-files.ts'

/** The files of a statement, by name. */
const STATEMENT_FILES = ['statement.yaml', 'text.nl.md', 'text.en.md'] as const

/** Longest file of a statement, in bytes. */
const FILE_BYTES = 120_000
/** Longest upload: three files, or a zip of them. */
export const FOLDER_BYTES = 1_000_000

/** A file that was sent. */
export interface SentFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Packs a statement as a zip with one folder, as `gestand check` reads it. */
export function packFolder(source: StatementSource, folder: string): Uint8Array {
  const files: Record<string, Uint8Array> = {}
  for (const name of STATEMENT_FILES) files[`${folder}/${name}`] = strToU8(source[name] ?? '')
  return zipSync(files, { level: 6 })
}

/**
 * Reads the files of a statement, sent one by one or as a zip; others beside them are left out, and
 * so is the folder that they stand in.
 *
 * @throws `FOLDER_UNREADABLE` when there is no `statement.yaml`, or a file is too long.
 */
export function readSentFolder(sent: readonly SentFile[]): StatementSource {
  const files = sent.flatMap((file) => (file.name.endsWith('.zip') ? unpack(file) : [file]))
  const source = Object.fromEntries(
    STATEMENT_FILES.map((name) => {
      const file = files.find((each) => each.name.split('/').at(-1) === name)
      if (file && file.bytes.length > FILE_BYTES) throw new AppError('FOLDER_UNREADABLE')
      return [name, file ? plain(strFromU8(file.bytes)) : '']
    }),
  )
  if (!source['statement.yaml']) throw new AppError('FOLDER_UNREADABLE')
  return source
}

function unpack({ bytes }: SentFile): SentFile[] {
  try {
    const unzipped = unzipSync(bytes, {
      // What a zip says of a size is asked before anything is made of it.
      filter: ({ name, originalSize }) =>
        originalSize <= FILE_BYTES && STATEMENT_FILES.some((file) => name.endsWith(file)),
    })
    return Object.entries(unzipped).map(([name, content]) => ({ name, bytes: content }))
  } catch {
    throw new AppError('FOLDER_UNREADABLE')
  }
}

/** The statement as a next version: the same text with another number, from another day. */
export function asNextVersion(
  source: StatementSource,
  { version, inForce }: { readonly version: number; readonly inForce: string },
): StatementSource {
  const yaml = (source['statement.yaml'] ?? '')
    .replace(/^version:.*$/m, `version: ${version}`)
    .replace(/^in-force:.*$/m, `in-force: ${inForce}`)
  return { ...source, 'statement.yaml': yaml }
}

/** Without the mark that Windows puts first, with line breaks of one sign. */
function plain(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .replaceAll('\0', '')
}

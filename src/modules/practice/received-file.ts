import { createHash } from 'node:crypto'
import { AppError } from '#kernel/error.ts'
import { detectKind } from './file-kind.ts'

/** Largest file, in bytes: 25 MB. */
export const FILE_LIMIT = 26_214_400
/** Largest part in which a file is sealed and stored, in bytes: 1 MB. */
const PART_LIMIT = 1_048_576

/** A file that came in whole, was found to be what its name says, and can be stored. */
export interface ReceivedFile {
  /** Each of 1 MB, save for the last. */
  readonly parts: readonly Buffer[]
  readonly bytes: number
  /** SHA-256 of the whole. */
  readonly digest: Buffer
  readonly mediaType: string
}

/**
 * Receives a file before anything of it is stored. What is more than 25 MB is refused as soon as
 * that shows, and is read no further.
 *
 * @param name What it was called; only its ending is looked at.
 * @throws `FILE_EMPTY`, `FILE_TOO_LARGE`, `FILE_KIND_BARRED`, `FILE_DISGUISED`.
 */
export async function receiveFile(
  content: AsyncIterable<Uint8Array>,
  name: string,
): Promise<ReceivedFile> {
  const digest = createHash('sha256')
  const parts: Buffer<ArrayBuffer>[] = []
  let part = Buffer.alloc(0)
  let bytes = 0
  for await (const chunk of content) {
    bytes += chunk.length
    if (bytes > FILE_LIMIT) throw new AppError('FILE_TOO_LARGE')
    digest.update(chunk)
    part = Buffer.concat([part, chunk])
    while (part.length >= PART_LIMIT) {
      parts.push(Buffer.from(part.subarray(0, PART_LIMIT)))
      part = part.subarray(PART_LIMIT)
    }
  }
  if (part.length > 0) parts.push(part)
  if (bytes === 0) throw new AppError('FILE_EMPTY')
  const mediaType = await detectKind(new Blob(parts), name)
  return { parts, bytes, digest: digest.digest(), mediaType }
}

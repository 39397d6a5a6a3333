import { AppError } from '#kernel/error.ts'
import { Spool } from '#store/spool.ts'
import { checkPiece, checkWhole, type FileKind, kindNamed } from './file-kind.ts'

/** Largest file, in bytes: 25 MB. */
export const FILE_LIMIT = 26_214_400

/**
 * A file that came in whole, was found to be what its name says, and can be stored. It stands
 * outside memory until it is let go.
 */
export class ReceivedFile implements AsyncDisposable {
  /** What it was called. */
  readonly name: string
  readonly mediaType: string
  readonly #spool: Spool

  constructor(name: string, { mediaType }: FileKind, spool: Spool) {
    this.name = name
    this.mediaType = mediaType
    this.#spool = spool
  }

  get bytes(): number {
    return this.#spool.bytes
  }

  /** SHA-256 of the whole. */
  get digest(): Buffer {
    return this.#spool.digest
  }

  /** Each of 1 MB, save for the last, and good until the next is asked for. */
  parts(): AsyncGenerator<Buffer> {
    return this.#spool.parts()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#spool.discard()
  }
}

/**
 * Receives a file before anything of it is stored, with no more than a piece of it in memory. What
 * is no document shows at its first bytes, and what is more than 25 MB as soon as it passes that;
 * either is read no further.
 *
 * @param name What it was called; only its ending is looked at.
 * @throws `FILE_EMPTY`, `FILE_TOO_LARGE`, `FILE_KIND_BARRED`, `FILE_DISGUISED`.
 */
export async function receiveFile(
  content: AsyncIterable<Uint8Array>,
  name: string,
): Promise<ReceivedFile> {
  const kind = kindNamed(name)
  const spool = await Spool.fill(withinLimit(content), (piece, place) =>
    checkPiece(kind, piece, place),
  )
  try {
    if (spool.bytes === 0) throw new AppError('FILE_EMPTY')
    await checkWhole(kind, () => spool.pieces())
    return new ReceivedFile(name, kind, spool)
  } catch (error) {
    await spool.discard()
    throw error
  }
}

async function* withinLimit(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for await (const chunk of content) {
    bytes += chunk.length
    if (bytes > FILE_LIMIT) throw new AppError('FILE_TOO_LARGE')
    yield chunk
  }
}

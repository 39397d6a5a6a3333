import { pipeline, Readable, type Transform } from 'node:stream'
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib'
import { AppError, isAppError } from '#kernel/error.ts'

const LEVEL = 3

/** Compresses with zstd. */
export function compress(plain: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const params = { [constants.ZSTD_c_compressionLevel]: LEVEL }
  return through(plain, createZstdCompress({ params }))
}

/**
 * Decompresses what `compress` made.
 *
 * @throws `BACKUP_DAMAGED` when it is not that.
 */
export async function* decompress(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* through(packed, createZstdDecompress())
  } catch (error) {
    const ofZstd = error instanceof Error && 'code' in error && /^ZSTD_/.test(String(error.code))
    throw ofZstd && !isAppError(error) ? new AppError('BACKUP_DAMAGED') : error
  }
}

function through(source: AsyncIterable<Buffer>, transform: Transform): AsyncIterable<Buffer> {
  // What fails in the source or here is thrown to whoever reads what comes out.
  pipeline(Readable.from(source, { objectMode: false }), transform, () => undefined)
  return transform
}

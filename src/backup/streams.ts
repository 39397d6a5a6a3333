import { once } from 'node:events'
import type { Transform } from 'node:stream'
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
    const ofZstd =
      error instanceof Error && 'code' in error && String(error.code).startsWith('ZSTD_')
    throw ofZstd && !isAppError(error) ? new AppError('BACKUP_DAMAGED') : error
  }
}

/**
 * Passes a source through a transformation, to the very end of the source: what transforms may be
 * ready before that, and whoever reads wants to know how the source ends.
 */
async function* through(
  source: AsyncIterable<Buffer>,
  transform: Transform,
): AsyncGenerator<Buffer> {
  const pumping = pump(source, transform)
  yield* transform
  await pumping
}

async function pump(source: AsyncIterable<Buffer>, sink: Transform): Promise<void> {
  try {
    for await (const part of source) {
      if (sink.destroyed) return
      if (!sink.write(part)) await ready(sink)
    }
    sink.end()
  } catch (error) {
    // Thrown to whoever reads what comes out.
    sink.destroy(error instanceof Error ? error : new Error('the source failed'))
    if (sink.readableEnded) throw error
  }
}

/** Waits until a stream takes more, or is gone. */
async function ready(sink: Transform): Promise<void> {
  const waiting = new AbortController()
  const { signal } = waiting
  await Promise.race([once(sink, 'drain', { signal }), once(sink, 'close', { signal })])
  waiting.abort()
}

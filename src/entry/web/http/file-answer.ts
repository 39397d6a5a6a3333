import type { Context } from 'hono'
import { type DocumentFile, endingOf } from '#modules/practice/index.ts'

/** Kinds of files that a browser shows without running anything in them. */
const SHOWN: ReadonlySet<string> = new Set([
  'application/pdf',
  'image/jpeg',
  'image/png',
  'text/plain',
])

/**
 * Answers with a file, part by part as the reader takes it. What a browser can show it shows,
 * unless it is to be kept; everything else becomes a download under the title of the document.
 */
export function fileAnswer(
  c: Context,
  { title, mediaType, content }: DocumentFile,
  { keep }: { readonly keep: boolean },
): Response {
  const way = !keep && SHOWN.has(mediaType) ? 'inline' : 'attachment'
  c.header('content-type', mediaType)
  c.header('content-length', String(content.bytes))
  c.header('content-disposition', `${way}; ${fileNames(title, endingOf(mediaType))}`)
  return c.body(streamOf(content.pieces(), () => content.discard()))
}

/** Sends bytes as they are made, and stops making them when nobody takes them any more. */
function streamOf(
  bytes: AsyncGenerator<Uint8Array>,
  ended: () => Promise<void>,
): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull: async (controller) => {
      const next = await bytes.next()
      if (!next.done) return controller.enqueue(next.value)
      await ended()
      controller.close()
    },
    cancel: async () => {
      await bytes.return(undefined)
      await ended()
    },
  })
}

/** The name in a form that every browser reads, and with all its letters (RFC 6266, 4.3). */
export function fileNames(title: string, ending: string): string {
  const name = fileName(title, ending)
  const plain = name.normalize('NFD').replaceAll(/[^\x20-\x7e]|["\\%]/g, '')
  const whole = encodeURIComponent(name).replaceAll(/['()*]/g, escapeMark)
  return `filename="${plain}"; filename*=UTF-8''${whole}`
}

/** A title as the name of a file, with its ending once and nothing in it that a disk refuses. */
export function fileName(title: string, ending: string): string {
  const words = title
    .replaceAll(/[\p{Cc}/\\:*?"<>|]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  const known = words.toLowerCase().endsWith(`.${ending}`)
  const bare = known ? words.slice(0, -ending.length - 1) : words
  return `${
    bare
      .slice(0, NAME_LIMIT)
      .replace(/^[.\s]+/, '')
      .trim() || 'document'
  }.${ending}`
}

const NAME_LIMIT = 120

function escapeMark(mark: string): string {
  return `%${mark.charCodeAt(0).toString(16).toUpperCase()}`
}

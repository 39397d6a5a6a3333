import { createHash } from 'node:crypto'
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'

/** A file in a package. */
export interface Entry {
  /** Its place in the archive, with folders: `dossiers/2026-00001/data/notes.json`. */
  readonly place: string
  readonly content: Iterable<Uint8Array> | AsyncIterable<Uint8Array>
  /** Whether it is worth compressing: texts are, documents are compressed already. */
  readonly text: boolean
}

/** Name of the list of what is in the archive. */
export const MANIFEST = 'manifest-sha256.txt'

/**
 * Writes files into a zip archive one by one, as they come: no more than a part of one file is in
 * memory. The last file is the manifest: the SHA-256 of each other file, as `sha256sum --check`
 * reads it (and RFC 8493, BagIt, writes it).
 *
 * @param at The moment that the files are marked with.
 */
export async function* writeArchive(
  entries: AsyncIterable<Entry>,
  at: Date,
): AsyncGenerator<Uint8Array> {
  const made: Uint8Array[] = []
  const zip = new Zip((error, bytes) => {
    if (error) throw error
    made.push(bytes)
  })
  const manifest: string[] = []
  for await (const { place, content, text } of entries) {
    const file = text ? new ZipDeflate(place, { level: 6 }) : new ZipPassThrough(place)
    file.mtime = at
    zip.add(file)
    const digest = createHash('sha256')
    for await (const bytes of content) {
      digest.update(bytes)
      // The archive can keep what it is given.
      file.push(Uint8Array.from(bytes))
      yield* made.splice(0)
    }
    file.push(new Uint8Array(0), true)
    manifest.push(`${digest.digest('hex')}  ${place}\n`)
    yield* made.splice(0)
  }
  const list = new ZipDeflate(MANIFEST, { level: 6 })
  list.mtime = at
  zip.add(list)
  list.push(Buffer.from(manifest.join('')), true)
  zip.end()
  yield* made.splice(0)
}

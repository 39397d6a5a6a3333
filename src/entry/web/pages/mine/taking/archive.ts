import { crc32 } from 'node:zlib'

/** A file in an archive; folders in its name are separated by slashes. */
export interface ArchivedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * Writes files into a zip archive one by one, so that no more than one is in memory. They are
 * stored as they are: documents are compressed already.
 *
 * @param at The moment that the files are marked with.
 * @returns The bytes of the archive; at most 4 GB and 65,535 files (APPNOTE.TXT 6.3.10, without
 * Zip64).
 */
export async function* writeArchive(
  files: AsyncIterable<ArchivedFile>,
  at: Date,
): AsyncGenerator<Uint8Array> {
  const directory: Buffer[] = []
  let place = 0
  for await (const { name, bytes } of files) {
    const facts = { name: Buffer.from(name), bytes, crc: crc32(bytes), at }
    const header = localHeader(facts)
    directory.push(directoryEntry(facts, place))
    place += header.length + bytes.length
    yield header
    yield bytes
  }
  const entries = Buffer.concat(directory)
  yield entries
  yield ending({ files: directory.length, size: entries.length, place })
}

interface Facts {
  readonly name: Buffer
  readonly bytes: Uint8Array
  readonly crc: number
  readonly at: Date
}

const LOCAL_SIGNATURE = 0x04034b50
const DIRECTORY_SIGNATURE = 0x02014b50
const END_SIGNATURE = 0x06054b50
/** Version 2.0 of the format, by a system of the Unix kind. */
const NEEDED = 20
const MADE_BY = (3 << 8) | NEEDED
/** Names are UTF-8. */
const FLAGS = 0x0800
const STORED = 0
/** A regular file that everybody may read, in the upper half. */
const RIGHTS = (0o100644 << 16) >>> 0

/** APPNOTE 4.3.7. */
function localHeader(facts: Facts): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(LOCAL_SIGNATURE, 0)
  writeShared(header, facts, 4)
  return Buffer.concat([header, facts.name])
}

/** APPNOTE 4.3.12. */
function directoryEntry(facts: Facts, place: number): Buffer {
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(DIRECTORY_SIGNATURE, 0)
  entry.writeUInt16LE(MADE_BY, 4)
  writeShared(entry, facts, 6)
  entry.writeUInt32LE(RIGHTS, 38)
  entry.writeUInt32LE(place, 42)
  return Buffer.concat([entry, facts.name])
}

/** The fields that both headers have, in the same order. */
function writeShared(header: Buffer, { name, bytes, crc, at }: Facts, start: number): void {
  header.writeUInt16LE(NEEDED, start)
  header.writeUInt16LE(FLAGS, start + 2)
  header.writeUInt16LE(STORED, start + 4)
  header.writeUInt16LE(dosTime(at), start + 6)
  header.writeUInt16LE(dosDay(at), start + 8)
  header.writeUInt32LE(crc, start + 10)
  header.writeUInt32LE(bytes.length, start + 14)
  header.writeUInt32LE(bytes.length, start + 18)
  header.writeUInt16LE(name.length, start + 22)
}

/** APPNOTE 4.3.16. */
function ending(facts: { files: number; size: number; place: number }): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END_SIGNATURE, 0)
  end.writeUInt16LE(facts.files, 8)
  end.writeUInt16LE(facts.files, 10)
  end.writeUInt32LE(facts.size, 12)
  end.writeUInt32LE(facts.place, 16)
  return end
}

function dosTime(at: Date): number {
  return (at.getHours() << 11) | (at.getMinutes() << 5) | (at.getSeconds() >> 1)
}

function dosDay(at: Date): number {
  return ((at.getFullYear() - 1980) << 9) | ((at.getMonth() + 1) << 5) | at.getDate()
}

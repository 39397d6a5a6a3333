import { createHash } from 'node:crypto'
import { z } from 'zod'
import { AppError } from '#kernel/error.ts'
import { ByteReader } from './byte-reader.ts'

/** The beginning of a table: its name, with the schema for those of the platform. */
const sectionHead = z.strictObject({
  table: z.string().max(200),
  columns: z.array(z.string().max(63)).max(500),
})
export type SectionHead = z.infer<typeof sectionHead>

/** What was counted of a table while it passed. */
export interface SectionSum {
  readonly table: string
  readonly bytes: number
  readonly sha256: string
}

/** A table as it comes out of a backup. */
export interface Section extends SectionHead {
  /** Its rows as PostgreSQL's COPY writes them in text. To be read to the end before the next. */
  readonly content: AsyncIterable<Buffer>
  /** Known when the content was read. */
  sum(): SectionSum
}

const HEAD = 'T'.charCodeAt(0)
const DATA = 'D'.charCodeAt(0)
const END = 'E'.charCodeAt(0)
const BLOCK_MAX = 64 * 1024 * 1024

/** Writes a table: first its head, then its rows. */
export async function* writeSection(
  head: SectionHead,
  content: AsyncIterable<Buffer>,
  noteSum: (sum: SectionSum) => void,
): AsyncGenerator<Buffer> {
  yield block(HEAD, Buffer.from(JSON.stringify(head)))
  const sum = new Sum(head.table)
  for await (const part of content) {
    sum.add(part)
    yield block(DATA, part)
  }
  noteSum(sum.read())
}

/** Writes that there is nothing more. */
export function endSections(): Buffer {
  return block(END, Buffer.alloc(0))
}

/**
 * Reads tables one after another.
 *
 * @throws `BACKUP_DAMAGED` when the bytes are no sections; `BACKUP_CUT` when the end is missing.
 */
export async function* readSections(plain: AsyncIterable<Buffer>): AsyncGenerator<Section> {
  const reader = new ByteReader(plain)
  let next = await readBlock(reader)
  while (next.kind === HEAD) {
    const head = sectionHead.parse(JSON.parse(next.bytes.toString()))
    const sum = new Sum(head.table)
    async function* content(): AsyncGenerator<Buffer> {
      for (next = await readBlock(reader); next.kind === DATA; next = await readBlock(reader)) {
        sum.add(next.bytes)
        yield next.bytes
      }
    }
    yield { ...head, content: content(), sum: () => sum.read() }
  }
  if (next.kind !== END || !(await reader.isAtEnd())) throw new AppError('BACKUP_DAMAGED')
}

function block(kind: number, bytes: Buffer): Buffer {
  const head = Buffer.alloc(5)
  head.writeUInt8(kind)
  head.writeUInt32BE(bytes.length, 1)
  return Buffer.concat([head, bytes])
}

async function readBlock(reader: ByteReader): Promise<{ kind: number; bytes: Buffer }> {
  const head = await reader.read(5)
  const length = head?.readUInt32BE(1) ?? 0
  if (length > BLOCK_MAX) throw new AppError('BACKUP_DAMAGED')
  const bytes = head && (await reader.read(length))
  if (!head || !bytes) throw new AppError('BACKUP_CUT')
  return { kind: head.readUInt8(), bytes }
}

class Sum {
  readonly #table: string
  readonly #hash = createHash('sha256')
  #bytes = 0

  constructor(table: string) {
    this.#table = table
  }

  add(part: Buffer): void {
    this.#hash.update(part)
    this.#bytes += part.length
  }

  read(): SectionSum {
    return { table: this.#table, bytes: this.#bytes, sha256: this.#hash.copy().digest('hex') }
  }
}

import { createHash, randomUUID } from 'node:crypto'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { newKey, release, seal, SEAL_BYTES, unseal } from './sealing.ts'

/** Largest part in which files are sealed and stored: 1 MB. */
export const PART_BYTES = 1_048_576
/** How much of a file is in memory while it passes. */
const PIECE_BYTES = 65_536
const COLLECT_ALL_EVERY_BYTES = 16 * PART_BYTES

const open = promisify(fs.open)
const unlink = promisify(fs.unlink)
const read = promisify(fs.read)
const write = promisify(fs.write)
const close = promisify(fs.close)

/** Closes the files of those that nobody let go: after an error, or when a reader went away. */
const forgotten = new FinalizationRegistry((file: number) => fs.close(file))

/**
 * A file on its way in or out: outside memory, so that many at once cost little of it, and outside
 * any transaction, so that a slow connection holds none. It stands in a temporary file without a
 * name, sealed under a key that is nowhere else: what a crash leaves behind cannot be read.
 */
export class Spool {
  readonly #file: number
  readonly #key = newKey()
  #pieces = 0
  #bytes = 0
  #digest = Buffer.alloc(0)
  #isOpen = true

  private constructor(file: number) {
    this.#file = file
    forgotten.register(this, file, this)
  }

  /**
   * Takes in content whole. Nothing of it stays when that fails, or `see` refuses.
   *
   * @param see Looks at each piece of 64 KB as it comes by, with its number from 0.
   */
  static async fill(
    content: AsyncIterable<Uint8Array>,
    see: (piece: Buffer, place: number) => Promise<void> | void = () => undefined,
  ): Promise<Spool> {
    const spool = new Spool(await openNameless())
    try {
      const digest = createHash('sha256')
      for await (const piece of regroup(content, PIECE_BYTES)) {
        await see(piece, spool.#pieces)
        digest.update(piece)
        await spool.#add(piece)
      }
      spool.#digest = digest.digest()
      return spool
    } catch (error) {
      await spool.discard()
      throw error
    }
  }

  get bytes(): number {
    return this.#bytes
  }

  /** SHA-256 of the whole. */
  get digest(): Buffer {
    return this.#digest
  }

  /** The content in pieces of 64 KB, as often as asked: for whoever takes it as it comes. */
  async *pieces(): AsyncGenerator<Buffer> {
    const sealed = Buffer.alloc(PIECE_BYTES + SEAL_BYTES)
    for (let place = 0; place < this.#pieces; place += 1) {
      if (!this.#isOpen) throw new Error('this file was let go')
      const { bytesRead } = await read(this.#file, sealed, 0, sealed.length, place * sealed.length)
      yield unseal(this.#key, String(place), sealed.subarray(0, bytesRead))
      collectPassed(bytesRead)
    }
  }

  /**
   * The same in parts of 1 MB, the last of which is what remains. A part is good until the next is
   * asked for.
   */
  parts(): AsyncGenerator<Buffer> {
    return regroup(this.pieces(), PART_BYTES)
  }

  /** Lets the file go. Doing so twice is no error. */
  async discard(): Promise<void> {
    if (!this.#isOpen) return
    this.#isOpen = false
    forgotten.unregister(this)
    await close(this.#file)
  }

  async #add(piece: Buffer): Promise<void> {
    const sealed = seal(this.#key, String(this.#pieces), piece)
    const position = this.#pieces * (PIECE_BYTES + SEAL_BYTES)
    await write(this.#file, sealed, 0, sealed.length, position)
    release(sealed)
    this.#pieces += 1
    this.#bytes += piece.length
    collectPassed(piece.length)
  }
}

let passed = 0

/**
 * Files are copied a few times on their way, and V8 does not see how much the copies weigh: it
 * would wait until they fill the machine. Collecting the young ones takes a millisecond or two, so
 * that happens often; those that lived longer wait for a while.
 */
function collectPassed(bytes: number): void {
  const [before, now] = [passed, passed + bytes]
  passed = now % COLLECT_ALL_EVERY_BYTES
  if (now >= COLLECT_ALL_EVERY_BYTES) globalThis.gc?.({ type: 'major' })
  else if (Math.floor(before / PART_BYTES) !== Math.floor(now / PART_BYTES)) {
    globalThis.gc?.({ type: 'minor' })
  }
}

/** A file that goes when it is closed, also when the program ends in any way. */
async function openNameless(): Promise<number> {
  const path = join(tmpdir(), `gestand-${randomUUID()}`)
  const file = await open(path, 'wx+', 0o600)
  await unlink(path)
  return file
}

/** Content in groups of this many bytes, all in one place: each is overwritten by the next. */
async function* regroup(content: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Buffer> {
  const group = Buffer.alloc(size)
  let filled = 0
  for await (const chunk of content) {
    for (let taken = 0; taken < chunk.length; ) {
      const fits = chunk.subarray(taken, taken + size - filled)
      group.set(fits, filled)
      filled += fits.length
      taken += fits.length
      if (filled === size) {
        yield group
        filled = 0
      }
    }
  }
  if (filled > 0) yield group.subarray(0, filled)
}

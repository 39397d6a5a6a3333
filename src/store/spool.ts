import { createHash, randomUUID } from 'node:crypto'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { newKey, seal, SEAL_BYTES, unseal } from './sealing.ts'

/** Largest part in which files pass through memory, and are sealed and stored: 1 MB. */
export const PART_BYTES = 1_048_576

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
  #parts = 0
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
   * @param see Looks at each part of 1 MB as it comes by, with its number from 0.
   */
  static async fill(
    content: AsyncIterable<Uint8Array>,
    see: (part: Buffer, place: number) => Promise<void> | void = () => undefined,
  ): Promise<Spool> {
    const spool = new Spool(await openNameless())
    try {
      const digest = createHash('sha256')
      for await (const part of inParts(content)) {
        await see(part, spool.#parts)
        digest.update(part)
        await spool.#add(part)
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

  /** The content in parts of 1 MB, the last of which is what remains; as often as asked. */
  async *parts(): AsyncGenerator<Buffer<ArrayBuffer>> {
    const sealed = Buffer.alloc(PART_BYTES + SEAL_BYTES)
    for (let part = 0; part < this.#parts; part += 1) {
      if (!this.#isOpen) throw new Error('this file was let go')
      const position = part * sealed.length
      const { bytesRead } = await read(this.#file, sealed, 0, sealed.length, position)
      yield Buffer.from(unseal(this.#key, String(part), sealed.subarray(0, bytesRead)))
    }
  }

  /** Lets the file go. Doing so twice is no error. */
  async discard(): Promise<void> {
    if (!this.#isOpen) return
    this.#isOpen = false
    forgotten.unregister(this)
    await close(this.#file)
  }

  async #add(part: Buffer): Promise<void> {
    const position = this.#parts * (PART_BYTES + SEAL_BYTES)
    const sealed = seal(this.#key, String(this.#parts), part)
    await write(this.#file, sealed, 0, sealed.length, position)
    this.#parts += 1
    this.#bytes += part.length
  }
}

/** A file that goes when it is closed, also when the program ends in any way. */
async function openNameless(): Promise<number> {
  const path = join(tmpdir(), `gestand-${randomUUID()}`)
  const file = await open(path, 'wx+', 0o600)
  await unlink(path)
  return file
}

async function* inParts(content: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const part = Buffer.alloc(PART_BYTES)
  let filled = 0
  for await (const chunk of content) {
    for (let taken = 0; taken < chunk.length; ) {
      const piece = chunk.subarray(taken, taken + PART_BYTES - filled)
      part.set(piece, filled)
      filled += piece.length
      taken += piece.length
      if (filled === PART_BYTES) {
        yield part
        filled = 0
      }
    }
  }
  if (filled > 0) yield part.subarray(0, filled)
}

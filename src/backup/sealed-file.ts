import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { AppError } from '#kernel/error.ts'
import type { BackupKey } from './backup-key.ts'
import { ByteReader } from './byte-reader.ts'

const MAGIC = Buffer.from('GSTBACK1')
const SALT_BYTES = 32
const ID_BYTES = 8
const TAG_BYTES = 16
/** What is encrypted at a time; less only at the end. */
const CHUNK_BYTES = 256 * 1024
const LAST = 0x8000_0000

/**
 * Encrypts a stream in chunks with AES-256-GCM, under a key that no other file has. The number of a
 * chunk, and whether it is the last, are its nonce; the head of the file and its name are
 * authenticated with each: so none can be changed, left out, exchanged, added or taken from another
 * file (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015).
 *
 * @yields The head (format, id of the backup key, salt), then for each chunk 4 bytes of length, of
 *   which the first bit says that it is the last, the text and 16 bytes of tag.
 */
export async function* sealFile(
  plain: AsyncIterable<Buffer>,
  key: BackupKey,
  name: string,
): AsyncGenerator<Buffer> {
  const salt = randomBytes(SALT_BYTES)
  const head = Buffer.concat([MAGIC, Buffer.from(key.id, 'hex'), salt])
  const chunks = new Chunks(key.ofFile(salt), head, name)
  yield head
  let held: Buffer[] = []
  let length = 0
  for await (const part of plain) {
    held.push(part)
    length += part.length
    if (length <= CHUNK_BYTES) continue
    const bytes = Buffer.concat(held)
    let at = 0
    // What may be the last chunk waits until it is known whether it is.
    for (; bytes.length - at > CHUNK_BYTES; at += CHUNK_BYTES) {
      yield chunks.seal(bytes.subarray(at, at + CHUNK_BYTES), false)
    }
    held = [bytes.subarray(at)]
    length = bytes.length - at
  }
  yield chunks.seal(Buffer.concat(held), true)
}

/**
 * Decrypts what `sealFile` made.
 *
 * @throws `BACKUP_KEY_WRONG` when it was made with another key; `BACKUP_DAMAGED` when a byte
 *   differs, a chunk is out of its place, or it is not the file of that name; `BACKUP_CUT` when the
 *   end is missing.
 */
export async function* unsealFile(
  sealed: AsyncIterable<Buffer>,
  key: BackupKey,
  name: string,
): AsyncGenerator<Buffer> {
  const reader = new ByteReader(sealed)
  const head = await reader.read(MAGIC.length + ID_BYTES + SALT_BYTES)
  if (!head) throw new AppError('BACKUP_CUT')
  if (!head.subarray(0, MAGIC.length).equals(MAGIC)) throw new AppError('BACKUP_DAMAGED')
  const id = head.subarray(MAGIC.length, MAGIC.length + ID_BYTES).toString('hex')
  if (id !== key.id) throw new AppError('BACKUP_KEY_WRONG', { needed: id, given: key.id })
  const chunks = new Chunks(key.ofFile(head.subarray(-SALT_BYTES)), head, name)
  for (let last = false; !last; ) {
    const lengths = await reader.read(4)
    if (!lengths) throw new AppError('BACKUP_CUT')
    const length = lengths.readUInt32BE()
    last = length >= LAST
    const bytes = length % LAST
    if (bytes > CHUNK_BYTES) throw new AppError('BACKUP_DAMAGED', { chunk: chunks.number })
    const sealedChunk = await reader.read(bytes + TAG_BYTES)
    if (!sealedChunk) throw new AppError('BACKUP_CUT')
    yield chunks.unseal(sealedChunk, last)
  }
  if (!(await reader.isAtEnd())) throw new AppError('BACKUP_DAMAGED', { chunk: chunks.number })
}

/** Numbers chunks, and seals and unseals them one after another. */
class Chunks {
  readonly #key: Buffer
  readonly #place: Buffer
  number = 0

  constructor(key: Buffer, head: Buffer, name: string) {
    this.#key = key
    this.#place = Buffer.concat([head, Buffer.from(name)])
  }

  seal(plain: Buffer, last: boolean): Buffer {
    const cipher = createCipheriv('aes-256-gcm', this.#key, this.#nonce(last)).setAAD(this.#place)
    const length = Buffer.alloc(4)
    length.writeUInt32BE(plain.length + (last ? LAST : 0))
    return Buffer.concat([length, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  }

  /** @throws `BACKUP_DAMAGED`. */
  unseal(sealed: Buffer, last: boolean): Buffer {
    const chunk = this.number
    const nonce = this.#nonce(last)
    const text = sealed.subarray(0, sealed.length - TAG_BYTES)
    const decipher = createDecipheriv('aes-256-gcm', this.#key, nonce).setAAD(this.#place)
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
    try {
      return Buffer.concat([decipher.update(text), decipher.final()])
    } catch {
      throw new AppError('BACKUP_DAMAGED', { chunk })
    }
  }

  #nonce(last: boolean): Buffer {
    const nonce = Buffer.alloc(12)
    nonce.writeBigUInt64BE(BigInt(this.number), 0)
    nonce.writeUInt8(last ? 1 : 0, 11)
    this.number += 1
    return nonce
  }
}

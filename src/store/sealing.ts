import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto'
import { AppError } from '#kernel/error.ts'

// Given a key as bytes rather than as a secret key, Node takes four times as long.
const CIPHER = 'aes-256-gcm'
const FORMAT = 1
const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** How much longer a sealed value is than what it holds, in bytes. */
export const SEAL_BYTES: number = 1 + NONCE_BYTES + TAG_BYTES

/** A new random key, 32 bytes. */
export function newKey(): Buffer {
  return randomBytes(KEY_BYTES)
}

/**
 * Encrypts with AES-256-GCM. `place` says where it stands (organisation, dossier, table and column)
 * and is authenticated, so that a value moved to another row of another dossier or column cannot be
 * read there.
 *
 * @returns One format byte, a nonce of 12 bytes, the text and a tag of 16 bytes.
 */
export function seal(key: Buffer, place: string, plain: Buffer | string): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, createSecretKey(key), nonce).setAAD(Buffer.from(place))
  const text = cipher.update(typeof plain === 'string' ? Buffer.from(plain) : plain)
  const end = cipher.final()
  const sealed = Buffer.concat([Buffer.of(FORMAT), nonce, text, end, cipher.getAuthTag()])
  release(text)
  return sealed
}

/**
 * Decrypts what `seal` made with the same key and place.
 *
 * @throws `UNREADABLE` when the key, the place or a byte differs.
 */
export function unseal(key: Buffer, place: string, sealed: Buffer): Buffer {
  if (sealed.length < SEAL_BYTES || sealed[0] !== FORMAT) {
    throw new AppError('UNREADABLE')
  }
  const nonce = sealed.subarray(1, 1 + NONCE_BYTES)
  const tag = sealed.subarray(sealed.length - TAG_BYTES)
  const text = sealed.subarray(1 + NONCE_BYTES, sealed.length - TAG_BYTES)
  const decipher = createDecipheriv(CIPHER, createSecretKey(key), nonce)
  decipher.setAAD(Buffer.from(place))
  decipher.setAuthTag(tag)
  try {
    const plain = decipher.update(text)
    // Nothing is left over in this mode; ending checks the tag.
    decipher.final()
    return plain
  } catch {
    throw new AppError('UNREADABLE')
  }
}

/**
 * Gives the memory of bytes back now rather than when garbage is collected, which sees too late how
 * much files weigh. Nothing may use them afterwards. Small ones share their memory, and are left.
 */
export function release(bytes: Buffer): void {
  const { buffer } = bytes
  if (buffer instanceof ArrayBuffer && buffer.byteLength === bytes.length) buffer.transfer(0)
}

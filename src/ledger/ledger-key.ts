import {
  createHash,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import type { MasterKey } from '#store/master-key.ts'

/** How Node takes the seed of an Ed25519 key (RFC 8410): these bytes, and the 32 of the seed. */
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex')
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex')

/** A public key that verifies checkpoints. */
export interface PublicKey {
  /** First 16 characters of the SHA-256 of the key, in hexadecimal. */
  readonly id: string
  /** Ed25519, 32 bytes. */
  readonly publicKey: Buffer
}

/**
 * The key that signs the checkpoints of one organisation. It is nowhere stored: the master key
 * makes it.
 */
export interface LedgerKey extends PublicKey {
  /** An Ed25519 signature, 64 bytes. */
  sign(bytes: Buffer): Buffer
}

/** Makes the signing key of an organisation from the master key. */
export function ledgerKey(master: MasterKey, organisation: string): LedgerKey {
  const seed = master.derive('ledger', organisation)
  const key = createPrivateKey({
    key: Buffer.concat([PRIVATE_PREFIX, seed]),
    format: 'der',
    type: 'pkcs8',
  })
  const exported = createPublicKey(key).export({ format: 'der', type: 'spki' })
  const publicKey = exported.subarray(PUBLIC_PREFIX.length)
  return { id: keyId(publicKey), publicKey, sign: (bytes) => sign(null, bytes, key) }
}

/** Names a public key after its content, so that another key cannot take its name. */
export function keyId(publicKey: Buffer): string {
  return createHash('sha256').update(publicKey).digest('hex').slice(0, 16)
}

/** Keys as Node takes them: making one costs as much as verifying with it. */
const parsed = new WeakMap<PublicKey, KeyObject>()

/**
 * Tells whether this key signed these bytes. Bytes that are no key or no signature are an answer,
 * not a failure.
 */
export function isSignedBy(key: PublicKey, bytes: Buffer, signature: Buffer): boolean {
  try {
    const known = parsed.get(key) ?? parse(key)
    parsed.set(key, known)
    return verify(null, bytes, known, signature)
  } catch {
    return false
  }
}

function parse({ publicKey }: PublicKey): KeyObject {
  const key = Buffer.concat([PUBLIC_PREFIX, publicKey])
  return createPublicKey({ key, format: 'der', type: 'spki' })
}

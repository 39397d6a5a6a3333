import { createPrivateKey, createPublicKey, randomBytes, sign, verify } from 'node:crypto'
import { fromMultibase, toMultibase } from './base58.ts'

/** How Node takes the seed of an Ed25519 key (RFC 8410): these bytes, and the 32 of the seed. */
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex')
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex')
/** Says of a public key that it is Ed25519 (multicodec 0xed, as a varint). */
const ED25519 = Buffer.from('ed01', 'hex')
const KEY_BYTES = 32
const SEED_BYTES = 32

/** A key with which an organisation signs what others verify. */
export interface IssuerKey {
  /** The public key as a Multikey: "z6Mk…". */
  readonly publicKey: string
  /** An Ed25519 signature, 64 bytes. */
  sign(bytes: Uint8Array): Buffer
}

/** The secret of a new key, 32 bytes. */
export function newSeed(): Buffer {
  return randomBytes(SEED_BYTES)
}

/** The key that belongs to a secret. */
export function issuerKey(seed: Buffer): IssuerKey {
  const der = Buffer.concat([PRIVATE_PREFIX, seed])
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  const exported = createPublicKey(key).export({ format: 'der', type: 'spki' })
  const publicKey = exported.subarray(PUBLIC_PREFIX.length)
  return {
    publicKey: toMultibase(Buffer.concat([ED25519, publicKey])),
    sign: (bytes) => sign(null, bytes, key),
  }
}

/** Tells whether the key of this Multikey signed these bytes; what is no key signed nothing. */
export function isSignedBy(publicKey: string, bytes: Uint8Array, signature: Uint8Array): boolean {
  const multikey = fromMultibase(publicKey, ED25519.length + KEY_BYTES)
  if (!multikey?.subarray(0, ED25519.length).equals(ED25519)) return false
  if (multikey.length !== ED25519.length + KEY_BYTES) return false
  const key = Buffer.concat([PUBLIC_PREFIX, multikey.subarray(ED25519.length)])
  return verify(null, bytes, { key, format: 'der', type: 'spki' }, signature)
}

import { hash } from 'node:crypto'
import { fromMultibase, toMultibase } from './base58.ts'
import { canonical } from './canonical.ts'
import { secondsOf } from './issuer.ts'
import { type IssuerKey, isSignedBy } from './issuer-key.ts'

const SIGNATURE_BYTES = 64

/** A document of linked data, as JSON. */
export interface LinkedDocument {
  readonly '@context': readonly string[]
  readonly [name: string]: unknown
}

/** Under a document: who signed it, when and how. */
export interface IntegrityProof {
  readonly type: 'DataIntegrityProof'
  readonly cryptosuite: 'eddsa-rdfc-2022'
  readonly created: string
  /** Where the public key stands. */
  readonly verificationMethod: string
  readonly proofPurpose: 'assertionMethod'
  /** The signature, as multibase. */
  readonly proofValue: string
}

export interface Signing {
  readonly key: IssuerKey
  readonly verificationMethod: string
  readonly at: Date
}

/**
 * Signs a document by the cryptosuite `eddsa-rdfc-2022` (W3C Data Integrity EdDSA Cryptosuites 1.0,
 * 3.2).
 */
export async function signDocument<Document extends LinkedDocument>(
  document: Document,
  { key, verificationMethod, at }: Signing,
): Promise<Document & { readonly proof: IntegrityProof }> {
  const options = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    created: secondsOf(at),
    verificationMethod,
    proofPurpose: 'assertionMethod',
  } as const
  const signature = key.sign(await signedBytes(document, options))
  return { ...document, proof: { ...options, proofValue: toMultibase(signature) } }
}

/**
 * Tells whether this key signed a document as it stands.
 *
 * @throws `CREDENTIAL_UNREADABLE` when it is no linked data that is known here.
 */
export async function isIntact(
  { proof, ...document }: LinkedDocument & { readonly proof: IntegrityProof },
  publicKey: string,
): Promise<boolean> {
  const { proofValue, ...options } = proof
  const signature = fromMultibase(proofValue, SIGNATURE_BYTES)
  if (signature?.length !== SIGNATURE_BYTES) return false
  return isSignedBy(publicKey, await signedBytes(document, options), signature)
}

async function signedBytes(document: object, options: object): Promise<Buffer> {
  const context = '@context' in document ? { '@context': document['@context'] } : {}
  const parts = await Promise.all([canonical({ ...context, ...options }), canonical(document)])
  return Buffer.concat(parts.map((part) => hash('sha256', part, 'buffer')))
}

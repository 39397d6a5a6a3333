import { hash } from 'node:crypto'
import { fieldBytes } from '#ledger/entry.ts'
import { isSignedBy, type LedgerKey, type PublicKey } from '#ledger/ledger-key.ts'

/** Who signs: one of the two to whom a document matters. */
export type Signatory = 'client' | 'coach'

/** What of a signature the organisation seals: who signed what, when, and with which mark. */
export interface SignedFacts {
  readonly organisation: string
  readonly signingId: string
  readonly dossierId: string
  readonly documentId: string
  /** SHA-256 of the bytes of the document. */
  readonly digest: Buffer
  readonly signatory: Signatory
  /** The account that signed. */
  readonly signerId: string
  readonly markDigest: Buffer
  /** When the second factor was given. */
  readonly provedAt: Date
  readonly signedAt: Date
}

/** The name as it was typed, and as it was drawn if it was. */
export interface Mark {
  readonly name: string
  /** A PNG. */
  readonly drawing?: Buffer | undefined
}

/** First byte of a signature's bytes; differs from those of entries, checkpoints and questions. */
const ENCODING = 5

/**
 * The bytes that are signed: one byte that names the encoding (5), then, encoded as the columns of
 * a ledger entry are, "signature", organisation, signing, dossier, document, digest in hexadecimal,
 * signatory, account, digest of the mark, and both moments as ISO 8601.
 */
export function signatureBytes(facts: SignedFacts): Buffer {
  return fieldBytes(ENCODING, [
    'signature',
    facts.organisation,
    facts.signingId,
    facts.dossierId,
    facts.documentId,
    facts.digest.toString('hex'),
    facts.signatory,
    facts.signerId,
    facts.markDigest.toString('hex'),
    facts.provedAt.toISOString(),
    facts.signedAt.toISOString(),
  ])
}

/** The digest of a mark, under the signing that it belongs to. */
export function markDigest(signingId: string, { name, drawing }: Mark): Buffer {
  const drawn = hash('sha256', drawing ?? Buffer.alloc(0), 'hex')
  return hash('sha256', JSON.stringify([signingId, name, drawn]), 'buffer')
}

/** Seals a signature with the key of the organisation: an Ed25519 signature of 64 bytes. */
export function proveSignature(key: Pick<LedgerKey, 'sign'>, facts: SignedFacts): Buffer {
  return key.sign(signatureBytes(facts))
}

/** Tells whether this key sealed this signature. */
export function isProven(key: PublicKey, facts: SignedFacts, proof: Buffer): boolean {
  return isSignedBy(key, signatureBytes(facts), proof)
}

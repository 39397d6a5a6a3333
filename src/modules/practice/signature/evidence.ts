import { isSignedBy, keyId, type PublicKey } from '#ledger/ledger-key.ts'
import { from } from '#store/query.ts'
import { type Signatory, signatureBytes, type SignedFacts, markDigest } from './proof.ts'
import type { SigningView } from './signing-view.ts'

/**
 * The evidence of a signing as JSON, to keep beside the document: everything that was signed, with
 * the keys that sealed it. Whoever has both files can verify them without this software's database.
 */
export function signingEvidence(
  signing: SigningView,
  { title, keys }: { readonly title: string; readonly keys: readonly PublicKey[] },
): string {
  const evidence = {
    gestand: 'signature/1',
    document: { title, sha256: signing.digest.toString('hex') },
    signatures: signing.signatures.map(
      ({ name, drawing, facts, proof, keyId: key, publicKey }) => ({
        organisation: facts.organisation,
        signing_id: facts.signingId,
        dossier_id: facts.dossierId,
        document_id: facts.documentId,
        signatory: facts.signatory,
        account_id: facts.signerId,
        name,
        ...(drawing && { drawing: drawing.toString('base64') }),
        second_factor_at: facts.provedAt.toISOString(),
        signed_at: facts.signedAt.toISOString(),
        proof: proof.toString('base64'),
        key_id: key,
        public_key: (
          publicKey ??
          keys.find(({ id }) => id === key)?.publicKey ??
          Buffer.alloc(0)
        ).toString('base64'),
      }),
    ),
  }
  return `${JSON.stringify(evidence, null, 2)}\n`
}

/** Ids of every key with which an organisation ever sealed; public. */
export const sealingKeys = from.selectFrom('ledger_keys').select('id')

/** What came of verifying a document with its evidence. */
export type EvidenceVerdict =
  | {
      readonly signedBy: readonly {
        readonly signatory: Signatory
        readonly name: string
        readonly at: string
        readonly keyId: string
      }[]
    }
  | { readonly wrong: 'not-evidence' | 'other-document' | 'changed' | 'unsigned' }

/**
 * Verifies that a document was signed, and that nothing in its evidence was changed. Whose the keys
 * are that sealed it, is for the reader to look up.
 *
 * @param digest SHA-256 of the bytes of the document.
 */
export function verifyEvidence(digest: Buffer, text: string): EvidenceVerdict {
  const evidence = parse(text)
  if (!evidence) return { wrong: 'not-evidence' }
  if (evidence.document.sha256 !== digest.toString('hex')) return { wrong: 'other-document' }
  if (evidence.signatures.length === 0) return { wrong: 'unsigned' }
  if (!evidence.signatures.every((each) => isIntact(each, digest))) return { wrong: 'changed' }
  return {
    signedBy: evidence.signatures.map((each) => ({
      signatory: each.signatory,
      name: each.name,
      at: each.signed_at,
      keyId: each.key_id,
    })),
  }
}

interface Signature {
  readonly organisation: string
  readonly signing_id: string
  readonly dossier_id: string
  readonly document_id: string
  readonly signatory: Signatory
  readonly account_id: string
  readonly name: string
  readonly drawing?: string
  readonly second_factor_at: string
  readonly signed_at: string
  readonly proof: string
  readonly key_id: string
  readonly public_key: string
}

interface Evidence {
  readonly document: { readonly sha256: string }
  readonly signatures: readonly Signature[]
}

function isIntact(each: Signature, digest: Buffer): boolean {
  const publicKey = Buffer.from(each.public_key, 'base64')
  const drawing = each.drawing === undefined ? undefined : Buffer.from(each.drawing, 'base64')
  const facts: SignedFacts = {
    organisation: each.organisation,
    signingId: each.signing_id,
    dossierId: each.dossier_id,
    documentId: each.document_id,
    digest,
    signatory: each.signatory,
    signerId: each.account_id,
    markDigest: markDigest(each.signing_id, { name: each.name, drawing }),
    provedAt: new Date(each.second_factor_at),
    signedAt: new Date(each.signed_at),
  }
  return (
    keyId(publicKey) === each.key_id &&
    isSignedBy(
      { id: each.key_id, publicKey },
      signatureBytes(facts),
      Buffer.from(each.proof, 'base64'),
    )
  )
}

const TEXTS = [
  'organisation',
  'signing_id',
  'dossier_id',
  'document_id',
  'signatory',
  'account_id',
  'name',
  'second_factor_at',
  'signed_at',
  'proof',
  'key_id',
  'public_key',
]

function parse(text: string): Evidence | undefined {
  try {
    const read: unknown = JSON.parse(text)
    return isEvidence(read) ? read : undefined
  } catch {
    return undefined
  }
}

function isEvidence(read: unknown): read is Evidence {
  if (typeof read !== 'object' || read === null) return false
  const { document, signatures } = read as Record<string, unknown> // looked at below
  if (typeof document !== 'object' || document === null || !('sha256' in document)) return false
  return Array.isArray(signatures) && signatures.every(isSignature)
}

function isSignature(each: unknown): boolean {
  if (typeof each !== 'object' || each === null) return false
  const cells = each as Record<string, unknown> // looked at here
  const { drawing } = cells
  const moments = [cells['second_factor_at'], cells['signed_at']]
  return (
    TEXTS.every((name) => typeof cells[name] === 'string') &&
    (drawing === undefined || typeof drawing === 'string') &&
    moments.every((moment) => !Number.isNaN(Date.parse(String(moment))))
  )
}

import { isSignedBy } from '#ledger/ledger-key.ts'
import type { Actor, Actors } from '#modules/practice/actors.ts'
import type { Access } from '#store/access.ts'
import type { Opening } from '#store/opened-dossier.ts'
import { from, type RowsOf } from '#store/query.ts'
import { selectReadable } from '#store/readable.ts'
import { markDigest, type Signatory, signatureBytes, type SignedFacts } from './proof.ts'

/** What an activity may see of the signings of one dossier, for one round trip. */
export function signingReads(access: Access, dossierId: string): SigningReads {
  return buildReads(access, dossierId)
}

export type SigningReads = ReturnType<typeof buildReads>
export type SigningRows = { readonly [Name in keyof SigningReads]: RowsOf<SigningReads[Name]> }

function buildReads(access: Access, dossierId: string) {
  const where = { dossier_id: dossierId }
  return {
    signings: selectReadable(access, 'signings', {
      needs: ['id', 'document_id', 'digest', 'asked_by', 'asked_at'],
      where,
    }),
    signatures: selectReadable(access, 'signatures', {
      needs: [
        'signing_id',
        'signatory',
        'name',
        'drawing',
        'mark_digest',
        'digest',
        'proved_at',
        'signed_at',
        'proof',
        'proof_key',
        'signer_id',
      ],
      where,
    }),
    signingRefusals: selectReadable(access, 'signing_refusals', {
      needs: ['signing_id', 'words', 'refused_at'],
      where,
    }),
    signingWithdrawals: selectReadable(access, 'signing_withdrawals', {
      needs: ['signing_id', 'withdrawn_at'],
      where,
    }),
    signingKeys: from.selectFrom('ledger_keys').select(['id', 'public_key']),
    signedDigests: selectReadable(access, 'documents', { needs: ['id', 'digest'], where }),
  }
}

export type SigningState = 'asked' | 'signed' | 'refused' | 'withdrawn'

export interface SignatureView {
  readonly signatory: Signatory
  readonly name: string
  /** A PNG. */
  readonly drawing?: Buffer
  readonly by: Actor
  readonly facts: SignedFacts
  readonly proof: Buffer
  readonly keyId: string
  /** Of the key that sealed it, when it is known here. */
  readonly publicKey?: Buffer
  /** Undefined when the key is not known here; otherwise whether nothing was changed. */
  readonly intact?: boolean
}

export interface SigningView {
  readonly id: string
  readonly documentId: string
  /** SHA-256 of what is signed. */
  readonly digest: Buffer
  readonly state: SigningState
  readonly askedBy: Actor
  readonly askedAt: Date
  readonly signatures: readonly SignatureView[]
  readonly refusal?: { readonly words: string; readonly at: Date }
}

/** The signings of an opened dossier, the newest first. */
export function readSignings(opening: Opening, rows: SigningRows, actors: Actors): SigningView[] {
  return rows.signings
    .map((row) => {
      const refusal = rows.signingRefusals.find((each) => each.signing_id === row.id)
      const signatures = rows.signatures
        .filter((each) => each.signing_id === row.id)
        .map((each) => readSignature(opening, rows, { row, each, actors }))
        .toSorted((a, b) => a.facts.signedAt.getTime() - b.facts.signedAt.getTime())
      const isWithdrawn = rows.signingWithdrawals.some((each) => each.signing_id === row.id)
      return {
        id: row.id,
        documentId: row.document_id,
        digest: row.digest,
        state: stateOf({ isWithdrawn, isRefused: refusal !== undefined, signatures }),
        askedBy: actors.who(row.asked_by),
        askedAt: row.asked_at,
        signatures,
        ...(refusal && {
          refusal: {
            words: opening.unseal('signing_refusals.words', refusal.words),
            at: refusal.refused_at,
          },
        }),
      }
    })
    .toSorted((a, b) => b.askedAt.getTime() - a.askedAt.getTime())
}

function stateOf(known: {
  readonly isWithdrawn: boolean
  readonly isRefused: boolean
  readonly signatures: readonly unknown[]
}): SigningState {
  if (known.isWithdrawn) return 'withdrawn'
  if (known.isRefused) return 'refused'
  return known.signatures.length === SIGNATORIES ? 'signed' : 'asked'
}

/** Client and coach. */
const SIGNATORIES = 2

interface SignatureFacts {
  readonly row: SigningRows['signings'][number]
  readonly each: SigningRows['signatures'][number]
  readonly actors: Actors
}

function readSignature(
  opening: Opening,
  rows: SigningRows,
  { row, each, actors }: SignatureFacts,
): SignatureView {
  const name = opening.unseal('signatures.name', each.name)
  const drawing = each.drawing ? opening.unsealBytes('signatures.drawing', each.drawing) : undefined
  const facts: SignedFacts = {
    organisation: opening.organisation,
    signingId: row.id,
    dossierId: opening.dossierId,
    documentId: row.document_id,
    digest: each.digest,
    signatory: each.signatory as Signatory, // as in the table
    signerId: each.signer_id ?? '',
    markDigest: each.mark_digest,
    provedAt: each.proved_at,
    signedAt: each.signed_at,
  }
  const key = rows.signingKeys.find(({ id }) => id === each.proof_key)
  const document = rows.signedDigests.find(({ id }) => id === row.document_id)
  const intact =
    key &&
    isSignedBy({ id: key.id, publicKey: key.public_key }, signatureBytes(facts), each.proof) &&
    markDigest(row.id, { name, drawing }).equals(each.mark_digest) &&
    each.digest.equals(row.digest) &&
    (document?.digest.equals(each.digest) ?? false)
  return {
    signatory: facts.signatory,
    name,
    ...(drawing && { drawing }),
    by: actors.who(each.signer_id),
    facts,
    proof: each.proof,
    keyId: each.proof_key,
    ...(key && { publicKey: key.public_key }),
    ...(intact !== undefined && { intact }),
  }
}

import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { AppError } from '#kernel/error.ts'
import { mailClient, mailCoach, type Post } from '#modules/practice/post.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { from, written } from '#store/query.ts'
import { refusing } from '#store/refusal.ts'
import { type Mark, markDigest, proveSignature, type Signatory } from './proof.ts'

/** Longest name under a document, in characters. */
export const NAME_LIMIT = 100

/**
 * Asks client and coach to sign a document as it is now. Returns the id of the signing.
 *
 * @throws `SIGNING_ASKED` when it waits for signatures already; `NOT_FOUND`; `DUPLICATE`.
 */
export async function askSignatures(
  tx: OpenedDossier,
  {
    id = randomUUID(),
    documentId,
    post,
  }: { readonly id?: string; readonly documentId: string; readonly post: Post },
): Promise<string> {
  const { dossierId } = tx
  const [document] = await tx.run(
    from
      .selectFrom('documents')
      .select(['category', 'digest'])
      .where('id', '=', documentId)
      .where('dossier_id', '=', dossierId),
  )
  if (!document) throw new AppError('NOT_FOUND')
  await tx.run(
    from
      .insertInto('signings')
      .values({ id, dossier_id: dossierId, document_id: documentId, ...document }),
  )
  await mailClient(tx, 'signature-asked', post)
  return id
}

export interface Signing {
  readonly signingId: string
  readonly signatory: Signatory
  readonly mark: Mark
  /** With the key that seals it. The client's signature is told to the coach by mail. */
  readonly post: Post
}

interface Facts {
  readonly signer_id: string
  readonly proved_at: Date | null
  readonly signed_at: Date
}

/**
 * Signs a document, within five minutes after a second factor was given in this session.
 *
 * @throws `PROOF_NEEDED` when none was given; `ALREADY_SIGNED`; `SIGNING_OVER` when it was
 * withdrawn, refused or signed by both; `NOT_FOUND` for whoever is not that signatory.
 */
export async function signDocument(
  tx: OpenedDossier,
  { signingId, signatory, mark, post }: Signing,
): Promise<void> {
  const { dossierId } = tx
  const [asked] = await tx.run(
    from
      .selectFrom('signings')
      .select(['document_id', 'digest'])
      .where('id', '=', signingId)
      .where('dossier_id', '=', dossierId),
  )
  const [facts] = await tx.run(written(sql<Facts>`select * from signing_facts()`))
  if (!asked || !facts) throw new AppError('NOT_FOUND')
  const { signer_id: signerId, proved_at: provedAt, signed_at: signedAt } = facts
  if (!provedAt) throw new AppError('PROOF_NEEDED')
  const sealed = {
    organisation: tx.opening.organisation,
    signingId,
    dossierId,
    documentId: asked.document_id,
    digest: asked.digest,
    signatory,
    signerId,
    markDigest: markDigest(signingId, mark),
    provedAt,
    signedAt,
  }
  await refusing(
    tx.run(
      from.insertInto('signatures').values({
        signing_id: signingId,
        dossier_id: dossierId,
        signatory,
        name: tx.seal('signatures.name', mark.name),
        drawing: mark.drawing ? tx.seal('signatures.drawing', mark.drawing) : null,
        mark_digest: sealed.markDigest,
        digest: asked.digest,
        proved_at: provedAt,
        signed_at: signedAt,
        proof: proveSignature(post.key, sealed),
        proof_key: post.key.id,
      }),
    ),
    { signatures_pkey: 'ALREADY_SIGNED' },
  )
  if (signatory === 'client') await mailCoach(tx, 'signature-given', post)
}

/**
 * The client will not sign, and says why.
 *
 * @param tx In activity `self-service`.
 * @throws `SIGNING_OVER`, `NOT_FOUND`.
 */
export async function refuseToSign(
  tx: OpenedDossier,
  {
    signingId,
    words,
    post,
  }: { readonly signingId: string; readonly words: string; readonly post: Post },
): Promise<void> {
  await tx.run(
    from.insertInto('signing_refusals').values({
      signing_id: signingId,
      dossier_id: tx.dossierId,
      words: tx.seal('signing_refusals.words', words),
    }),
  )
  await mailCoach(tx, 'signature-given', post)
}

/**
 * Takes a document back before both have signed it.
 *
 * @throws `SIGNING_OVER`, `NOT_FOUND`.
 */
export async function withdrawSigning(tx: OpenedDossier, signingId: string): Promise<void> {
  await tx.run(
    from
      .insertInto('signing_withdrawals')
      .values({ signing_id: signingId, dossier_id: tx.dossierId }),
  )
}

import { hash } from 'node:crypto'
import { fieldBytes } from '#ledger/entry.ts'
import { isSignedBy, type LedgerKey, type PublicKey } from '#ledger/ledger-key.ts'

/** What of a question is signed: all that a person was asked, with a digest of the words. */
export interface SignedQuestion {
  readonly organisation: string
  readonly id: string
  readonly dossierId: string
  /** Word of the consent in the statement. */
  readonly consent: string
  readonly holderId: string | null
  readonly itemId: string | null
  readonly language: string
  /** Version of the statement from which the words come. */
  readonly statement: number
  /** SHA-256 of the words as they are stored, sealed: whoever verifies need not read them. */
  readonly digest: Buffer
}

/** First byte of a question's bytes; differs from those of an entry and of a checkpoint. */
const ENCODING = 3

/**
 * The bytes that are signed: one byte that names the encoding (3), then, encoded as the columns of
 * a ledger entry are, "question", organisation, id, dossier, consent, holder, item, language,
 * statement and digest in hexadecimal.
 */
function questionBytes(question: SignedQuestion): Buffer {
  return fieldBytes(ENCODING, [
    'question',
    question.organisation,
    question.id,
    question.dossierId,
    question.consent,
    question.holderId,
    question.itemId,
    question.language,
    String(question.statement),
    question.digest.toString('hex'),
  ])
}

/** The digest of the words as they are stored. */
export function wordingDigest(sealed: Buffer): Buffer {
  return hash('sha256', sealed, 'buffer')
}

/** Signs a question as the person will see it: an Ed25519 signature of 64 bytes. */
export function signQuestion(key: Pick<LedgerKey, 'sign'>, question: SignedQuestion): Buffer {
  return key.sign(questionBytes(question))
}

/** Tells whether this key signed this question. */
export function isQuestionSigned(
  key: PublicKey,
  question: SignedQuestion,
  signature: Buffer,
): boolean {
  return isSignedBy(key, questionBytes(question), signature)
}

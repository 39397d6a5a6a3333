import type { LetterPress } from '#duties/letter/press.ts'
import { AppError } from '#kernel/error.ts'
import type { Language } from '#kernel/language.ts'
import {
  bornOnOf,
  type DiplomaCredential,
  holderOf,
  type IntegrityProof,
  issuerKeys,
  issuerSecret,
  type Issuing,
  methodOf,
  numberOf,
  readCredential,
  reissued,
  Signer,
} from '#modules/registry/credentials/index.ts'
import type { Opening } from '#store/opened-dossier.ts'
import { from, type RowsOf } from '#store/query.ts'
import { drawDiploma } from './diploma-pdf.ts'
import { CREDENTIAL } from './issue.ts'
import { sealPdf } from './pdf-seal.ts'

/** A diploma as its holder keeps it. */
export type SignedDiploma = DiplomaCredential & { readonly proof: IntegrityProof }

/** What a download of one diploma of the opened dossier needs, for one round trip. */
export function downloadReads(number: string): DownloadReads {
  return buildReads(number)
}

export type DownloadReads = ReturnType<typeof buildReads>
export type DownloadRows = { readonly [Name in keyof DownloadReads]: RowsOf<DownloadReads[Name]> }

function buildReads(number: string) {
  return {
    documents: from
      .selectFrom('diploma_documents as m')
      .innerJoin('diplomas as d', 'd.number', 'm.number')
      .select(['m.credential', 'd.serial'])
      .where('m.number', '=', number),
    secrets: issuerSecret,
    keys: issuerKeys,
  }
}

/**
 * The credential as it was signed on the day of issue. When the key of then was withdrawn, or
 * the organisation moved to another address, it is signed again, with what it said of its holder.
 *
 * @throws `NOT_FOUND` when there is none in the opened dossier.
 */
export async function readDiploma(
  dossier: Opening,
  { documents: [document], secrets, keys }: DownloadRows,
  issuing: Issuing,
): Promise<SignedDiploma> {
  const signed = document && readCredential(dossier.unseal(CREDENTIAL, document.credential))
  if (!signed) throw new AppError('NOT_FOUND')
  const isWithdrawn = keys.some(
    ({ id, withdrawnAt }) =>
      withdrawnAt !== null && signed.proof.verificationMethod === methodOf(issuing.issuer, id),
  )
  const isMoved = signed.issuer.id !== issuing.issuer.did
  if (!isWithdrawn && !isMoved) return signed
  const signer = await Signer.open(issuing, secrets)
  return signer.sign(reissued(issuing.issuer, signed, document.serial))
}

/**
 * Draws a diploma as PDF, with the credential inside, and seals it with the key of now.
 *
 * @throws `LETTER_FAILED`, `ISSUER_KEY_MISSING`.
 */
export async function printDiploma(
  diploma: SignedDiploma,
  { secrets }: Pick<DownloadRows, 'secrets'>,
  {
    issuing,
    press,
    language,
  }: { readonly issuing: Issuing; readonly press: LetterPress; readonly language: Language },
): Promise<Buffer> {
  const signer = await Signer.open(issuing, secrets)
  const number = numberOf(diploma)
  const { achievement } = diploma.credentialSubject
  const drawn = await drawDiploma(press, {
    language,
    number,
    issuedOn: diploma.validFrom.slice(0, 10),
    issuer: diploma.issuer.name,
    holder: holderOf(diploma),
    bornOn: bornOnOf(diploma),
    programme: achievement.name,
    version: achievement.version,
    checkAt: diploma.id,
    credential: JSON.stringify(diploma),
  })
  return sealPdf(drawn, { number, method: signer.method, key: signer.key })
}

/** Signing: a document that client and coach both sign, and how that is verified. */
export { readDrawing } from './drawing.ts'
export { type EvidenceVerdict, sealingKeys, signingEvidence, verifyEvidence } from './evidence.ts'
export { evidenceLetter } from './evidence-letter.ts'
export { type Mark, markDigest, proveSignature } from './proof.ts'
export {
  askSignatures,
  NAME_LIMIT,
  refuseToSign,
  signDocument,
  withdrawSigning,
} from './signing.ts'
export {
  readSignings,
  signingReads,
  type SigningView,
  type SignatureView,
} from './signing-view.ts'

/** Credentials of an organisation: its keys, what it signs with them, and what it took back. */
export {
  bornOnOf,
  type DiplomaCredential,
  diplomaCredential,
  type DiplomaFacts,
  holderOf,
  numberOf,
  readCredential,
  readList,
  reissued,
  statusListCredential,
} from './credential.ts'
export { type IntegrityProof, isIntact } from './data-integrity.ts'
export { didDocument, type Issuer, issuerOf, methodOf, type PublishedKey } from './issuer.ts'
export { type IssuerKey, isSignedBy, issuerKey, newSeed } from './issuer-key.ts'
export { IssuerSeal } from './issuer-seal.ts'
export { findRevocations, issuerKeys, renewIssuerKey, withdrawIssuerKey } from './keys.ts'
export { issuerSecret, type Issuing, Signer } from './signer.ts'
export { placesOf } from './status-list.ts'

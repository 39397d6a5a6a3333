import type { DossierKeys } from '#store/dossier-keys.ts'
import { type IssuerKey, issuerKey } from './issuer-key.ts'

const SEED = 'issuer_secrets.seed'

/**
 * Keeps the secrets of issuers: each sealed with a key of its own, which lies with those of
 * dossiers under the master key.
 */
export class IssuerSeal {
  readonly #keys: DossierKeys

  constructor(keys: DossierKeys) {
    this.#keys = keys
  }

  /** Seals the secret of a new key. */
  async keep(organisation: string, keyId: string, seed: Buffer): Promise<Buffer> {
    return (await this.#keys.make(organisation, keyId)).seal(SEED, seed)
  }

  /** The key behind a sealed secret. @throws `UNREADABLE` when it was destroyed. */
  async read(organisation: string, keyId: string, sealed: Buffer): Promise<IssuerKey> {
    return issuerKey((await this.#keys.open(organisation, keyId)).unsealBytes(SEED, sealed))
  }

  /** No copy of the secret, in whichever backup, signs anything from now on. */
  async destroy(organisation: string, keyId: string): Promise<void> {
    await this.#keys.destroy(organisation, keyId)
  }
}

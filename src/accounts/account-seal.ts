import { createHmac } from 'node:crypto'
import type { MasterKey } from '#store/master-key.ts'
import { seal, unseal } from '#store/sealing.ts'

/** What is sealed for an account. */
export type SealedThing = 'password' | 'second-factor' | 'recovery-code'

/**
 * Seals what proves who somebody is, for one account and one purpose. Without the master key nobody
 * can even begin to guess the passwords of a stolen database, and a row that is copied to another
 * account opens nothing.
 */
export class AccountSeal {
  readonly masterId: string
  readonly #key: Buffer
  readonly #hashKey: Buffer

  constructor(master: MasterKey) {
    this.masterId = master.id
    this.#key = master.derive('accounts', 'seal')
    this.#hashKey = master.derive('accounts', 'hash')
  }

  seal(thing: SealedThing, accountId: string, plain: string | Buffer): Buffer {
    return seal(this.#key, `${thing}/${accountId}`, plain)
  }

  /** @throws `UNREADABLE` when it was sealed for another account or thing, or by another key. */
  unseal(thing: SealedThing, accountId: string, sealed: Buffer): Buffer {
    return unseal(this.#key, `${thing}/${accountId}`, sealed)
  }

  /** A keyed hash of 32 bytes, for telling things apart without keeping them. */
  hash(words: string): Buffer {
    return createHmac('sha256', this.#hashKey).update(words).digest()
  }
}

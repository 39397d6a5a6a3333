import { createHash, createHmac } from 'node:crypto'
import type { MasterKey } from '#store/master-key.ts'

/** The links by which people without an account follow their requests. */
export class RequestLinks {
  readonly #key: Buffer

  constructor(master: MasterKey) {
    this.#key = master.derive('accounts', 'request-link')
  }

  /** The secret of a link, 32 bytes. */
  secretOf(organisation: string, requestId: string): Buffer {
    return createHmac('sha256', this.#key).update(`${organisation}/${requestId}`).digest()
  }

  /** What the database keeps of it. */
  hashOf(organisation: string, requestId: string): Buffer {
    return createHash('sha256').update(this.secretOf(organisation, requestId)).digest()
  }
}

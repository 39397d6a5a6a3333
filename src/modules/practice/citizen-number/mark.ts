import { createHmac } from 'node:crypto'
import type { MasterKey } from '#store/master-key.ts'

/**
 * By what a citizen number is found again: an HMAC-SHA-256 under a key that is derived from the
 * master key and is in no database. Without that key nobody can try all numbers against it.
 */
export class CitizenNumberMarks {
  readonly #master: MasterKey

  constructor(master: MasterKey) {
    this.#master = master
  }

  /** 32 bytes; the same number has another mark in another organisation. */
  markOf(organisation: string, number: string): Buffer {
    const key = this.#master.derive('lookup', `citizen number ${organisation}`)
    return createHmac('sha256', key).update(number).digest()
  }
}

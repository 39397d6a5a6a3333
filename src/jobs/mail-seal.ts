import type { MasterKey } from '#store/master-key.ts'
import { seal, unseal } from '#store/sealing.ts'

/** What stands in the payload of a mail. */
export interface MailPayload {
  /** What its kind needs to write it. */
  readonly data: unknown
  /** Who gets it, when it is not an account. */
  readonly to?: unknown
}

/** To which mail a payload belongs: it opens for no other kind and no other account. */
export interface MailPlace {
  readonly kind: string
  readonly accountId: string | null
}

/**
 * Seals what mails say, so that a database without the master key can neither read a mail nor write
 * one.
 */
export class MailSeal {
  readonly masterId: string
  readonly #key: Buffer

  constructor(master: MasterKey) {
    this.masterId = master.id
    this.#key = master.derive('accounts', 'mail')
  }

  seal(place: MailPlace, payload: MailPayload): Buffer {
    return seal(this.#key, placeName(place), JSON.stringify(payload))
  }

  /** @throws `UNREADABLE` when it was sealed for another mail, by another key, or by nobody. */
  unseal(place: MailPlace, sealed: Buffer): MailPayload {
    // What opens was sealed above, from a payload.
    return JSON.parse(unseal(this.#key, placeName(place), sealed).toString('utf8')) as MailPayload
  }
}

function placeName({ kind, accountId }: MailPlace): string {
  return `mail/${kind}/${accountId ?? ''}`
}

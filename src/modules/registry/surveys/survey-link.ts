import { createHash, createHmac } from 'node:crypto'
import type { MasterKey } from '#store/master-key.ts'

/** For which of the two links of a survey a secret is. */
type Use = 'commission' | 'stop'

/**
 * The secrets in links about surveys, made from the master key: the database keeps their hashes.
 */
export class SurveyLinks {
  readonly #key: Buffer

  constructor(master: MasterKey) {
    this.#key = master.derive('accounts', 'survey-link')
  }

  /** The page on which whoever commissions a survey hands over its words. */
  commissionPath(organisation: string, surveyId: string): string {
    return `/enquete/opdracht/${this.#write('commission', organisation, surveyId)}`
  }

  /** The page by which somebody who was asked refuses, of an invitation. */
  stopPath(organisation: string, invitationId: string): string {
    return `/enquete/stop/${this.#write('stop', organisation, invitationId)}`
  }

  /** What the database keeps. */
  hash(use: Use, organisation: string, id: string): Buffer {
    return createHash('sha256')
      .update(this.#secret(use, organisation, id))
      .digest()
  }

  #write(use: Use, organisation: string, id: string): string {
    return this.#secret(use, organisation, id).toString('base64url')
  }

  #secret(use: Use, organisation: string, id: string): Buffer {
    return createHmac('sha256', this.#key).update(`${use}/${organisation}/${id}`).digest()
  }
}

import { createHash, createHmac } from 'node:crypto'
import type { DossierKeys } from '#store/dossier-keys.ts'
import type { MasterKey } from '#store/master-key.ts'
import { Opening } from '#store/opened-dossier.ts'

/**
 * The keys of requests and of copies of identity documents, each its own: they lie with those of
 * dossiers, and what was sealed is unreadable in every backup once its key is destroyed.
 */
export class RequestSeal {
  readonly #keys: DossierKeys
  readonly #linkKey: Buffer

  constructor(keys: DossierKeys, master: MasterKey) {
    this.#keys = keys
    this.#linkKey = master.derive('accounts', 'request-link')
  }

  /** Makes a key for a new request or copy; one that has a key keeps it. */
  async make(organisation: string, id: string): Promise<Opening> {
    await this.#keys.create(organisation, [id])
    return this.open(organisation, id)
  }

  /** @throws `UNREADABLE` when the key was destroyed. */
  async open(organisation: string, id: string): Promise<Opening> {
    return new Opening(organisation, id, await this.#keys.read(organisation, id))
  }

  /** What was sealed for it is unreadable from now on. */
  async destroy(organisation: string, id: string): Promise<void> {
    await this.#keys.destroy(organisation, id)
  }

  /** The secret of the link by which somebody without an account follows a request, 32 bytes. */
  linkOf(organisation: string, requestId: string): Buffer {
    return createHmac('sha256', this.#linkKey).update(`${organisation}/${requestId}`).digest()
  }

  /** What the database keeps of it. */
  linkHash(organisation: string, requestId: string): Buffer {
    return createHash('sha256').update(this.linkOf(organisation, requestId)).digest()
  }
}

const WORDS = 'requests.words'
const NOTE = 'request_steps.note'
const COPY = 'identity_copies.content'

export function sealWords(opening: Opening, words: string): Buffer | null {
  return words.trim() === '' ? null : opening.seal(WORDS, words)
}

export function sealNote(opening: Opening, note: string): Buffer | null {
  return note.trim() === '' ? null : opening.seal(NOTE, note)
}

export function unsealWords(opening: Opening, sealed: Buffer | null): string {
  return sealed ? opening.unseal(WORDS, sealed) : ''
}

export function unsealNote(opening: Opening, sealed: Buffer | null): string {
  return sealed ? opening.unseal(NOTE, sealed) : ''
}

export function sealCopy(opening: Opening, bytes: Buffer): Buffer {
  return opening.seal(COPY, bytes)
}

export function unsealCopy(opening: Opening, sealed: Buffer): Buffer {
  return opening.unsealBytes(COPY, sealed)
}

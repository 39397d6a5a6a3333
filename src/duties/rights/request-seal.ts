import type { Opening } from '#store/opened-dossier.ts'

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

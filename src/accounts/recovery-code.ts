import { createHash, randomInt } from 'node:crypto'

export const RECOVERY_CODES = 10
/** Without letters and digits that look alike. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'
const LENGTH = 12

/** A code to write down, "7hq2-mx9d-kp4r": 59 random bits. */
export function newRecoveryCode(): string {
  const signs = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)])
  return signs.join('').replace(/(.{4})(?=.)/g, '$1-')
}

/** What is kept of a code, whichever way it was typed: it is sealed besides. */
export function hashRecoveryCode(code: string): Buffer {
  const typed = code.toLowerCase().replace(/[^a-z0-9]/g, '')
  return createHash('sha256').update(`recovery code ${typed}`).digest()
}

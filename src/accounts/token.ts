import { createHash, randomBytes } from 'node:crypto'

const BYTES = 32

/** A secret of 32 random bytes: a session, or the link in a mail. */
export function newToken(): Buffer {
  return randomBytes(BYTES)
}

/** What is kept of a token. Nobody can guess 32 random bytes, so a plain hash does. */
export function hashToken(token: Buffer): Buffer {
  return createHash('sha256').update(token).digest()
}

/** A token as it stands in a cookie or a link. */
export function writeToken(token: Buffer): string {
  return token.toString('base64url')
}

/** Reads a token from a cookie or a link; undefined when it does not have the form of one. */
export function readToken(text: string | undefined): Buffer | undefined {
  if (text === undefined || !/^[\w-]{43}$/.test(text)) return undefined
  return Buffer.from(text, 'base64url')
}

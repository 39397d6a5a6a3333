import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const NONCE_BYTES = 16
const SECRET_BYTES = 32
const TAG_BYTES = 32

/**
 * The token that a form carries, made from a secret that only this browser sends: its session, or
 * before there is one the secret of `newVisitor`. It differs each time, so that compressed pages do
 * not tell it (BREACH).
 */
export function csrfToken(secret: Buffer): string {
  const nonce = randomBytes(NONCE_BYTES)
  return Buffer.concat([nonce, tag(secret, 'form', nonce)]).toString('base64url')
}

/** Whether a form that comes back was drawn for the browser with this secret. */
export function checkCsrf(secret: Buffer, token: unknown): boolean {
  if (typeof token !== 'string') return false
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== NONCE_BYTES + TAG_BYTES) return false
  const nonce = bytes.subarray(0, NONCE_BYTES)
  return timingSafeEqual(bytes.subarray(NONCE_BYTES), tag(secret, 'form', nonce))
}

/** A secret for forms of somebody who is not signed in, and the cookie that holds it. */
export interface Visitor {
  readonly secret: Buffer
  readonly cookie: string
}

/**
 * Makes the secret of a visitor. The cookie is signed, so that one which another site slipped in is
 * not believed.
 *
 * @param key 32 bytes, see `Accounts.visitorKey`.
 */
export function newVisitor(key: Buffer): Visitor {
  const secret = randomBytes(SECRET_BYTES)
  const signed = Buffer.concat([secret, tag(key, 'visitor', secret)])
  return { secret, cookie: signed.toString('base64url') }
}

/** The secret in a visitor's cookie; undefined when we did not sign it. */
export function readVisitor(key: Buffer, cookie: string | undefined): Buffer | undefined {
  const bytes = Buffer.from(cookie ?? '', 'base64url')
  if (bytes.length !== SECRET_BYTES + TAG_BYTES) return undefined
  const secret = bytes.subarray(0, SECRET_BYTES)
  const ours = timingSafeEqual(bytes.subarray(SECRET_BYTES), tag(key, 'visitor', secret))
  return ours ? secret : undefined
}

function tag(key: Buffer, purpose: string, words: Buffer): Buffer {
  return createHmac('sha256', key).update(`${purpose}|`).update(words).digest()
}

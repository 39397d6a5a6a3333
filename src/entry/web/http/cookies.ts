import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Language } from '#kernel/language.ts'

export const LANGUAGE_COOKIE = 'taal'
const VISITOR_COOKIE = 'bezoek'
const SESSION_BYTES = 32
const YEAR_SECONDS = 365 * 24 * 60 * 60

/** On https the name begins with `__Host-`, so that no other site under the domain can set it. */
function sessionCookie(c: Context): string {
  return isSecure(c) ? '__Host-gestand' : 'gestand'
}

function isSecure(c: Context): boolean {
  return new URL(c.req.url).protocol === 'https:' || c.req.header('x-forwarded-proto') === 'https'
}

const SHARED = { path: '/', httpOnly: true, sameSite: 'Lax' } as const

/** The secret of the session that the browser has, if it has the form of one. */
export function readSession(c: Context): Buffer | undefined {
  const value = getCookie(c, sessionCookie(c))
  const secret = Buffer.from(value ?? '', 'base64url')
  return secret.length === SESSION_BYTES ? secret : undefined
}

export function writeSession(c: Context, session: Buffer): void {
  setCookie(c, sessionCookie(c), session.toString('base64url'), { ...SHARED, secure: isSecure(c) })
}

export function clearSession(c: Context): void {
  deleteCookie(c, sessionCookie(c), { path: '/', secure: isSecure(c) })
}

export function writeLanguage(c: Context, language: Language): void {
  const lasting = { maxAge: YEAR_SECONDS, secure: isSecure(c) }
  setCookie(c, LANGUAGE_COOKIE, language, { ...SHARED, ...lasting })
}

/**
 * The token that every form of this browser carries. It is made from the session, or before there is one from a random
 * cookie of this visit, so that no other site can know it.
 */
export function formToken(c: Context): string {
  const session = readSession(c)
  if (session) return tokenOf(session)
  const known = Buffer.from(getCookie(c, VISITOR_COOKIE) ?? '', 'base64url')
  if (known.length === SESSION_BYTES) return tokenOf(known)
  const fresh = randomBytes(SESSION_BYTES)
  setCookie(c, VISITOR_COOKIE, fresh.toString('base64url'), { ...SHARED, secure: isSecure(c) })
  return tokenOf(fresh)
}

/** Whether a form that comes back was drawn for this browser: its token fits, and it does not come from another site. */
export function isOurForm(c: Context, token: unknown): boolean {
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  const secret = readSession(c) ?? Buffer.from(getCookie(c, VISITOR_COOKIE) ?? '', 'base64url')
  if (secret.length !== SESSION_BYTES || typeof token !== 'string') return false
  const [ours, theirs] = [Buffer.from(tokenOf(secret)), Buffer.from(token)]
  return ours.length === theirs.length && timingSafeEqual(ours, theirs)
}

function tokenOf(secret: Buffer): string {
  return createHmac('sha256', secret).update('form').digest('base64url')
}

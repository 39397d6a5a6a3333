import type { Context } from 'hono'
import {
  checkCsrf,
  clearCookie,
  csrfToken,
  isOwnOrigin,
  newVisitor,
  readCookie,
  readVisitor,
  writeCookie,
} from '#accounts/index.ts'
import { type Language, LANGUAGES } from '#kernel/language.ts'
import type { Site } from './site.ts'

const SESSION = 'gestand'
const VISITOR = 'bezoek'
const LANGUAGE = 'taal'
const SESSION_BYTES = 32
const YEAR_SECONDS = 365 * 24 * 60 * 60

/** The secret of the session that the browser has, if it has the form of one. */
export function readSession(c: Context, site: Site): Buffer | undefined {
  const value = readCookie(c.req.header('cookie'), SESSION, site.secure)
  const secret = Buffer.from(value ?? '', 'base64url')
  return secret.length === SESSION_BYTES ? secret : undefined
}

export function writeSession(c: Context, site: Site, session: Buffer): void {
  const value = session.toString('base64url')
  add(c, writeCookie({ name: SESSION, value, secure: site.secure }))
}

export function clearSession(c: Context, site: Site): void {
  add(c, clearCookie(SESSION, site.secure))
}

/** The language that was chosen here before. */
export function readLanguage(c: Context, site: Site): Language | undefined {
  const chosen = readCookie(c.req.header('cookie'), LANGUAGE, site.secure)
  return LANGUAGES.find((language) => language === chosen)
}

export function writeLanguage(c: Context, site: Site, language: Language): void {
  const lasting = { maxAgeSeconds: YEAR_SECONDS, secure: site.secure }
  add(c, writeCookie({ name: LANGUAGE, value: language, ...lasting }))
}

/**
 * The token that every form of this browser carries. It is made from the session, or before there is one from a secret of
 * this visit, so that no other site can know it.
 */
export function formToken(c: Context, site: Site): string {
  const known = formSecret(c, site)
  if (known) return csrfToken(known)
  const { secret, cookie } = newVisitor(site.accounts.visitorKey)
  add(c, writeCookie({ name: VISITOR, value: cookie, secure: site.secure }))
  return csrfToken(secret)
}

/** Whether a form that comes back was drawn for this browser, and does not come from another site. */
export function isOurForm(c: Context, site: Site, token: unknown): boolean {
  const headers = {
    origin: c.req.header('origin'),
    secFetchSite: c.req.header('sec-fetch-site'),
    referer: c.req.header('referer'),
  }
  const secret = formSecret(c, site)
  return secret !== undefined && isOwnOrigin(headers, new URL(c.req.url)) && checkCsrf(secret, token)
}

function formSecret(c: Context, site: Site): Buffer | undefined {
  const cookie = readCookie(c.req.header('cookie'), VISITOR, site.secure)
  return readSession(c, site) ?? readVisitor(site.accounts.visitorKey, cookie)
}

function add(c: Context, cookie: string): void {
  c.header('set-cookie', cookie, { append: true })
}

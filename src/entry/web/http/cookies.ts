import type { Context } from 'hono'
import {
  checkCsrf,
  clearCookie,
  csrfToken,
  isOwnOrigin,
  newVisitor,
  readCookie,
  readToken,
  readVisitor,
  type SignInResult,
  writeCookie,
  writeToken,
} from '#accounts/index.ts'
import { type Language, LANGUAGES } from '#kernel/language.ts'
import type { Site } from './site.ts'

const SESSION = 'gestand'
const SIGN_IN = 'inloggen'
const VISITOR = 'bezoek'
const LANGUAGE = 'taal'
const ORGANISATION = 'organisatie'
const REFUSAL = 'niet-tellen'
const YEAR_SECONDS = 365 * 24 * 60 * 60

/** The secret of the session that the browser has, if it has the form of one. */
export function readSession(c: Context, site: Site): Buffer | undefined {
  return readToken(readCookie(c.req.header('cookie'), SESSION, site.secure))
}

/** Takes a session into use, also one that replaces another. */
export function writeSession(c: Context, site: Site, token: Buffer): void {
  writeSignIn(c, site, { token, needs: null })
}

export function clearSession(c: Context, site: Site): void {
  add(c, clearCookie(SESSION, site.secure))
}

/** The secret of a sign-in that is not yet complete. */
export function readSignIn(c: Context, site: Site): Buffer | undefined {
  return readToken(readCookie(c.req.header('cookie'), SIGN_IN, site.secure))
}

/** Keeps what signing in gave: a session, or the secret with which the next step is taken. */
export function writeSignIn(c: Context, site: Site, { token, needs }: SignInResult): void {
  const value = writeToken(token)
  add(c, clearCookie(needs === null ? SIGN_IN : SESSION, site.secure))
  add(c, writeCookie({ name: needs === null ? SESSION : SIGN_IN, value, secure: site.secure }))
}

/** The language that was chosen here before. */
export function readLanguage(c: Context, site: Site): Language | undefined {
  const chosen = readCookie(c.req.header('cookie'), LANGUAGE, site.secure)
  return LANGUAGES.find((language) => language === chosen)
}

/** Whose pages were chosen here before: it chooses what is shown, and gives no right. */
export function readOrganisation(c: Context, site: Site): string | undefined {
  return readCookie(c.req.header('cookie'), ORGANISATION, site.secure)
}

export function writeOrganisation(c: Context, site: Site, organisation: string): void {
  const lasting = { maxAgeSeconds: YEAR_SECONDS, secure: site.secure }
  add(c, writeCookie({ name: ORGANISATION, value: organisation, ...lasting }))
}

export function writeLanguage(c: Context, site: Site, language: Language): void {
  const lasting = { maxAgeSeconds: YEAR_SECONDS, secure: site.secure }
  add(c, writeCookie({ name: LANGUAGE, value: language, ...lasting }))
}

/** Whether it was said in this browser that visits are not to be counted. */
export function readRefusal(c: Context, site: Site): boolean {
  return readCookie(c.req.header('cookie'), REFUSAL, site.secure) === '1'
}

export function writeRefusal(c: Context, site: Site, refuses: boolean): void {
  const lasting = { maxAgeSeconds: YEAR_SECONDS, secure: site.secure }
  add(
    c,
    refuses
      ? writeCookie({ name: REFUSAL, value: '1', ...lasting })
      : clearCookie(REFUSAL, site.secure),
  )
}

/**
 * The token that every form of this browser carries. It is made from the session, or before there
 * is one from a secret of this visit, so that no other site can know it.
 */
export function formToken(c: Context, site: Site): string {
  const known = formSecret(c, site)
  if (known) return csrfToken(known)
  const { secret, cookie } = newVisitor(site.accounts.visitorKey)
  add(c, writeCookie({ name: VISITOR, value: cookie, secure: site.secure }))
  return csrfToken(secret)
}

/** Whether a form that comes back was drawn for this browser and this session. */
export function isOurForm(c: Context, site: Site, token: unknown): boolean {
  const secret = formSecret(c, site)
  return secret !== undefined && isFromHere(c, site) && checkCsrf(secret, token)
}

/** Whether what is sent comes from a page of ours, and not from another site. */
export function isFromHere(c: Context, site: Site): boolean {
  const headers = {
    origin: c.req.header('origin'),
    secFetchSite: c.req.header('sec-fetch-site'),
    referer: c.req.header('referer'),
  }
  // Behind a proxy the address that people use is not the one of this connection.
  return isOwnOrigin(headers, new URL(site.secure ? site.publicUrl : c.req.url))
}

function formSecret(c: Context, site: Site): Buffer | undefined {
  const cookie = readCookie(c.req.header('cookie'), VISITOR, site.secure)
  return readSession(c, site) ?? readVisitor(site.accounts.visitorKey, cookie)
}

function add(c: Context, cookie: string): void {
  c.header('set-cookie', cookie, { append: true })
}

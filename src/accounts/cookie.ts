/** How a cookie is set: it lasts until the browser closes unless `maxAgeSeconds` says otherwise. */
export interface CookieOptions {
  readonly name: string
  readonly value: string
  readonly secure: boolean
  readonly maxAgeSeconds?: number
}

/** `__Host-gestand` over https: a name that no other site under the domain can set. */
function cookieName(name: string, secure: boolean): string {
  return secure ? `__Host-${name}` : name
}

/** The `Set-Cookie` header: never for scripts, never along with requests from other sites. */
export function writeCookie({ name, value, secure, maxAgeSeconds }: CookieOptions): string {
  const parts = [`${cookieName(name, secure)}=${value}`, 'Path=/', 'HttpOnly', 'SameSite=Lax']
  if (secure) parts.push('Secure')
  if (maxAgeSeconds !== undefined) parts.push(`Max-Age=${maxAgeSeconds}`)
  return parts.join('; ')
}

/** Takes a cookie away. */
export function clearCookie(name: string, secure: boolean): string {
  return writeCookie({ name, value: '', secure, maxAgeSeconds: 0 })
}

/** The value of a cookie in a `Cookie` header. */
export function readCookie(
  header: string | undefined,
  name: string,
  secure: boolean,
): string | undefined {
  const begin = `${cookieName(name, secure)}=`
  const found = (header ?? '').split(/;\s*/).find((part) => part.startsWith(begin))
  return found?.slice(begin.length)
}

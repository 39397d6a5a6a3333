/** The headers with which a browser tells where a request comes from. */
export interface OriginHeaders {
  readonly origin?: string | undefined
  readonly secFetchSite?: string | undefined
  readonly referer?: string | undefined
}

/**
 * Whether a form was sent from our own pages. The browser's own word (`Sec-Fetch-Site`) counts
 * first, then the origin, then the page it came from. A request that tells nothing is not from a
 * browser with one of our forms.
 *
 * @param address Where the application is reached.
 */
export function isOwnOrigin(headers: OriginHeaders, address: URL): boolean {
  const { origin, secFetchSite, referer } = headers
  if (secFetchSite !== undefined) return secFetchSite === 'same-origin'
  if (origin !== undefined) return origin === address.origin
  return URL.canParse(referer ?? '') && new URL(referer ?? '').origin === address.origin
}

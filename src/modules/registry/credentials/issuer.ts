/** Who issues: the address under which an organisation is known to software of others. */
export interface Issuer {
  /** A `did:web` (W3C): the address of a document with its keys. */
  readonly did: string
  readonly name: string
  /** Address of the pages of the issuer, without a slash at the end. */
  readonly base: string
}

/** A public key of an issuer. */
export interface PublishedKey {
  /** What stands after the # in its address. */
  readonly id: string
  /** A Multikey. */
  readonly publicKey: string
  /** When it began to sign. */
  readonly since: Date
  /** When another took over: what it signed stays good. */
  readonly retiredAt: Date | null
  /** When it was withdrawn, since somebody else may have it: nothing that it signed is good. */
  readonly withdrawnAt: Date | null
}

/**
 * The issuer that an organisation is on a site. One site can have several, so the address holds its
 * short name.
 */
export function issuerOf(
  publicUrl: string,
  { id, name }: { readonly id: string; readonly name: string },
): Issuer {
  const { host, origin } = new URL(publicUrl)
  return {
    did: `did:web:${host.replace(':', '%3A')}:uitgevers:${id}`,
    name,
    base: `${origin}/uitgevers/${id}`,
  }
}

/** Where the public key stands with which something is signed. */
export function methodOf({ did }: Issuer, keyId: string): string {
  return `${did}#${keyId}`
}

/**
 * The document behind the address of an issuer (DID 1.0): all its keys. Those that were withdrawn
 * stand there with the moment, and may verify nothing.
 */
export function didDocument(issuer: Issuer, keys: readonly PublishedKey[]): object {
  const { did } = issuer
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    verificationMethod: keys.map(({ id, publicKey, withdrawnAt }) => ({
      id: methodOf(issuer, id),
      type: 'Multikey',
      controller: did,
      publicKeyMultibase: publicKey,
      ...(withdrawnAt && { revoked: secondsOf(withdrawnAt) }),
    })),
    assertionMethod: keys
      .filter(({ withdrawnAt }) => withdrawnAt === null)
      .map(({ id }) => methodOf(issuer, id)),
  }
}

/** A moment as these standards write it, in whole seconds. */
export function secondsOf(moment: Date): string {
  return moment.toISOString().replace(/\.\d{3}Z$/, 'Z')
}

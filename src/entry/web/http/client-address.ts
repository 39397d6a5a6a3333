import { isIP } from 'node:net'

/** What tells where a request comes from. */
export interface Sources {
  /** The other end of the connection. */
  readonly remote: string
  /** The header `X-Forwarded-For`: each proxy adds at its end who asked it. */
  readonly forwarded?: string | undefined
  /** How many proxies of our own stand before us. */
  readonly proxies: number
}

/**
 * The address of the browser. Only what our own proxies wrote counts: what stands further to the
 * left in the header, anybody can write, and so escape being counted.
 */
export function clientAddress({ remote, forwarded = '', proxies }: Sources): string {
  const told = forwarded
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const address = proxies > 0 ? told.at(-proxies) : undefined
  return address !== undefined && isIP(address) !== 0 ? address : remote
}

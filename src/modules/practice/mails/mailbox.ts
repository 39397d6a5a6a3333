const ADDRESS = /^([0-9a-f]{32})\.([a-z][a-z0-9]{1,30})$/

/** What stands before the @ in an address that takes mail. */
export function mailboxName(token: string, organisation: string): string {
  return `${token}.${organisation}`
}

/** What such a name says; undefined when it is none. */
export function readMailbox(
  name: string,
): { readonly token: string; readonly organisation: string } | undefined {
  const [, token, organisation] = ADDRESS.exec(name.toLowerCase()) ?? []
  return token !== undefined && organisation !== undefined ? { token, organisation } : undefined
}

const WINDOWS = new TextDecoder('windows-1252')

/** Text as it was written, also by programs that do not know UTF-8. */
export function readText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return WINDOWS.decode(bytes)
  }
}

import { gunzipSync, gzipSync } from 'node:zlib'

/**
 * Places in one list. The standard asks for no fewer, so that who fetches a list does not tell whose
 * diploma it is about (Bitstring Status List 1.0, 3.1).
 */
export const LIST_PLACES = 131_072

/** Where a diploma stands: in which list, and at which place of it. */
export interface StatusPlace {
  readonly list: number
  readonly place: number
}

/** The place of a diploma follows from its number in the sequence, so that nothing more is kept. */
export function statusPlace(serial: number): StatusPlace {
  return { list: Math.floor(serial / LIST_PLACES), place: serial % LIST_PLACES }
}

/** A list in which these places are set: "u" and the gzip of the bits, first bit first. */
export function encodeStatusList(places: readonly number[]): string {
  const bits = Buffer.alloc(LIST_PLACES / 8)
  for (const place of places) {
    const byte = Math.floor(place / 8)
    bits[byte] = (bits[byte] ?? 0) | (0x80 >> (place % 8))
  }
  return `u${gzipSync(bits).toString('base64url')}`
}

/** Whether a place is set in what `encodeStatusList` wrote. */
export function isSet(encoded: string, place: number): boolean {
  const bits = gunzipSync(Buffer.from(encoded.slice(1), 'base64url'), {
    maxOutputLength: LIST_PLACES / 8,
  })
  return ((bits[Math.floor(place / 8)] ?? 0) & (0x80 >> (place % 8))) !== 0
}

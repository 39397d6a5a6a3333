import { gunzipSync, gzipSync } from 'node:zlib'

/**
 * Places in one list. The standard asks for no fewer, so that who fetches a list does not tell
 * whose diploma it is about (Bitstring Status List 1.0, 3.1).
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

/** The places that are set in what `encodeStatusList` wrote, in their order. */
export function placesOf(encoded: string): number[] {
  const bits = gunzipSync(Buffer.from(encoded.slice(1), 'base64url'), {
    maxOutputLength: LIST_PLACES / 8,
  })
  return [...bits].flatMap((byte, index) =>
    byte === 0
      ? []
      : PLACES_OF_BYTE.flatMap((bit) => (byte & (0x80 >> bit) ? index * 8 + bit : [])),
  )
}

const PLACES_OF_BYTE = [0, 1, 2, 3, 4, 5, 6, 7]

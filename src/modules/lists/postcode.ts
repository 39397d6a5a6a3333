import { type Reading, read, refuse } from './reading.ts'

const DUTCH = /^(?:nl[- ]?)?([1-9]\d{3})[- ]?([a-z]{2})$/i

/**
 * Postcodes of the neighbours, which need their country before them to be told apart from a half
 * Dutch one.
 */
const FOREIGN = /^(B|BE|D|DE|L|F|FR|LU)[- ](\d{4,5})$/i

/** Letters that no Dutch postcode has. */
const NEVER_USED = new Set(['SA', 'SD', 'SS'])

/**
 * Reads a Dutch postcode however it is spaced and writes it `1234 AB`; a foreign one as `B-1000`.
 */
export function readPostcode(text: string): Reading<string> {
  const [, digits, letters] = DUTCH.exec(text) ?? []
  if (digits !== undefined && letters !== undefined) {
    const capitals = letters.toUpperCase()
    if (NEVER_USED.has(capitals)) return refuse('POSTCODE_UNREADABLE')
    return read(`${digits} ${capitals}`)
  }
  const [, country, number] = FOREIGN.exec(text) ?? []
  if (country !== undefined) return read(`${country.toUpperCase()}-${number}`)
  return refuse(/^\d{4,5}$/.test(text) ? 'POSTCODE_LETTERS_MISSING' : 'POSTCODE_UNREADABLE')
}

/** Splits `1234 AB Utrecht` in one column into postcode and town; either may be missing. */
export function splitPostcodeAndCity(text: string): { postcode?: string; city?: string } {
  const [, postcode, city] = /^((?:nl[- ]?)?\d{4}[- ]?[a-z]{2})(?:[ ,]+(.*))?$/i.exec(text) ?? []
  if (postcode === undefined) return /\d/.test(text) ? { postcode: text } : { city: text }
  return { postcode, ...(city && { city: city.trim() }) }
}

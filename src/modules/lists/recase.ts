import { isPrefix } from './prefix.ts'

/** Longest word of capitals that can be initials and is left alone. */
const MAX_INITIALS = 3

/**
 * Writes a name that stands wholly in capitals, or wholly in small letters, as names are written:
 * `VAN DER BERG` becomes `van der Berg`. Names with both are left as they are.
 */
export function recaseName(name: string): { readonly name: string; readonly recased: boolean } {
  const letters = name.replace(/[^\p{L}]/gu, '')
  // Scripts without capitals are both at once, and left alone.
  const cased = letters.toUpperCase() !== letters.toLowerCase()
  const shouted = cased && letters === letters.toUpperCase() && letters.length > MAX_INITIALS
  const small = cased && letters === letters.toLowerCase() && !isPrefix(name)
  if (!shouted && !small) return { name, recased: false }
  return { name: name.split(' ').map(recaseWord).join(' '), recased: shouted }
}

function recaseWord(word: string): string {
  if (word.includes('.')) return word
  return word.split('-').map(recasePart).join('-')
}

function recasePart(part: string): string {
  const lower = part.toLowerCase()
  if (isPrefix(lower)) return lower
  if (lower.startsWith('ij')) return `IJ${lower.slice(2)}`
  if (isConsonants(part)) return part
  return lower.replace(/^(\P{L}*)(\p{L})/u, (_, before: string, first: string) => {
    return before + first.toUpperCase()
  })
}

/** `JP` in `JP JANSEN` are initials; `JAN` is not. */
function isConsonants(part: string): boolean {
  return part.length <= MAX_INITIALS && /^[B-DF-HJ-NP-TV-XZ]+$/u.test(part)
}

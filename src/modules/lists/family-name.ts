import { countPrefixWords, isPrefix } from './prefix.ts'

/** A family name and the prefix that the alphabet passes over. */
export interface SplitFamilyName {
  readonly prefix?: string
  readonly familyName: string
}

/** Longest prefix that is looked for behind a family name, in words. */
const MAX_PREFIX_WORDS = 3

/**
 * Takes the prefix from the front or the end of a family name, `van der Berg`, `Berg, van den`,
 * `Berg van den`, unless a column of its own gives another.
 */
export function readFamilyName(family: string, prefixColumn: string): SplitFamilyName {
  const words = family.split(/[ ,]+/u).filter((word) => word !== '')
  const column = isPrefix(prefixColumn.toLowerCase()) ? prefixColumn.toLowerCase() : prefixColumn
  const { prefix, rest } = takePrefix(words)
  // What a column gives is not taken from the name as well, save when the name repeats it.
  if (column !== '' && prefix.toLowerCase() !== column) {
    return { prefix: column, familyName: words.join(' ') }
  }
  return { ...(prefix && { prefix }), familyName: rest.join(' ') }
}

function takePrefix(words: readonly string[]): { prefix: string; rest: readonly string[] } {
  const front = countPrefixWords(words, 0)
  if (front > 0 && front < words.length) {
    return { prefix: words.slice(0, front).join(' '), rest: words.slice(front) }
  }
  const start = words.length - countWordsBehind(words)
  return { prefix: words.slice(start).join(' '), rest: words.slice(0, start) }
}

/** How many words at the end form a prefix, with words left before them. */
function countWordsBehind(words: readonly string[]): number {
  for (let length = MAX_PREFIX_WORDS; length > 0; length--) {
    const at = words.length - length
    if (at > 0 && countPrefixWords(words, at) === length) return length
  }
  return 0
}

/**
 * Prefixes of Dutch family names and of some that came from elsewhere, lower case. A list keeps
 * them out of the alphabet, so they have a field of their own.
 */
const PREFIXES = new Set(
  `
    van, van de, van den, van der, van het, van 't, van ter, van la, van 's, de, den, der, 't,
    's, het, ter, ten, te, te der, van op den, op de, op den, op der, op het, op 't, op ten,
    op, in de, in den, in der, in het, in 't, in, aan de, aan den, aan der, aan het, aan 't,
    aan, bij de, bij den, bij het, bij 't, bij, onder de, onder den, onder 't, onder, over de,
    over den, over 't, over, uit de, uit den, uit 't, uit het, uit, uijt de, uijt den, uijt
    't, voor de, voor den, voor 't, voor, tot, toe, von, von der, von dem, von den, vom, zu,
    zum, zur, von und zu, de la, de las, de los, de le, des, du, la, le, les, del, della, di,
    da, das, do, dos, de los santos, d', l', degli, dalla, v.d., v/d, v., vd, vdr, v. d., v.d,
    v/den, v.der, v.de, v.den`
    .split(',')
    .map((word) => word.trim().replace(/\s+/g, ' ')),
)

/** Short words that are also given or family names: they count as a prefix in lower case only. */
const LOWER_CASE_ONLY = new Set([
  'do',
  'in',
  'op',
  'das',
  'toe',
  'tot',
  'bij',
  'over',
  'uit',
  'voor',
])

const LONGEST_PREFIX = 3

/** Words with which a family name begins without being a prefix: El Amrani, Ben Ali, Ait Taleb. */
const OPENERS = new Set(
  "el al ben bin ibn abu abou ait oulad ould bou mac san st saint santa o'".split(' '),
)

/** How many words at the place form a prefix; the longest that fits, 0 when none does. */
export function countPrefixWords(words: readonly string[], at: number): number {
  for (let length = LONGEST_PREFIX; length > 0; length--) {
    const taken = words.slice(at, at + length)
    if (taken.length === length && isPrefix(taken.join(' '))) return length
  }
  return 0
}

/** Tells whether words form a prefix, as written: `van der`, `Van der`, `van ’t`, `v.d.`. */
export function isPrefix(words: string): boolean {
  const plain = plainApostrophe(words)
  if (LOWER_CASE_ONLY.has(plain.toLowerCase())) return PREFIXES.has(plain)
  return PREFIXES.has(plain.toLowerCase())
}

/** Tells whether a word begins a family name of several words. */
export function isOpener(word: string): boolean {
  return OPENERS.has(word.toLowerCase())
}

/** Tells whether a prefix is abbreviated, so that it cannot be known what it stands for: v.d. */
export function isShortened(prefix: string): boolean {
  return /^v(?:[./]|dr?$)/i.test(prefix)
}

/** The apostrophe has many shapes in lists; names get the typewriter's. */
export function plainApostrophe(text: string): string {
  return text.replace(/[‘’‛`´ʼ]/gu, "'")
}

/** What the fonts that come with the press draw: the alphabets of Europe, and common signs. */
const DRAWN = [
  '\\t\\n\\r -~\\u{a0}-\\u{24f}\\u{2b0}-\\u{377}\\u{384}-\\u{38a}\\u{38c}\\u{38e}-\\u{3a1}',
  '\\u{3a3}-\\u{477}\\u{48a}-\\u{4f9}\\u{1e00}-\\u{1eff}\\u{2000}-\\u{2037}\\u{2039}-\\u{2040}',
  '\\u{20a0}-\\u{20bf}\\u{2116}\\u{2122}\\u{2190}-\\u{21ff}\\u{2212}\\u{2248}\\u{2260}-\\u{2265}',
  '\\u{2500}-\\u{257f}\\u{25a0}-\\u{25ff}\\u{2610}-\\u{2612}\\u{2713}-\\u{2718}',
].join('')

const MODIFIERS = /\p{Emoji_Modifier}|\p{Variation_Selector}/gu
// oxlint-disable-next-line no-control-regex -- Old text has them, and no paper shows them.
const CONTROLS = /[\u{0}-\u{8}\u{b}\u{c}\u{e}-\u{1f}\u{7f}-\u{9f}]/gu
/** Bullets as text processors leave them, in a font of symbols that nobody else has. */
const BULLETS = /[\u{f0a7}\u{f0b7}\u{f0d8}\u{f0fc}]/gu
const UNDRAWN = new RegExp(`[^${DRAWN}]`, 'gu')

/**
 * Data with a square in place of each sign that no font of the press can draw, for paper that
 * would otherwise not be there at all. A file that goes inside stays as it is.
 */
export function drawable(data: unknown): unknown {
  if (typeof data === 'string') return drawableText(data)
  if (Array.isArray(data)) return data.map(drawable)
  if (typeof data !== 'object' || data === null) return data
  const cells = Object.entries(data)
  return Object.fromEntries(
    cells.map(([key, cell]) => [key, key === 'file' ? cell : drawable(cell)]),
  )
}

function drawableText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(CONTROLS, '')
    .replaceAll(MODIFIERS, '')
    .replaceAll(BULLETS, '•')
    .replaceAll(UNDRAWN, '□')
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

type Colour = readonly [lightness: number, a: number, b: number]
type Colours = ReadonlyMap<string, Colour>

const css = readFileSync(join(import.meta.dirname, 'theme.css'), 'utf8')
const [light = '', dark = ''] = css.split('@media screen and (prefers-color-scheme: dark)')
const LABELS = ['ink', 'forest', 'plum', 'slate']
const TONES = ['info', 'success', 'warning', 'error', 'secondary']

test.each(LABELS.flatMap((label) => [[label, 'light'] as const, [label, 'dark'] as const]))(
  'the theme %s can be read in %s by people who see less contrast',
  (label, scheme) => {
    const colours = coloursOf(label, scheme)
    const unreadable = [...textPairs(colours)].filter(
      ([, text, ground]) => ratio(text, ground) < 4.5,
    )
    expect(unreadable.map(([name]) => name)).toEqual([])
    const unseen = [...edgePairs(colours)].filter(([, edge, ground]) => ratio(edge, ground) < 3)
    expect(unseen.map(([name]) => name)).toEqual([])
  },
)

test('contrast is measured as WCAG measures it', () => {
  const white: Colour = [1, 0, 0]
  expect(ratio([0, 0, 0], white)).toBeCloseTo(21, 1)
  // The greys on either side of the one that just passes, #767676.
  expect(ratio([0.562, 0, 0], white)).toBeGreaterThan(4.5)
  expect(ratio([0.575, 0, 0], white)).toBeLessThan(4.5)
})

type Pair = readonly [name: string, front: Colour, ground: Colour]

/** Words and the grounds that components put them on, mixed as the style sheets mix them. */
function* textPairs(colours: Colours): Generator<Pair> {
  const get = (name: string): Colour => read(colours, name)
  const page = get('base-200')
  const sheet = get('base-100')
  const panel = mix(get('primary'), page, 0.06)
  const hovered = mix(get('primary'), sheet, 0.05)
  for (const text of ['base-content', 'muted', 'primary', 'error']) {
    for (const ground of [page, sheet, panel, hovered])
      yield [`${text} on a page`, get(text), ground]
  }
  for (const tone of [...TONES, 'primary', 'neutral']) {
    yield [`${tone} filled`, get(`${tone}-content`), get(tone)]
  }
  for (const tone of TONES) {
    yield [`${tone} badge`, get(tone), mix(get(tone), sheet, 0.08)]
    yield [`link in ${tone} notice`, get('primary'), mix(get(tone), sheet, 0.07)]
    yield [`clause mark ${tone}`, get(tone), page]
  }
  const band = get('band')
  yield ['band', get('band-content'), band]
  yield ['band, other section', get('band-muted'), band]
  yield ['band, hovered', get('band-content'), mix(get('band-content'), band, 0.12)]
  yield ['strip', get('base-content'), mix(get('band-mark'), sheet, 0.24)]
}

/** Edges of controls and rings of focus with what lies around them. */
function* edgePairs(colours: Colours): Generator<Pair> {
  const get = (name: string): Colour => read(colours, name)
  for (const ground of ['base-100', 'base-200']) {
    for (const edge of ['edge', 'accent', 'primary', 'error']) {
      yield [`${edge} on ${ground}`, get(edge), get(ground)]
    }
  }
  yield ['focus in the band', get('band-mark'), get('band')]
}

/**
 * The colours of a label: those of light, then those of dark over them, each for all and then for
 * the label.
 */
function coloursOf(label: string, scheme: 'light' | 'dark'): Colours {
  const colours = new Map<string, Colour>()
  for (const part of scheme === 'light' ? [light] : [light, dark]) {
    for (const [, selector = '', body = ''] of part.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
      if (selector.includes(':root') || selector.includes(`"${label}"`)) takeColours(body, colours)
    }
  }
  return colours
}

function takeColours(body: string, colours: Map<string, Colour>): void {
  const written = /--color-([\w-]+): oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)/g
  for (const [, name = '', lightness, chroma, hue] of body.matchAll(written)) {
    const turn = (Number(hue) * Math.PI) / 180
    const reach = Number(chroma)
    colours.set(name, [Number(lightness) / 100, reach * Math.cos(turn), reach * Math.sin(turn)])
  }
}

function read(colours: Colours, name: string): Colour {
  const colour = colours.get(name)
  if (!colour) throw new Error(`no colour is called ${name}`)
  return colour
}

/** `color-mix(in oklab, front share, ground)` */
function mix(front: Colour, ground: Colour, share: number): Colour {
  const between = (a: number, b: number): number => a * share + b * (1 - share)
  return [between(front[0], ground[0]), between(front[1], ground[1]), between(front[2], ground[2])]
}

/** Contrast by WCAG 2.2. */
function ratio(one: Colour, other: Colour): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

/** Relative luminance of an Oklab colour, by the matrices of Björn Ottosson (2020). */
function luminance([lightness, a, b]: Colour): number {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const red = clamp(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s)
  const green = clamp(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s)
  const blue = clamp(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function clamp(channel: number): number {
  return Math.min(1, Math.max(0, channel))
}

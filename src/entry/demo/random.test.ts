import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createDeck, createRandom } from './random.ts'

test('the same seed gives the same draws, and another seed gives others', () => {
  const draw = (seed: string): number[] => {
    const random = createRandom(seed)
    return Array.from({ length: 20 }, () => random.int(0, 1_000_000))
  }
  expect(draw('a')).toEqual(draw('a'))
  expect(draw('a')).not.toEqual(draw('b'))
})

test('a fork is not changed by what is drawn from its source', () => {
  const one = createRandom('a')
  const other = createRandom('a')
  other.int(0, 9)
  expect(one.fork('part').int(0, 1_000_000)).toBe(other.fork('part').int(0, 1_000_000))
})

test('a number stays between its bounds, and every bound is reached', () => {
  const random = createRandom('bounds')
  const drawn = new Set(Array.from({ length: 500 }, () => random.int(3, 7)))
  expect([...drawn].toSorted((one, other) => one - other)).toEqual([3, 4, 5, 6, 7])
})

test('a deck deals every item once before it deals one again, and never twice in a row', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 2, max: 12 }), (seed, size) => {
      const items = Array.from({ length: size }, (_, index) => index)
      const deal = createDeck(items, createRandom(seed))
      const dealt = Array.from({ length: size * 3 }, () => deal())
      expect(new Set(dealt.slice(0, size)).size).toBe(size)
      expect(new Set(dealt.slice(size, size * 2)).size).toBe(size)
      expect(dealt.some((item, at) => at > 0 && item === dealt[at - 1])).toBe(false)
    }),
  )
})

/** A source of chance that gives the same outcomes for the same seed, on every machine. */
export interface Random {
  /** A whole number from `min` up to and including `max`. */
  readonly int: (min: number, max: number) => number
  /** True in this share of the draws, from 0 to 1. */
  readonly chance: (share: number) => boolean
  /** One of the items. @throws RangeError when there are none. */
  readonly pick: <Item>(items: readonly Item[]) => Item
  /** The items in another order. */
  readonly shuffle: <Item>(items: readonly Item[]) => Item[]
  /**
   * A source of its own for one part, so that a change there leaves the other parts as they were.
   */
  readonly fork: (part: string) => Random
}

/** Makes a source of chance from a seed, by the generator mulberry32. Not for secrets. */
export function createRandom(seed: string): Random {
  let state = hash(seed)
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1))
  return {
    int,
    chance: (share) => next() < share,
    pick: (items) => at(items, int(0, items.length - 1)),
    shuffle: (items) => shuffle(items, int),
    fork: (part) => createRandom(`${seed}/${part}`),
  }
}

/** Deals the items in a shuffled order, and shuffles anew when all have been dealt. */
export function createDeck<Item>(items: readonly Item[], random: Random): () => Item {
  let left: Item[] = []
  let last: Item | undefined
  return () => {
    if (left.length === 0) left = random.shuffle(items)
    // The first of a new round is not the last of the one before.
    if (items.length > 1 && left.at(-1) === last) left.reverse()
    last = at(left, left.length - 1)
    left.pop()
    return last
  }
}

function shuffle<Item>(items: readonly Item[], int: Random['int']): Item[] {
  const rest = [...items]
  const mixed: Item[] = []
  while (rest.length > 0) mixed.push(...rest.splice(int(0, rest.length - 1), 1))
  return mixed
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index]
  if (item === undefined) throw new RangeError('nothing to pick from')
  return item
}

/** FNV-1a over the letters of the seed. */
function hash(text: string): number {
  let sum = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193)
  }
  return sum >>> 0
}

/** Records and operations of GDPRbench (Shastri and others, PVLDB 13(7), 2020), by its paper. */

/** Seconds that records are kept. The first of them is over before anything is asked. */
const TERMS = [30, 10_000, 12_000, 14_000, 16_000, 18_000, 20_000, 22_000, 24_000, 1_000_000]
/** Divides the number of users. */
export const PURPOSES = 25
const OBJECTIONS = 100
const SKEW = 0.99

export interface GdprRecord {
  readonly key: string
  readonly purpose: string
  /** A number from 0. */
  readonly user: number
  /** In seconds. */
  readonly term: number
  readonly objection: string
  readonly decision: string
  readonly acl: string
  readonly shared: string
  readonly source: string
  readonly category: string
  readonly data: string
}

export function makeRecord(i: number, users: number): GdprRecord {
  const tenth = i % 10
  return {
    key: `key${i}`,
    purpose: `purpose${i % PURPOSES}`,
    user: i % users,
    term: TERMS[tenth] ?? 0,
    objection: `obj${i % OBJECTIONS}`,
    decision: `dec${i % 2}`,
    acl: `acl${tenth}`,
    shared: `shr${tenth}`,
    source: `src${tenth}`,
    category: `cat${tenth}`,
    data: `data${i} `.padEnd(100, 'x'),
  }
}

/** What is asked; the words after the first dash say by what. */
export type GdprOperation =
  | { readonly act: 'create'; readonly record: GdprRecord }
  | { readonly act: 'delete-purpose' | 'read-purpose'; readonly purpose: string }
  | { readonly act: 'update-purpose'; readonly purpose: string; readonly value: string }
  | { readonly act: 'delete-user' | 'read-user' | 'metadata-user'; readonly user: number }
  | { readonly act: 'update-user'; readonly user: number; readonly value: string }
  | {
      readonly act: 'metadata-key' | 'delete-key' | 'read-key' | 'verify-key'
      readonly key: string
      readonly user: number
    }
  | {
      readonly act: 'data-key' | 'update-key'
      readonly key: string
      readonly user: number
      readonly value: string
    }
  | { readonly act: 'read-objection'; readonly objection: string }
  | { readonly act: 'logs' }

export type Mix = 'controller' | 'customer' | 'processor' | 'regulator'

/** The mixes of the paper, in percent. */
const MIXES: Readonly<Record<Mix, readonly (readonly [number, GdprOperation['act']])[]>> = {
  controller: [
    [25, 'create'],
    [12.5, 'delete-purpose'],
    [12.5, 'delete-user'],
    [25, 'update-purpose'],
    [25, 'update-user'],
  ],
  customer: [
    [20, 'read-user'],
    [20, 'metadata-key'],
    [20, 'data-key'],
    [20, 'update-key'],
    [20, 'delete-key'],
  ],
  processor: [
    [80, 'read-key'],
    [10, 'read-purpose'],
    [10, 'read-objection'],
  ],
  regulator: [
    [46, 'metadata-user'],
    [31, 'logs'],
    [23, 'verify-key'],
  ],
}

export interface Asking {
  readonly records: number
  readonly users: number
  readonly random: () => number
  /**
   * Only users of whom the number leaves this, divided by `lanes`; a controller changes by purpose
   * what many users have, and keeps to purposes of its own.
   */
  readonly lane: number
  readonly lanes: number
  /** Number of the first record that is made anew: a multiple of the number of purposes. */
  readonly fresh: number
}

/** Operations of a mix: users by Zipf for customers, uniform for others. */
export function makeOperations(mix: Mix, amount: number, asking: Asking): GdprOperation[] {
  const { records, users, random } = asking
  const pick = userPicker(mix, asking)
  const numbers = mix === 'controller' ? purposesOf(asking) : purposesOf({ lane: 0, lanes: 1 })
  return Array.from({ length: amount }, (_, n): GdprOperation => {
    const user = pick()
    const key = `key${user + users * Math.floor(random() * Math.floor(records / users))}`
    const number = numbers[Math.floor(random() * numbers.length)] ?? 0
    const purpose = `purpose${number}`
    const act = chooseAct(mix, random())
    switch (act) {
      case 'create':
        return { act, record: makeFresh(asking.fresh + n * PURPOSES + number, users) }
      case 'delete-purpose':
      case 'read-purpose':
        return { act, purpose }
      case 'update-purpose':
        return { act, purpose, value: `new${n}` }
      case 'delete-user':
      case 'read-user':
      case 'metadata-user':
        return { act, user }
      case 'update-user':
        return { act, user, value: `new${n}` }
      case 'data-key':
      case 'update-key':
        return { act, key, user, value: `new${n}` }
      case 'read-objection':
        return { act, objection: `obj${Math.floor(random() * OBJECTIONS)}` }
      case 'logs':
        return { act }
      default:
        return { act, key, user }
    }
  })
}

/** The purposes of a controller, who shares them with the others that are at it. */
function purposesOf({ lane, lanes }: Pick<Asking, 'lane' | 'lanes'>): number[] {
  const all = Array.from({ length: PURPOSES }, (_, number) => number)
  return all.filter((number) => number % lanes === lane)
}

/** The records of a user all have one purpose, since the users are a multiple of those. */
function userPicker(mix: Mix, asking: Asking): () => number {
  const { users, random, lane, lanes } = asking
  if (mix === 'controller') {
    const numbers = purposesOf(asking)
    return () => {
      const number = numbers[Math.floor(random() * numbers.length)] ?? 0
      return number + PURPOSES * Math.floor((random() * users) / PURPOSES)
    }
  }
  const own = Math.floor((users - lane - 1) / lanes) + 1
  const pick = mix === 'customer' ? zipf(own, random) : () => Math.floor(random() * own)
  return () => pick() * lanes + lane
}

/** Nobody writes what is past its term already. */
function makeFresh(i: number, users: number): GdprRecord {
  const record = makeRecord(i, users)
  return { ...record, term: Math.max(record.term, TERMS[1] ?? 0) }
}

function chooseAct(mix: Mix, at: number): GdprOperation['act'] {
  let left = at * 100
  for (const [share, act] of MIXES[mix]) {
    left -= share
    if (left < 0) return act
  }
  return MIXES[mix][0]?.[1] ?? 'logs'
}

function zipf(amount: number, random: () => number): () => number {
  const sums: number[] = []
  let sum = 0
  for (let rank = 1; rank <= amount; rank += 1) sums.push((sum += rank ** -SKEW))
  return () => {
    const at = random() * sum
    let [low, high] = [0, amount - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) < at) low = middle + 1
      else high = middle
    }
    return low
  }
}

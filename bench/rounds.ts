/** How long and how often is measured. */
export interface Effort {
  readonly rounds: number
  readonly roundMs: number
  readonly warmUpMs: number
}

/** One operation; the number chooses what it works on. */
export type Operation = (random: () => number) => Promise<void>

/** Operations a second, one figure a round. */
export interface Speeds {
  readonly peer: number[]
  readonly ours: number[]
}

/**
 * Lets two contenders run in turn, so that whatever else the machine does hits both. Each keeps
 * `inFlight` operations going.
 */
export async function race(
  contenders: { readonly peer: Operation; readonly ours: Operation },
  { inFlight, effort, seed }: { inFlight: number; effort: Effort; seed: number },
): Promise<Speeds> {
  const random = randomFrom(seed)
  await measure(contenders.peer, { inFlight, forMs: effort.warmUpMs, random })
  await measure(contenders.ours, { inFlight, forMs: effort.warmUpMs, random })
  const speeds: Speeds = { peer: [], ours: [] }
  for (let round = 0; round < effort.rounds; round++) {
    speeds.peer.push(await measure(contenders.peer, { inFlight, forMs: effort.roundMs, random }))
    speeds.ours.push(await measure(contenders.ours, { inFlight, forMs: effort.roundMs, random }))
  }
  return speeds
}

/** The middle one; of an even number the lower of the two. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN
}

export interface Measure {
  readonly inFlight: number
  readonly forMs: number
  readonly random: () => number
}

/** How many operations a second are done for so long. */
export async function measure(
  operation: Operation,
  { inFlight, forMs, random }: Measure,
): Promise<number> {
  const startedAt = performance.now()
  let done = 0
  const keepGoing = async (): Promise<void> => {
    while (performance.now() - startedAt < forMs) {
      await operation(random)
      done++
    }
  }
  await Promise.all(Array.from({ length: inFlight }, keepGoing))
  return (done * 1_000) / (performance.now() - startedAt)
}

/** Numbers in [0, 1) that follow from a seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

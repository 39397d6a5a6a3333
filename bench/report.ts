import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PROJECT } from '#kernel/project.ts'
import { median, type Speeds } from './rounds.ts'

/** What one comparison gave. */
export interface Result {
  readonly name: string
  readonly peer: string
  readonly seed: number
  readonly speeds: Speeds
  /** Median of ours over the median of the peer. */
  readonly ratio: number
  /** The ratio to reach. */
  readonly goal: number
  readonly correct: boolean
  /** What was looked at to say so. */
  readonly verdict: string
}

/** What was measured by itself: an amount beside the one that it may be at most, or must be. */
export interface Measurement {
  readonly name: string
  readonly unit: string
  readonly value: number
  readonly atMost?: number
  readonly atLeast?: number
  readonly correct: boolean
  readonly verdict: string
}

/** Puts the medians of a race beside the goal. */
export function toResult(race: Omit<Result, 'ratio'>): Result {
  const ratio = median(race.speeds.ours) / median(race.speeds.peer)
  return { ...race, ratio: Math.round(ratio * 1_000) / 1_000 }
}

/** One figure in one line of text. */
export function toLine(outcome: Result | Measurement): string {
  const { name, correct, verdict } = outcome
  const figure =
    'ratio' in outcome ? `${outcome.ratio} of ${outcome.peer}` : `${outcome.value} ${outcome.unit}`
  return `${name}: ${figure}; ${correct ? '' : 'NOT CORRECT: '}${verdict}`
}

export function printReport(results: readonly Result[]): void {
  const lines = results.map(({ name, peer, speeds, ratio, goal, correct, verdict }) => ({
    bench: name,
    peer,
    'peer/s': Math.round(median(speeds.peer)),
    'ours/s': Math.round(median(speeds.ours)),
    ratio,
    goal,
    reached: ratio >= goal,
    correct: correct ? `yes: ${verdict}` : `NO: ${verdict}`,
  }))
  console.table(lines)
  console.log(
    `seed ${results[0]?.seed}, medians of ${results[0]?.speeds.ours.length} rounds in turn`,
  )
}

export function printMeasurements(measurements: readonly Measurement[]): void {
  const lines = measurements.map(({ name, unit, value, atMost, atLeast, correct, verdict }) => ({
    measured: name,
    value: `${value} ${unit}`,
    goal: atMost === undefined ? `at least ${atLeast} ${unit}` : `at most ${atMost} ${unit}`,
    reached: value <= (atMost ?? value) && value >= (atLeast ?? value),
    correct: correct ? `yes: ${verdict}` : `NO: ${verdict}`,
  }))
  console.table(lines)
}

/** Keeps the figures in `bench/results`, which is not under version control. */
export async function writeReport(
  name: string,
  results: readonly (Result | Measurement)[],
  quick: boolean,
): Promise<void> {
  const folder = join(PROJECT, 'bench', 'results')
  await mkdir(folder, { recursive: true })
  const file = join(folder, `${name}${quick ? '-quick' : ''}.json`)
  await writeFile(file, `${JSON.stringify(results, null, 2)}\n`)
}

/**
 * `npm run bench -- NAME [--quick] [--json] [--seed N]`: `open` and `list` load a server of their
 * own, let a peer and Gestand run in turn, and print the ratio of their medians; `memory` starts
 * the product and measures it. Each result has a verdict on correctness.
 */
import { parseArgs } from 'node:util'
import { loadBureau, type Size } from './bureau.ts'
import { startInstallation } from './installation.ts'
import { benchList } from './list.ts'
import { benchMemory } from './memory.ts'
import { benchOpen } from './open.ts'
import {
  type Measurement,
  printMeasurements,
  printReport,
  type Result,
  writeReport,
} from './report.ts'
import type { Effort } from './rounds.ts'

const FULL: { size: Size; effort: Effort } = {
  size: { dossiers: 100_000, notesEach: 10, caseload: 50 },
  effort: { rounds: 7, roundMs: 2_000, warmUpMs: 2_000 },
}
const QUICK: typeof FULL = {
  size: { dossiers: 2_000, notesEach: 10, caseload: 50 },
  effort: { rounds: 5, roundMs: 150, warmUpMs: 150 },
}

/** Races against a peer, in a bureau that is loaded for them. */
const RACES = { open: benchOpen, list: benchList }
/** What is measured in the product as it starts. */
const MEASURES = { memory: benchMemory }

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    seed: { type: 'string' },
  },
})

function isRace(name: string): name is keyof typeof RACES {
  return Object.hasOwn(RACES, name)
}

function isMeasure(name: string): name is keyof typeof MEASURES {
  return Object.hasOwn(MEASURES, name)
}

async function race(name: keyof typeof RACES): Promise<Result[]> {
  const { size, effort } = values.quick ? QUICK : FULL
  const seed = Number(values.seed ?? Date.now() % 1_000_000)
  const installation = await startInstallation()
  try {
    const bureau = await loadBureau(installation, size, seed)
    return await RACES[name](installation, bureau, effort)
  } finally {
    await installation.stop()
  }
}

async function measure(name: keyof typeof MEASURES): Promise<Measurement[]> {
  return MEASURES[name]({ quick: values.quick })
}

function tell<R>(results: R[], print: (results: R[]) => void): R[] {
  if (values.json) console.log(JSON.stringify(results, null, 2))
  else print(results)
  return results
}

const [name = ''] = positionals
if (!isRace(name) && !isMeasure(name)) {
  const names = [...Object.keys(RACES), ...Object.keys(MEASURES)]
  console.error(`Which one? There are: ${names.join(', ')}.`)
  process.exit(2)
}
const results = isRace(name)
  ? tell(await race(name), printReport)
  : tell(await measure(name), printMeasurements)
await writeReport(name, results, values.quick)
process.exitCode = results.every((result) => result.correct) ? 0 : 1

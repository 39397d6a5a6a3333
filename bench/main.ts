/**
 * `npm run bench -- NAME [--quick] [--json] [--seed N]`: `open` and `list` load a server of their
 * own, let a peer and Gestand run in turn, and print the ratio of their medians; `page` does so
 * with whole pages, `http` with JSON, `restore` with a backup, `ledger` with its lines and `policy`
 * with how much there is to decide on; `erase` and `retention` with deletes written by hand;
 * `gdprbench` does what a benchmark of others asks; `drills` brings backups back after random
 * histories; `registry` has a register of a whole country; `memory` starts the product and measures
 * it. Each result has a verdict on correctness.
 */
import { parseArgs } from 'node:util'
import { type Bureau, loadBureau, type Size } from './bureau.ts'
import { benchDrills } from './drills.ts'
import { benchErase } from './erase.ts'
import { benchGdpr } from './gdprbench.ts'
import { benchHttp } from './http.ts'
import { type BenchInstallation, startInstallation } from './installation.ts'
import { benchLedger } from './ledger.ts'
import { benchList } from './list.ts'
import { benchMemory } from './memory.ts'
import { benchOpen } from './open.ts'
import { benchPage } from './page.ts'
import { benchPolicy } from './policy.ts'
import {
  type Measurement,
  printMeasurements,
  printReport,
  type Result,
  writeReport,
} from './report.ts'
import { benchRegistry } from './registry.ts'
import { benchRestore } from './restore.ts'
import { benchRetention } from './retention.ts'
import type { Effort } from './rounds.ts'

const FULL: { size: Size; effort: Effort } = {
  size: { dossiers: 100_000, notesEach: 10, caseload: 50 },
  effort: { rounds: 7, roundMs: 2_000, warmUpMs: 2_000 },
}
const QUICK: typeof FULL = {
  size: { dossiers: 2_000, notesEach: 10, caseload: 50 },
  effort: { rounds: 5, roundMs: 150, warmUpMs: 150 },
}

/** Those that are timed, and 10,000 others. */
const POLICY_SIZE: Size = { dossiers: 10_050, notesEach: 10, caseload: 50 }

/** How much of the register `--quick` loads. */
const QUICK_SCALE = 0.01

interface Outcome {
  readonly races: readonly Result[]
  readonly measurements: readonly Measurement[]
}

type Bench = () => Promise<Outcome>

const BENCHES: Readonly<Record<string, Bench>> = {
  open: async () => ({ races: await inBureau(benchOpen), measurements: [] }),
  list: async () => ({ races: await inBureau(benchList), measurements: [] }),
  gdprbench: async () => ({
    races: await benchGdpr({ quick: values.quick, seed: chosenSeed() }),
    measurements: [],
  }),
  erase: () => benchErase({ quick: values.quick }),
  retention: () => benchRetention({ quick: values.quick }),
  page: () => inBureau(benchPage),
  http: async () => ({ races: await inBureau(benchHttp), measurements: [] }),
  ledger: () => benchLedger(chosen().effort, { quick: values.quick, seed: chosenSeed() }),
  policy: async () => ({
    races: await benchPolicy(POLICY_SIZE, chosen().effort, chosenSeed()),
    measurements: [],
  }),
  registry: () =>
    benchRegistry(chosen().effort, {
      scale: Number(values.scale ?? (values.quick ? QUICK_SCALE : 1)),
      seed: chosenSeed(),
    }),
  restore: async () => ({
    races: [await inBureau((place, bureau) => benchRestore(place, bureau, values.quick))],
    measurements: [],
  }),
  drills: async () => ({
    races: [],
    measurements: await benchDrills({ quick: values.quick, seed: chosenSeed() }),
  }),
  memory: async () => ({ races: [], measurements: await benchMemory({ quick: values.quick }) }),
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    seed: { type: 'string' },
    /** Of the register: a tenth is 0.1. */
    scale: { type: 'string' },
  },
})

type InBureau<T> = (installation: BenchInstallation, bureau: Bureau, effort: Effort) => Promise<T>

function chosen(): typeof FULL {
  return values.quick ? QUICK : FULL
}

function chosenSeed(): number {
  return Number(values.seed ?? Date.now() % 1_000_000)
}

/** Runs a bench on a server of its own, loaded for it. */
async function inBureau<T>(bench: InBureau<T>): Promise<T> {
  const { size, effort } = chosen()
  const seed = chosenSeed()
  const installation = await startInstallation()
  try {
    return await bench(installation, await loadBureau(installation, size, seed), effort)
  } finally {
    await installation.stop()
  }
}

const [name = ''] = positionals
const bench = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined
if (!bench) {
  console.error(`Which one? There are: ${Object.keys(BENCHES).join(', ')}.`)
  process.exit(2)
}
const { races, measurements } = await bench()
const results = [...races, ...measurements]
if (values.json) console.log(JSON.stringify(results, null, 2))
else {
  if (races.length > 0) printReport(races)
  if (measurements.length > 0) printMeasurements(measurements)
}
await writeReport(name, results, values.quick)
process.exitCode = results.every((result) => result.correct) ? 0 : 1

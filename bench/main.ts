/**
 * `npm run bench -- open|list [--quick] [--json] [--seed N]`: loads a server of its own, lets
 * a peer and Gestand run in turn, and prints the ratio of their medians with a verdict on
 * correctness.
 */
import { parseArgs } from 'node:util'
import { loadBureau, type Size } from './bureau.ts'
import { startInstallation } from './installation.ts'
import { benchList } from './list.ts'
import { benchOpen } from './open.ts'
import { printReport, type Result, writeReport } from './report.ts'
import type { Effort } from './rounds.ts'

const FULL: { size: Size; effort: Effort } = {
  size: { dossiers: 100_000, notesEach: 10, caseload: 50 },
  effort: { rounds: 7, roundMs: 2_000, warmUpMs: 2_000 },
}
const QUICK: typeof FULL = {
  size: { dossiers: 2_000, notesEach: 10, caseload: 50 },
  effort: { rounds: 5, roundMs: 150, warmUpMs: 150 },
}

const BENCHES = { open: benchOpen, list: benchList }

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    seed: { type: 'string' },
  },
})

function isBench(name: string): name is keyof typeof BENCHES {
  return Object.hasOwn(BENCHES, name)
}

async function run(name: keyof typeof BENCHES): Promise<Result[]> {
  const { size, effort } = values.quick ? QUICK : FULL
  const seed = Number(values.seed ?? Date.now() % 1_000_000)
  const installation = await startInstallation()
  try {
    const bureau = await loadBureau(installation, size, seed)
    return await BENCHES[name](installation, bureau, effort)
  } finally {
    await installation.stop()
  }
}

const [name = ''] = positionals
if (!isBench(name)) {
  console.error(`Which one? There are: ${Object.keys(BENCHES).join(', ')}.`)
  process.exit(2)
}
const results = await run(name)
if (values.json) console.log(JSON.stringify(results, null, 2))
else printReport(results)
await writeReport(name, results, values.quick)
process.exitCode = results.every((result) => result.correct) ? 0 : 1

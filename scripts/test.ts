import { existsSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Count, readPlaywrightCount, readVitestCount } from './test/count.ts'
import { runTool, type ToolRun } from './test/tool.ts'

/**
 * `npm test`: every check of the project in one go, the quick ones first, and a last line that says
 * how many passed. `npm test -- types lint` runs only the stages named.
 */

interface Stage {
  readonly name: string
  readonly runs: readonly ToolRun[]
  /** Reads how many tests the stage had, where its tool tells. Other stages count as one. */
  readonly count?: () => Count | undefined
}

const STAGE_LIMIT_MS = 900_000

const reports = mkdtempSync(join(tmpdir(), 'gestand-reports-'))
const vitestReport = join(reports, 'vitest.json')
const playwrightReport = join(reports, 'playwright.json')
const node = process.execPath

const stages: readonly Stage[] = [
  { name: 'types', runs: [{ tool: 'tsc', args: [] }] },
  { name: 'lint', runs: [{ tool: 'oxlint', args: ['--deny-warnings'] }] },
  { name: 'format', runs: [{ tool: 'biome', args: ['format'] }] },
  { name: 'borders', runs: [{ tool: node, args: ['scripts/borders.ts'] }] },
  { name: 'unused', runs: [{ tool: 'knip', args: ['--no-progress', '--no-config-hints'] }] },
  {
    name: 'unit',
    runs: [{ tool: 'vitest', args: vitestArguments() }],
    count: () => readVitestCount(vitestReport),
  },
  {
    name: 'statements',
    runs: globSync('statements/*/statement.yaml').map((file) => ({
      tool: node,
      args: ['src/entry/cli/main.ts', 'check', file.replace(/.statement\.yaml$/, '')],
    })),
  },
  {
    name: 'journeys',
    runs: [
      { tool: node, args: ['scripts/build.ts'] },
      {
        tool: 'playwright',
        args: ['test', '--reporter=list,json'],
        environment: { PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport },
      },
    ],
    count: () => readPlaywrightCount(playwrightReport),
  },
]

function vitestArguments(): string[] {
  return ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`]
}

async function runStage(stage: Stage): Promise<Count> {
  console.log(`\n== ${stage.name}`)
  const startedAt = Date.now()
  let ok = stage.runs.length > 0
  for (const run of stage.runs) ok &&= await runTool(run, STAGE_LIMIT_MS)
  const counted = stage.count?.() ?? (ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })
  // A tool can fail beside its tests: a broken import, an error after the last test.
  const count = ok || counted.failed > 0 ? counted : { ...counted, failed: 1 }
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1)
  console.log(`== ${stage.name}: ${count.failed === 0 ? 'passed' : 'FAILED'} in ${seconds} s`)
  return count
}

function chooseStages(names: readonly string[]): readonly Stage[] {
  const unknown = names.filter((name) => !stages.some((stage) => stage.name === name))
  if (unknown.length > 0) {
    const known = stages.map((stage) => stage.name).join(', ')
    console.error(`No such stage: ${unknown.join(', ')}. There are: ${known}.`)
    rmSync(reports, { recursive: true })
    process.exit(2)
  }
  return names.length === 0 ? stages : stages.filter((stage) => names.includes(stage.name))
}

const total = { passed: 0, failed: 0 }
const chosen = chooseStages(process.argv.slice(2))
const failed: string[] = []
for (const stage of chosen) {
  const count = await runStage(stage)
  total.passed += count.passed
  total.failed += count.failed
  if (count.failed > 0) failed.push(stage.name)
}
if (existsSync(reports)) rmSync(reports, { recursive: true })
if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}`)
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1

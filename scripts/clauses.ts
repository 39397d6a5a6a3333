import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Check, keepsMechanism } from '#duties/promises/check.ts'
import { PROJECT } from '#kernel/project.ts'
import { readWholeCatalogue } from '#modules/catalogue.ts'
import { listChecks } from '#modules/checks.ts'
import { type Catalogue, listClauses, parseStatement } from '#statement/index.ts'
import { readStatementFolder } from '#store/statement-files.ts'

/** A clause with all that stands behind it. */
interface Trace {
  readonly organisation: string
  readonly clause: string
  readonly mechanisms: readonly string[]
  readonly checks: readonly string[]
  /** Mechanisms of which no check shows that they work, and that are not kept by people. */
  readonly unchecked: readonly string[]
  /** File and title. */
  readonly tests: readonly string[]
  readonly organisational: boolean
}

/** A call whose first words are ids of clauses: `rei-13: …`, or `rei-13, rei-14: …` for more. */
const TITLE = /\(\s*(['"`])((?:[a-z]+-\d+(?:, )?)+): ((?:\\.|(?!\1).)*)\1/g

/**
 * Tells for each clause of each example statement which mechanisms keep it, which checks show that
 * they work and which tests bear its id, and names the clauses that lack one. With `--strict` such
 * a clause is a failure.
 */
const { values } = parseArgs({
  options: {
    strict: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})
const traces = await traceAll()
const lacking = traces.filter((trace) => lacks(trace).length > 0)
if (values.json) console.log(JSON.stringify(traces, null, 2))
else printTraces()
process.exitCode = values.strict && lacking.length > 0 ? 1 : 0

async function traceAll(): Promise<Trace[]> {
  const catalogue = await readWholeCatalogue()
  const nobody = { id: '', publicKey: Buffer.alloc(0) }
  const checks = listChecks({ catalogue, ledgerKey: nobody })
  const tests = findTests()
  const folders = globSync('statements/*/statement.yaml', { cwd: PROJECT }).toSorted()
  const traced = await Promise.all(
    folders.map((file) => traceFolder(join(PROJECT, file, '..'), { catalogue, checks, tests })),
  )
  return traced.flat()
}

interface Known {
  readonly catalogue: Catalogue
  readonly checks: readonly Check[]
  readonly tests: ReadonlyMap<string, readonly string[]>
}

async function traceFolder(folder: string, known: Known): Promise<Trace[]> {
  const { vocabulary } = known.catalogue
  const { statement } = parseStatement(await readStatementFolder(folder))
  if (!statement) throw new Error(`${folder} cannot be read`)
  return listClauses(statement, vocabulary).map(({ id, mechanisms, organisational }) => {
    const own = known.checks.filter((check) =>
      mechanisms.some((mechanism) => keepsMechanism(check, mechanism)),
    )
    const unchecked = mechanisms.filter(
      (mechanism) =>
        !vocabulary.mechanisms[mechanism]?.organisational &&
        !own.some((check) => keepsMechanism(check, mechanism)),
    )
    return {
      organisation: statement.organisation,
      clause: id,
      mechanisms,
      checks: own.map(({ name }) => name),
      unchecked,
      tests: known.tests.get(id) ?? [],
      organisational: organisational !== undefined,
    }
  })
}

function findTests(): Map<string, string[]> {
  const tests = new Map<string, string[]>()
  const files = globSync(['src/**/*.test.{ts,tsx}', 'tests/**/*.{test,spec}.ts'], { cwd: PROJECT })
  for (const file of files.toSorted()) {
    for (const [, , ids = '', title] of readFileSync(join(PROJECT, file), 'utf8').matchAll(TITLE)) {
      for (const id of ids.split(', ')) {
        tests.set(id, [...(tests.get(id) ?? []), `${file}: ${title}`])
      }
    }
  }
  return tests
}

/**
 * What a clause lacks. Of what people keep there need be no check, and of nothing a test but of
 * them.
 */
function lacks({ mechanisms, checks, unchecked, tests, organisational }: Trace): string[] {
  return [
    ...(mechanisms.length === 0 && !organisational ? ['a mechanism'] : []),
    ...(checks.length === 0 && !organisational ? ['a check'] : []),
    ...unchecked.map((mechanism) => `a check for ${mechanism}`),
    ...(tests.length === 0 && !organisational ? ['a test'] : []),
  ]
}

function printTraces(): void {
  for (const trace of traces) {
    console.log(`${trace.organisation} ${trace.clause}`)
    printList('mechanisms', trace.mechanisms)
    printList('checks', trace.checks)
    printList('tests', trace.tests)
  }
  console.log(`\n${traces.length - lacking.length} of ${traces.length} clauses lack nothing.`)
  for (const trace of lacking) {
    console.log(`${trace.organisation} ${trace.clause} lacks ${lacks(trace).join(', ')}`)
  }
}

function printList(what: string, items: readonly string[]): void {
  const [first = '–', ...others] = items
  console.log(`  ${what.padEnd(11)} ${first}`)
  for (const item of others) console.log(`  ${''.padEnd(11)} ${item}`)
}

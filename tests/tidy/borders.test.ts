import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'

const REPORT = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })),
    ruleSetUsed: z.object({ forbidden: z.array(z.object({ name: z.string() })) }),
  }),
})

interface Cruise {
  readonly broken: readonly { readonly rule: string; readonly from: string }[]
  readonly rules: readonly string[]
}

/** Holds the rules against a project of these files. Each file is given by what it imports. */
function cruise(files: Readonly<Record<string, readonly string[]>>): Cruise {
  const project = realpathSync(mkdtempSync(join(tmpdir(), 'gestand-borders-')))
  onTestFinished(() => rmSync(project, { recursive: true }))
  for (const name of ['package.json', 'tsconfig.json', '.dependency-cruiser.cjs', 'node_modules']) {
    symlinkSync(resolve(name), join(project, name))
  }
  for (const [path, imports] of Object.entries(files)) {
    mkdirSync(dirname(join(project, path)), { recursive: true })
    const lines = imports.map((name, index) => `import * as a${index} from '${name}'`)
    const names = imports.map((_, index) => `a${index}`)
    const text = `${lines.join('\n')}\nexport const all: unknown[] = [${names.join(', ')}]\n`
    writeFileSync(join(project, path), text)
  }
  const program = resolve('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const output = execFileSync(process.execPath, [program, 'src', '--output-type', 'json'], {
    cwd: project,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const { summary } = REPORT.parse(JSON.parse(output))
  return {
    broken: summary.violations.map(({ from, rule }) => ({ from, rule: rule.name })),
    rules: summary.ruleSetUsed.forbidden.map(({ name }) => name),
  }
}

test('what points down the layers is permitted', () => {
  const files = {
    'src/kernel/word.ts': [],
    'src/statement/plan.ts': ['#kernel/word.ts', 'zod', 'yaml'],
    'src/store/list.ts': ['#statement/plan.ts', 'pg', 'kysely'],
    'src/modules/practice/index.ts': ['#store/list.ts', './note.ts'],
    'src/modules/practice/note.ts': ['#kernel/word.ts'],
    'src/entry/web/pages/note.ts': ['#modules/practice/index.ts'],
  }
  expect(cruise(files).broken).toEqual([])
})

/**
 * For each rule a file that breaks it, with what it imports; files without imports are there to be
 * imported.
 */
const WRONG = {
  'layer-kernel': { 'src/kernel/up.ts': ['#store/quiet.ts'] },
  'layer-statement': { 'src/statement/up.ts': ['#store/quiet.ts'] },
  'layer-store': { 'src/store/up.ts': ['#ledger/quiet.ts'] },
  'layer-ledger': { 'src/ledger/up.ts': ['#jobs/quiet.ts'] },
  'layer-jobs': { 'src/jobs/up.ts': ['#accounts/quiet.ts'] },
  'layer-accounts': { 'src/accounts/up.ts': ['#duties/quiet.ts'] },
  'layer-duties': { 'src/duties/up.ts': ['#entry/quiet.ts'] },
  'layer-modules': { 'src/modules/up/index.ts': ['#entry/quiet.ts'] },
  'layer-backup': { 'src/backup/up.ts': ['#entry/quiet.ts'] },
  'no-cycle': { 'src/store/round.ts': ['./about.ts'], 'src/store/about.ts': ['./round.ts'] },
  'kernel-imports-nothing': { 'src/kernel/package.ts': ['zod'] },
  'statement-is-pure': { 'src/statement/file.ts': ['node:fs'] },
  'statement-knows-few-packages': { 'src/statement/package.ts': ['hono'] },
  'driver-in-store': { 'src/duties/driver.ts': ['pg'] },
  'kysely-in-store': { 'src/entry/builder.ts': ['kysely'] },
  'queue-in-jobs': { 'src/duties/queue.ts': ['pg-boss'] },
  'server-through-its-face': { 'src/entry/server.ts': ['#store/server/quiet.ts'] },
  'duties-know-no-module': { 'src/duties/module.ts': ['#modules/quiet/index.ts'] },
  'module-uses-are-declared': { 'src/modules/using/index.ts': ['#modules/quiet/index.ts'] },
  'module-uses-1': { 'src/modules/practice/using.ts': ['#modules/quiet/index.ts'] },
  'module-uses-2': { 'src/modules/registry/using.ts': ['#modules/quiet/index.ts'] },
  'module-through-its-face': { 'src/entry/inside.ts': ['#modules/quiet/inner.ts'] },
  'door-web': { 'src/entry/web/other.ts': ['#entry/cli/quiet.ts'] },
  'door-api': { 'src/entry/api/other.ts': ['#entry/cli/quiet.ts'] },
  'door-cli': { 'src/entry/cli/other.ts': ['#entry/web/quiet.ts'] },
  'door-worker': { 'src/entry/worker/other.ts': ['#entry/web/quiet.ts'] },
  'components-know-no-data': { 'src/entry/web/components/data.ts': ['#store/quiet.ts'] },
  'no-tests-in-the-product': { 'src/entry/tested.ts': ['./quiet.test.ts'] },
  'no-development-packages-in-the-product': { 'src/entry/development.ts': ['fast-check'] },
  'packages-are-declared': { 'src/entry/undeclared.ts': ['pg-types'] },
  'imports-resolve': { 'src/entry/lost.ts': ['./nowhere.ts'] },
}

const QUIET = [
  'store/quiet.ts',
  'store/server/quiet.ts',
  'ledger/quiet.ts',
  'jobs/quiet.ts',
  'accounts/quiet.ts',
  'duties/quiet.ts',
  'modules/quiet/index.ts',
  'modules/quiet/inner.ts',
  'entry/quiet.ts',
  'entry/quiet.test.ts',
  'entry/cli/quiet.ts',
  'entry/web/quiet.ts',
]

test('every rule sees the file that breaks it, and there is a file for every rule', () => {
  const quiet = QUIET.map((path): [string, readonly string[]] => [`src/${path}`, []])
  const wrong = Object.values(WRONG).flatMap((files) => Object.entries<string[]>(files))
  const found = cruise(Object.fromEntries([...quiet, ...wrong]))
  const unseen = Object.entries(WRONG).filter(
    ([rule, files]) => !found.broken.some((broken) => broken.rule === rule && broken.from in files),
  )
  expect(unseen).toEqual([])
  expect(Object.keys(WRONG).toSorted()).toEqual(found.rules.toSorted())
})

import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/**
 * Checks the borders of `.dependency-cruiser.cjs`, and that all files were really read: without a
 * parser for TypeScript the tool finds no module, no violation, and is content.
 */

const FOLDERS = ['src', 'tests', 'bench', 'scripts'] as const

const REPORT = z.object({
  modules: z.array(z.object({ source: z.string() })),
  summary: z.object({
    violations: z.array(
      z.object({
        from: z.string(),
        to: z.string(),
        rule: z.object({ name: z.string() }),
        cycle: z.array(z.object({ name: z.string() })).optional(),
      }),
    ),
    ruleSetUsed: z.object({
      forbidden: z.array(z.object({ name: z.string(), comment: z.string() })),
    }),
  }),
})

const program = join('node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs')
const output = cruise()
const { modules, summary } = REPORT.parse(JSON.parse(output))
const reasons = new Map(summary.ruleSetUsed.forbidden.map((rule) => [rule.name, rule.comment]))

for (const { from, to, rule, cycle } of summary.violations) {
  const path = cycle ? cycle.map(({ name }) => name).join(' → ') : to
  console.error(`${rule.name}: ${from} → ${path}\n  ${reasons.get(rule.name) ?? ''}`)
}

const read = new Set(modules.map(({ source }) => source.replaceAll('\\', '/')))
const files = globSync(FOLDERS.map((folder) => `${folder}/**/*.{ts,tsx}`))
const missed = files.map((file) => file.replaceAll('\\', '/')).filter((file) => !read.has(file))
for (const file of missed) console.error(`${file} was not read`)

const wrong = summary.violations.length + missed.length
console.log(`${read.size} modules, ${reasons.size} rules, ${wrong} wrong`)
process.exitCode = wrong === 0 && files.length > 0 ? 0 : 1

/** Its report. It stops at a file that its parser cannot follow, and then says which. */
function cruise(): string {
  const args = [program, ...FOLDERS, '--output-type', 'json']
  const { status, stderr, stdout } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  // It says at each run that it misses an older TypeScript, which the parser of swc replaces.
  if (stdout === '') throw new Error(`The borders were not read (${status}): ${stderr}`)
  return stdout
}

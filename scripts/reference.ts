import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PROJECT } from '#kernel/project.ts'
import { cataloguePage } from './reference/catalogue.ts'
import { commandsPage } from './reference/commands.ts'
import { packagePage, packageSchemaFile } from './reference/package.ts'
import { problemsPage } from './reference/problems.ts'
import { statementPage } from './reference/statement.ts'
import { vocabularyPage } from './reference/vocabulary.ts'

/**
 * Writes the pages of `docs/reference` from the code they describe. With `--check` it writes
 * nothing, names the pages that are no longer what the code says, and fails.
 */
const PAGES = {
  vocabulary: vocabularyPage,
  catalogue: cataloguePage,
  statement: statementPage,
  problems: problemsPage,
  commands: commandsPage,
  package: packagePage,
  'package.schema.json': packageSchemaFile,
} satisfies Record<string, () => string | Promise<string>>

const check = process.argv.includes('--check')
for (const [name, draw] of Object.entries(PAGES)) {
  const place = `docs/reference/${name.includes('.') ? name : `${name}.md`}`
  const file = join(PROJECT, place)
  const text = await draw()
  if (!check) {
    await writeFile(file, text)
  } else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
    console.error(`${place} is stale: npm run reference`)
    process.exitCode = 1
  }
}

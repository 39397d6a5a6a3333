import { parseArgs } from 'node:util'
import { type Command, EXIT, print, printJson } from '#entry/cli/command.ts'
import { readWholeCatalogue } from '#modules/catalogue.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import { compile, diffPlans, diffStatements, type Statement } from '#statement/index.ts'
import { readFolders, readLanguage, readSound } from './folder.ts'

export const command: Command = {
  name: 'diff',
  summary: 'Names each change between two statements: narrowing, widening or neutral.',
  usage: 'OLD NEW [--plan] [--language nl|en] [--json]',
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        plan: { type: 'boolean' },
        language: { type: 'string', default: 'en' },
      },
    })
    const language = readLanguage(values.language)
    const [older = '', newer = ''] = readFolders(positionals, 2)
    const before = await readSound(older)
    const after = await readSound(newer)
    if (!before || !after) return EXIT.findings
    const changes = values.plan
      ? await diffDatabases(before, after)
      : diffStatements(before, after, VOCABULARY)
    if (values.json) printJson({ changes })
    else if (changes.length === 0) print('nothing changes')
    else
      for (const change of changes) print(`${change.effect.padEnd(9)} ${change.sentence[language]}`)
    return EXIT.ok
  },
}

/** What the database would gain and lose. */
async function diffDatabases(before: Statement, after: Statement) {
  const catalogue = await readWholeCatalogue()
  return diffPlans(compile(before, catalogue), compile(after, catalogue), VOCABULARY)
}

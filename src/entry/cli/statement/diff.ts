import { parseArgs } from 'node:util'
import { type Command, EXIT, print, printJson } from '#entry/cli/command.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import { diffStatements } from '#statement/index.ts'
import { readFolders, readLanguage, readSound } from './folder.ts'

export const command: Command = {
  name: 'diff',
  summary: 'Names each change between two statements: narrowing, widening or neutral.',
  usage: 'OLD NEW [--language nl|en] [--json]',
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, language: { type: 'string', default: 'en' } },
    })
    const language = readLanguage(values.language)
    const [older = '', newer = ''] = readFolders(positionals, 2)
    const before = await readSound(older)
    const after = await readSound(newer)
    if (!before || !after) return EXIT.findings
    const changes = diffStatements(before, after, VOCABULARY)
    if (values.json) printJson({ changes })
    else if (changes.length === 0) print('nothing changes')
    else
      for (const change of changes) print(`${change.effect.padEnd(9)} ${change.sentence[language]}`)
    return EXIT.ok
  },
}

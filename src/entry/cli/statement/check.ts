import { parseArgs } from 'node:util'
import { amount } from '#entry/cli/amount.ts'
import { type Command, EXIT, print, printJson } from '#entry/cli/command.ts'
import type { Language } from '#kernel/language.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import { checkFolder } from '#statement/index.ts'
import { printProblems, readFolder, readFolderName, readLanguage } from './folder.ts'

export const command: Command = {
  name: 'check',
  summary: 'Tells what is wrong with a statement, with file, line and column.',
  usage: 'DIR [--language nl|en] [--json]',
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, language: { type: 'string', default: 'en' } },
    })
    const language = readLanguage(values.language)
    const folder = readFolderName(positionals)
    const { statement, problems, sound } = checkFolder(await readFolder(folder), VOCABULARY)
    if (values.json) {
      printJson({ sound, version: statement?.declarations.version, problems })
    } else {
      printProblems(folder, problems, language)
      const errors = problems.filter((each) => each.severity === 'error').length
      print(sayCounts(errors, problems.length - errors, language))
    }
    return sound ? EXIT.ok : EXIT.findings
  },
}

function sayCounts(errors: number, warnings: number, language: Language): string {
  return {
    nl: `${amount(errors, 'fout', 'fouten')}, ${amount(warnings, 'waarschuwing', 'waarschuwingen')}`,
    en: `${amount(errors, 'error')}, ${amount(warnings, 'warning')}`,
  }[language]
}

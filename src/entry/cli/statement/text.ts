import { parseArgs } from 'node:util'
import { type Command, EXIT, print, printJson } from '#entry/cli/command.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import { listClauses, renderText, textInWords } from '#statement/index.ts'
import { readFolderName, readLanguage, readSound } from './folder.ts'

export const command: Command = {
  name: 'text',
  summary: 'Prints a statement as people read it, or its clauses with what keeps each.',
  usage: 'DIR [--language nl|en] [--clauses] [--json]',
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        clauses: { type: 'boolean' },
        language: { type: 'string', default: 'en' },
      },
    })
    const language = readLanguage(values.language)
    const folder = readFolderName(positionals)
    const statement = await readSound(folder, { language, json: values.json })
    if (!statement) return EXIT.findings
    const clauses = listClauses(statement, VOCABULARY)
    const text = renderText(statement, language, VOCABULARY)
    if (values.json) printJson(values.clauses ? clauses : text)
    else if (!values.clauses) print(textInWords(text))
    else {
      for (const clause of clauses) {
        print(`${clause.id}: ${clause.text[language]}\n  ${clause.mechanisms.join(', ')}\n`)
      }
    }
    return EXIT.ok
  },
}

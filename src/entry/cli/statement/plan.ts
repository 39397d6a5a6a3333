import { parseArgs } from 'node:util'
import { type Command, EXIT, print, printJson, UsageError } from '#entry/cli/command.ts'
import { readWholeCatalogue } from '#modules/catalogue.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import { compile, planSentences, planSql } from '#statement/index.ts'
import { readFolderName, readLanguage, readSound } from './folder.ts'

export const command: Command = {
  name: 'plan',
  summary: 'Prints what a statement makes of the database: as sentences, as SQL or as JSON.',
  usage: 'DIR [--sql | --json] [--language nl|en]',
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        sql: { type: 'boolean' },
        language: { type: 'string', default: 'en' },
      },
    })
    const language = readLanguage(values.language)
    const folder = readFolderName(positionals)
    if (values.json && values.sql) throw new UsageError('give --sql or --json, not both')
    const statement = await readSound(folder, { language, json: values.json })
    if (!statement) return EXIT.findings
    const plan = compile(statement, await readWholeCatalogue())
    if (values.json) printJson(plan)
    else if (values.sql) for (const line of planSql(plan)) print(`${line};`)
    else for (const sentence of planSentences(plan, VOCABULARY, language)) print(sentence)
    return EXIT.ok
  },
}

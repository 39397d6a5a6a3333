import { type Command, EXIT, printJson } from '#entry/cli/command.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import { statementSchema } from '#statement/index.ts'

export const command: Command = {
  name: 'schema',
  summary: 'Prints the JSON Schema of statement.yaml, for editors.',
  usage: '',
  run: async () => {
    printJson(statementSchema(VOCABULARY))
    return EXIT.ok
  },
}

import { type Command, EXIT, printJson, UsageError } from '#entry/cli/command.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import { statementSchema } from '#statement/index.ts'

export const command: Command = {
  name: 'schema',
  summary: 'Prints the JSON Schema of statement.yaml, for editors.',
  usage: '',
  run: async (args) => {
    if (args.length > 0) throw new UsageError('this needs nothing more')
    printJson(statementSchema(VOCABULARY))
    return EXIT.ok
  },
}

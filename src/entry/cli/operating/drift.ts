import { parseArgs } from 'node:util'
import { type Command, EXIT, print, printJson, UsageError } from '#entry/cli/command.ts'
import { readOrganisation } from '#entry/cli/worker.ts'
import { readWholeCatalogue } from '#modules/catalogue.ts'
import { compile, parseStatement } from '#statement/index.ts'
import { findApplied } from '#store/applied-statement.ts'
import { drift } from '#store/drift.ts'
import { toStatementFolder } from '#store/statement-files.ts'
import { requireOrganisation } from './in-organisation.ts'
import { onPlace } from './place.ts'

export const command: Command = {
  name: 'drift',
  summary: 'Tells where the database differs from what the statement in force makes of it.',
  usage: 'ORG [--json]',
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' } },
    })
    const organisation = readOrganisation(positionals)
    return onPlace(async (owner) => {
      await requireOrganisation(owner, organisation)
      const applied = await findApplied(owner, organisation)
      const folder = applied && toStatementFolder(organisation, applied.source)
      const statement = folder && parseStatement(folder).statement
      if (!statement) throw new UsageError(`${organisation} has no statement yet`)
      const differences = await drift(owner, compile(statement, await readWholeCatalogue()))
      if (values.json) printJson({ organisation, differences })
      else if (differences.length === 0) print('the database is what the statement says')
      else for (const { kind, object } of differences) print(`${kind.padEnd(8)} ${object}`)
      return differences.length === 0 ? EXIT.ok : EXIT.findings
    })
  },
}

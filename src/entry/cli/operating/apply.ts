import { parseArgs } from 'node:util'
import { amount } from '#entry/cli/amount.ts'
import { type Command, EXIT, print, printJson } from '#entry/cli/command.ts'
import { readFolder, readFolderName, readLanguage, readSound } from '#entry/cli/statement/folder.ts'
import { publish } from '#modules/provision.ts'
import { changesFrom } from './changes-from.ts'
import { printChanges } from './effects.ts'
import { onPlace } from './place.ts'

export const command: Command = {
  name: 'apply',
  summary:
    'Makes a statement true in the installation: a new organisation, or a new version of one.',
  details:
    'A statement that comes into force on a later day is announced, and becomes true on that day.',
  usage: 'DIR [--language nl|en] [--json]',
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, language: { type: 'string', default: 'en' } },
    })
    const language = readLanguage(values.language)
    const path = readFolderName(positionals)
    const statement = await readSound(path, { language, json: values.json })
    if (!statement) return EXIT.findings
    return onPlace(async (owner) => {
      const changes = await changesFrom(owner, statement)
      const published = await publish(owner, await readFolder(path))
      const { applied, inForce, dossiers } = published
      const { organisation } = statement
      const { version } = statement.declarations
      if (values.json) {
        printJson({ organisation, version, changes, applied, inForce, dossiers })
        return EXIT.ok
      }
      printChanges(changes ?? [], language)
      print(
        applied
          ? `version ${version} of ${organisation} is true; ${amount(dossiers, 'end date')} changed`
          : `version ${version} of ${organisation} is announced, and becomes true on ${inForce}`,
      )
      return EXIT.ok
    })
  },
}

import { parseArgs } from 'node:util'
import {
  type Command,
  EXIT,
  type ExitCode,
  print,
  printJson,
  UsageError,
} from '#entry/cli/command.ts'
import { changesFrom } from '#entry/cli/operating/changes-from.ts'
import { printChanges } from '#entry/cli/operating/effects.ts'
import { onPlace } from '#entry/cli/operating/place.ts'
import type { Language } from '#kernel/language.ts'
import { readWholeCatalogue } from '#modules/catalogue.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import { compile, diffPlans, diffStatements, type Statement } from '#statement/index.ts'
import { readLanguage, readSound } from './folder.ts'

export const command: Command = {
  name: 'diff',
  summary:
    'Names each change between two statements, or from the one in force with its effect on the data.',
  usage: '[OLD] NEW [--plan] [--language nl|en] [--json]',
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
    if (positionals.length === 1) {
      const [only = ''] = positionals
      if (values.plan) throw new UsageError('--plan compares two folders: give both')
      return diffFromInForce(only, { language, json: values.json ?? false })
    }
    if (positionals.length !== 2) throw new UsageError('give one folder, or two to compare')
    const [older = '', newer = ''] = positionals
    const say = { language, json: values.json }
    const before = await readSound(older, say)
    const after = before && (await readSound(newer, say))
    if (!before || !after) return EXIT.findings
    const changes = values.plan
      ? await diffDatabases(before, after)
      : diffStatements(before, after, VOCABULARY)
    if (values.json) printJson({ changes })
    else if (changes.length === 0) print('nothing changes')
    else printChanges(changes, language)
    return EXIT.ok
  },
}

/** What the database would gain and lose. */
async function diffDatabases(before: Statement, after: Statement) {
  const catalogue = await readWholeCatalogue()
  return diffPlans(compile(before, catalogue), compile(after, catalogue), VOCABULARY)
}

/**
 * From the statement that the installation works by now, with what each change would do to its
 * data.
 */
async function diffFromInForce(
  path: string,
  { language, json }: { readonly language: Language; readonly json: boolean },
): Promise<ExitCode> {
  const statement = await readSound(path, { language, json })
  if (!statement) return EXIT.findings
  const changes = await onPlace((owner) => changesFrom(owner, statement))
  if (!changes)
    throw new UsageError(
      `${statement.organisation} is not in the installation yet: gestand apply makes it`,
    )
  if (json) printJson({ changes })
  else if (changes.length === 0) print('nothing changes')
  else printChanges(changes, language)
  return EXIT.ok
}

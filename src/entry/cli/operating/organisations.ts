import { parseArgs } from 'node:util'
import { type Command, EXIT, print, printJson, UsageError } from '#entry/cli/command.ts'
import { type Owner, quoted } from '#store/owner.ts'
import { schemaOf } from '#store/store.ts'
import { onPlace } from './place.ts'

export const command: Command = {
  name: 'organisations',
  summary: 'Lists the organisations, with the version of the statement that each works by.',
  usage: '[--json]',
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false } },
    })
    if (positionals.length > 0) throw new UsageError('this lists all organisations')
    const organisations = await onPlace(list)
    if (values.json) printJson({ organisations })
    else if (organisations.length === 0) print('there are none yet: gestand apply makes one')
    for (const { organisation, name, version, inForce } of values.json ? [] : organisations) {
      const statement =
        version === null ? 'no statement yet' : `version ${version}, in force since ${inForce}`
      print(`${organisation.padEnd(NAME_WIDTH)} ${name} (${statement})`)
    }
    return EXIT.ok
  },
}

const NAME_WIDTH = 16

interface ListedOrganisation {
  readonly organisation: string
  readonly name: string
  readonly version: number | null
  /** ISO date. */
  readonly inForce: string | null
}

async function list(owner: Owner): Promise<ListedOrganisation[]> {
  const { rows } = await owner.query<{ id: string; name: string }>(
    'select id, name from gestand.organisations order by id',
  )
  const listed: ListedOrganisation[] = []
  for (const { id, name } of rows) {
    const { rows: statements } = await owner.query<{ version: number; in_force: string }>(
      `select version, in_force::text from ${quoted(schemaOf(id))}.statements
       order by applied_at desc limit 1`,
    )
    const [newest] = statements
    const { version = null, in_force: inForce = null } = newest ?? {}
    listed.push({ organisation: id, name, version, inForce })
  }
  return listed
}

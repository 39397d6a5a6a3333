import { dutchDay } from '#jobs/dutch-zone.ts'
import { readFile, stat } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import {
  type ClientList,
  importClients,
  type ImportOutcome,
  isTarget,
  type Mapping,
  MAX_FILE_BYTES,
  readClientList,
  SERVICES,
  type Service,
  TARGETS,
} from '#modules/practice/index.ts'
import { connectRecognition } from '#duties/erasure/erasing-parts.ts'
import { connectStore } from '#store/connect.ts'
import { type Command, EXIT, type ExitCode, printJson, UsageError } from './command.ts'
import { importPackage } from './import-package.ts'
import { importRegister } from './import-register.ts'
import { printOutcome, tellOutcome } from './import-report.ts'
import { requireOrganisation } from './operating/in-organisation.ts'
import { onPlace } from './operating/place.ts'
import { onBehalfOf } from './short-session.ts'
import { readLanguage } from './statement/folder.ts'

export const command: Command = {
  name: 'import',
  summary:
    'Brings a list of clients, a register, or the package of a person, into an organisation.',
  usage:
    'clients FILE --org NAME --coach EMAIL [--service WORD] [--column LETTER=FIELD …] [--dry-run] [--language nl|en] [--json] | package FILE --org NAME --coach EMAIL [--kind WORD] [--dry-run] [--json] | register FILE --org NAME --registrar EMAIL [--column LETTER=FIELD …] [--dry-run] [--language nl|en] [--json]',
  details: `package
  Takes over what a person got from another organisation (docs/reference/package.md): each dossier
  in it becomes a new one, with a note of where it came from. Rows that the rules here refuse are
  told.

register
  Takes over a register of training (docs/how-to/register-import.md): rows that cannot come in are
  told and left out. Killed half-way, the same command goes on where it was. Who may be there twice
  is reviewed on the pages, by a person.`,
  run: async (args) => {
    if (args[0] === 'package') return importPackage(args.slice(1))
    if (args[0] === 'register') return importRegister(args.slice(1))
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        org: { type: 'string' },
        coach: { type: 'string' },
        service: { type: 'string' },
        column: { type: 'string', multiple: true, default: [] },
        'dry-run': { type: 'boolean', default: false },
        language: { type: 'string', default: 'en' },
        json: { type: 'boolean', default: false },
      },
    })
    const language = readLanguage(values.language)
    const service = readService(values.service)
    const list = readClientList(await readList(positionals), {
      today: dutchDay(new Date()),
      mapping: readMapping(values.column),
      ...(service && { service }),
    })
    const asked = {
      organisation: given('--org', values.org),
      email: given('--coach', values.coach),
      dryRun: values['dry-run'],
    }
    const unreadable = list.problems.some(({ severity }) => severity === 'error')
    const outcome = unreadable ? { stored: false, rows: [] } : await bring(list, asked)
    if (values.json) printJson({ ...asked, ...tellOutcome(list, outcome) })
    else printOutcome(list, outcome, language)
    return exitOf(unreadable, outcome)
  },
}

interface Asked {
  readonly organisation: string
  readonly email: string
  readonly dryRun: boolean
}

function bring(list: ClientList, { organisation, email, dryRun }: Asked): Promise<ImportOutcome> {
  return onPlace(async (owner, installation) => {
    await requireOrganisation(owner, organisation)
    const connected = connectStore(installation, { connections: 2 })
    const { recognition, close } = connectRecognition(installation)
    try {
      return await onBehalfOf(owner, { organisation, email }, (session) =>
        importClients(connected.store, { organisation, session, activity: 'intake' }, list.rows, {
          dryRun,
          today: dutchDay(new Date()),
          erasedAmong: (newcomers) => recognition.erasedAmong(organisation, newcomers),
        }),
      )
    } finally {
      await close()
      await connected.close()
    }
  })
}

async function readList([what, path, ...rest]: readonly string[]): Promise<Buffer> {
  if (what !== 'clients' || path === undefined || rest.length > 0) {
    throw new UsageError('say what to import: clients FILE, package FILE or register FILE')
  }
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) throw new UsageError(`there is no file ${path}`)
  if (found.size > MAX_FILE_BYTES) throw new UsageError(`${path} is larger than 10 MB`)
  return readFile(path)
}

function given(option: string, value: string | undefined): string {
  if (!value) throw new UsageError(`give ${option}`)
  return value
}

function readService(word: string | undefined): Service | undefined {
  if (word === undefined) return undefined
  const service = SERVICES.find((each) => each === word)
  if (!service) {
    throw new UsageError(`"${word}" is no service. Known: ${SERVICES.join(', ')}`)
  }
  return service
}

function readMapping(choices: readonly string[]): Mapping {
  return Object.fromEntries(
    choices.map((choice) => {
      const [letter = '', target = ''] = choice.split('=')
      if (!/^[A-Z]{1,2}$/.test(letter) || (target !== 'left-out' && !isTarget(target))) {
        const known = [...Object.keys(TARGETS), 'left-out'].join(', ')
        throw new UsageError(`"${choice}" is not LETTER=FIELD. Fields: ${known}`)
      }
      return [letter, target]
    }),
  )
}

function exitOf(unreadable: boolean, { rows }: ImportOutcome): ExitCode {
  const refused = rows.some(({ outcome }) => outcome === 'refused')
  return unreadable || refused ? EXIT.findings : EXIT.ok
}

import { readFile, stat } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { connectRecognition } from '#duties/erasure/erasing-parts.ts'
import {
  type TakenDossier,
  takeOver,
  type TakeoverOptions,
} from '#duties/package/takeover/takeover.ts'
import {
  PACKAGE_BYTES_LIMIT,
  readPackage,
  type ReadPackage,
} from '#duties/package/takeover/unpacking.ts'
import type { Authority } from '#kernel/authority.ts'
import { readWholeCatalogue } from '#modules/catalogue.ts'
import { goingOn, TAKING_OVER } from '#modules/taking-over.ts'
import { parseStatement } from '#statement/index.ts'
import { findApplied } from '#store/applied-statement.ts'
import { connectStore } from '#store/connect.ts'
import type { Owner } from '#store/owner.ts'
import { toStatementFolder } from '#store/statement-files.ts'
import type { Store } from '#store/store.ts'
import { EXIT, type ExitCode, print, printJson, UsageError } from './command.ts'
import { requireOrganisation } from './operating/in-organisation.ts'
import { onPlace } from './operating/place.ts'
import { onBehalfOf } from './short-session.ts'

interface Asked {
  readonly organisation: string
  readonly email: string
  readonly kind: string | undefined
  readonly dryRun: boolean
}

/** `gestand import package FILE`: what a person took along elsewhere becomes a dossier here. */
export async function importPackage(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      org: { type: 'string' },
      coach: { type: 'string' },
      kind: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  })
  const { org, coach, kind, 'dry-run': dryRun, json } = values
  if (!org || !coach) throw new UsageError('give --org and --coach')
  const read = readPackage(await readFileOf(positionals))
  const { taken, erasedOn } = await bring(read, { organisation: org, email: coach, kind, dryRun })
  const { controller, madeAt } = read
  if (json) printJson({ dryRun, controller, madeAt, erasedOn: erasedOn ?? null, dossiers: taken })
  else printTaken(read, taken, { dryRun, erasedOn })
  const refused = taken.some(({ tables }) => tables.some(({ refused: why }) => why.length > 0))
  return refused ? EXIT.findings : EXIT.ok
}

function bring(
  read: ReadPackage,
  { organisation, email, kind, dryRun }: Asked,
): Promise<{ taken: TakenDossier[]; erasedOn: string | undefined }> {
  return onPlace(async (owner, installation) => {
    await requireOrganisation(owner, organisation)
    const connected = connectStore(installation, { connections: 2 })
    const { recognition, close } = connectRecognition(installation)
    try {
      const days = await recognition.erasedAmong(organisation, addressesOf(read))
      const taken = await onBehalfOf(owner, { organisation, email }, async (session) => {
        const { store } = connected
        const authority = { organisation, session, activity: TAKING_OVER.starts }
        const options = await optionsOf(store, owner, authority)
        const asked = { ...options, dryRun, ...(kind !== undefined && { kind }) }
        return takeOver(store, authority, read, asked)
      })
      return { taken, erasedOn: days.find((day) => day !== undefined) }
    } finally {
      await close()
      await connected.close()
    }
  })
}

/** What may be done with it, by the statement in force. */
async function optionsOf(
  store: Store,
  owner: Owner,
  { organisation, session }: Authority,
): Promise<TakeoverOptions> {
  const [catalogue, access, further, applied] = await Promise.all([
    readWholeCatalogue(),
    store.access(organisation, TAKING_OVER.starts),
    store.access(organisation, TAKING_OVER.goesOn),
    findApplied(owner, organisation),
  ])
  const parsed = applied && parseStatement(toStatementFolder(organisation, applied.source))
  const statement = parsed?.statement
  if (!statement) return { catalogue, access }
  const authority = { organisation, session, activity: TAKING_OVER.goesOn }
  return {
    catalogue,
    access,
    after: goingOn({ authority, access: further, catalogue, statement }),
  }
}

/** Whoever an address in the package belongs to could have been erased here before. */
function addressesOf({ dossiers }: ReadPackage): { familyName: string; email: string }[] {
  const lines = dossiers.flatMap((dossier) => [...dossier.lines.values()].flat())
  const values = lines.flatMap((line): unknown[] => Object.values(line))
  const addresses = values.filter((value) => typeof value === 'string' && ADDRESS.test(value))
  return [...new Set(addresses.map(String))].map((email) => ({ familyName: '', email }))
}

const ADDRESS = /^[^@\s]+@[^@\s]+$/

async function readFileOf([path, ...rest]: readonly string[]): Promise<Buffer> {
  if (path === undefined || rest.length > 0) throw new UsageError('say which file: package FILE')
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) throw new UsageError(`there is no file ${path}`)
  if (found.size > PACKAGE_BYTES_LIMIT) throw new UsageError(`${path} is larger than 200 MB`)
  return readFile(path)
}

/** Says what became of it, and nothing of what stands in it. */
function printTaken(
  { controller, madeAt }: ReadPackage,
  taken: readonly TakenDossier[],
  { dryRun, erasedOn }: { readonly dryRun: boolean; readonly erasedOn: string | undefined },
): void {
  print(`package of ${controller}, made ${madeAt.slice(0, 10)}`)
  if (erasedOn !== undefined) {
    print(`mind: somebody with an address in it was erased here on request on ${erasedOn}`)
  }
  for (const { reference, dossierId, tables } of taken) {
    print(`\ndossier ${reference} → ${dossierId ?? 'a new dossier'}`)
    for (const { table, taken: rows, refused, left } of tables) {
      const why = [...new Set(refused)].join(', ')
      const parts = [
        ...(rows > 0 ? [`${rows} taken over`] : []),
        ...(refused.length > 0 ? [`${refused.length} refused (${why})`] : []),
        ...(left > 0 ? [`${left} left: only made here`] : []),
      ]
      print(`  ${table}: ${parts.join(', ')}`)
    }
  }
  print(
    dryRun
      ? '\nNothing has changed.'
      : '\nTaken over. What else was done there is told in a document of each dossier.',
  )
}

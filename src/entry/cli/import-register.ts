import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { dutchDay } from '#jobs/dutch-zone.ts'
import { isAppError } from '#kernel/error.ts'
import type { Language, Text } from '#kernel/language.ts'
import {
  describeRegisterProblem,
  isRegisterTarget,
  REGISTER_FILE_BYTES,
  REGISTER_TARGETS,
  type RegisterMapping,
  TAKING_OVER,
  type Undertaking,
  Undertakings,
} from '#modules/registry/index.ts'
import { connectStore } from '#store/connect.ts'
import { Spool } from '#store/spool.ts'
import { EXIT, type ExitCode, print, printJson, UsageError } from './command.ts'
import { requireOrganisation } from './operating/in-organisation.ts'
import { onPlace } from './operating/place.ts'
import { onBehalfOf } from './short-session.ts'
import { readLanguage } from './statement/folder.ts'

const WORDS = {
  counts: {
    nl: '{rows} rijen: {ready} gaan mee, waarvan {alike} mogelijk al bekend; {known} stonden er al; {refused} kunnen niet mee.',
    en: '{rows} rows: {ready} come in, {alike} of which may be known already; {known} are there already; {refused} cannot come in.',
  },
  goesOn: {
    nl: 'Deze lijst is eerder begonnen: de eerste {done} rijen zijn al overgenomen.',
    en: 'This list was started before: the first {done} rows are already in.',
  },
  more: { nl: '… en nog meer meldingen.', en: '… and more messages.' },
  dryRun: { nl: 'Proef: er is niets opgeslagen.', en: 'Dry run: nothing was stored.' },
  nothing: { nl: 'Er is niets overgenomen.', en: 'Nothing was taken over.' },
  taken: {
    nl: 'Overgenomen: {taken} rijen; overgeslagen: {left}. Mogelijk dubbele personen: {alike}, na te kijken op de pagina Dubbele personen.',
    en: 'Taken over: {taken} rows; left out: {left}. Possible duplicates: {alike}, to be reviewed on the page Duplicates.',
  },
} satisfies Record<string, Text>

interface Asked {
  readonly organisation: string
  readonly email: string
  readonly path: string
  readonly mapping: RegisterMapping
  readonly dryRun: boolean
}

/** `gestand import register FILE`: a register that there was comes in, or is only looked at. */
export async function importRegister(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      org: { type: 'string' },
      registrar: { type: 'string' },
      column: { type: 'string', multiple: true, default: [] },
      'dry-run': { type: 'boolean', default: false },
      language: { type: 'string', default: 'en' },
      json: { type: 'boolean', default: false },
    },
  })
  const { org, registrar, 'dry-run': dryRun } = values
  if (!org || !registrar) throw new UsageError('give --org and --registrar')
  const language = readLanguage(values.language)
  const path = await readPath(positionals)
  const mapping = readMapping(values.column)
  const came = await bring({ organisation: org, email: registrar, path, mapping, dryRun })
  if (values.json) printJson(tell(came, dryRun))
  else printOutcome(came, dryRun, language)
  return isWhole(came) ? EXIT.ok : EXIT.findings
}

/** Looks at the list and, unless it is a rehearsal, takes over what was not taken over before. */
function bring({ organisation, email, path, mapping, dryRun }: Asked): Promise<Undertaking> {
  return onPlace(async (owner, installation) => {
    await requireOrganisation(owner, organisation)
    const connected = connectStore(installation, { connections: 2 })
    const undertakings = new Undertakings()
    try {
      return await onBehalfOf(owner, { organisation, email }, async (session) => {
        const authority = { organisation, session, activity: TAKING_OVER }
        const bringing = { store: connected.store, authority, today: dutchDay(new Date()) }
        const spool = await Spool.fill(createReadStream(path))
        const undertaking = await undertakings.bring(path, spool, bringing, mapping)
        await settled(undertaking)
        if (dryRun || (undertaking.report?.ready ?? 0) === 0) return undertaking
        undertakings.carryOut(undertaking, bringing)
        await settled(undertaking)
        return undertaking
      })
    } finally {
      await undertakings.letGo(path)
      await connected.close()
    }
  })
}

/**
 * @throws What stopped it; what was noted as done is in. `UsageError` for whoever may not do this,
 *   as to the database there is then nothing to take over.
 */
async function settled(undertaking: Undertaking): Promise<void> {
  await undertaking.done
  const { state, failure } = undertaking
  if (state !== 'failed') return
  if (!isAppError(failure) || failure.code !== 'NOT_FOUND') throw failure
  throw new UsageError(`the one given with --registrar has no activity ${TAKING_OVER} here`)
}

async function readPath([path, ...rest]: readonly string[]): Promise<string> {
  if (path === undefined || rest.length > 0) throw new UsageError('say which file: register FILE')
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) throw new UsageError(`there is no file ${path}`)
  if (found.size > REGISTER_FILE_BYTES) throw new UsageError(`${path} is larger than 25 MB`)
  return path
}

function readMapping(choices: readonly string[]): RegisterMapping {
  return Object.fromEntries(
    choices.map((choice) => {
      const [letter = '', target = ''] = choice.split('=')
      if (!/^[A-Z]{1,2}$/.test(letter) || (target !== 'left-out' && !isRegisterTarget(target))) {
        const known = [...Object.keys(REGISTER_TARGETS), 'left-out'].join(', ')
        throw new UsageError(`"${choice}" is not LETTER=FIELD. Fields: ${known}`)
      }
      return [letter, target]
    }),
  )
}

/** A list that was begun before and is done is whole, whatever was left out of it then. */
function isWhole({ report, begun, problems }: Undertaking): boolean {
  if (begun?.finished_at && !report) return true
  const unreadable = report === undefined || problems.some(({ severity }) => severity === 'error')
  return !unreadable && report.refused === 0
}

/** What became of a list, as data. Says nothing of what stands in the rows. */
function tell({ state, columns, problems, report, begun }: Undertaking, dryRun: boolean): object {
  const { rows, done, taken, left_out: leftOut, likenesses } = begun ?? {}
  return {
    dryRun,
    stored: state === 'done',
    columns,
    problems,
    report: report ?? null,
    import: begun ? { rows, done, taken, leftOut, likenesses } : null,
  }
}

/** What became of a list, in lines for the one who typed the command. */
function printOutcome(came: Undertaking, dryRun: boolean, language: Language): void {
  const { problems, report, begun, state } = came
  const say = (text: Text, values: Readonly<Record<string, number>> = {}): void =>
    print(text[language].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? '')))
  for (const each of problems) print(describeRegisterProblem(each, language))
  if (report) {
    for (const each of report.problems) print(describeRegisterProblem(each, language))
    const told = report.counts.reduce((sum, { count }) => sum + count, 0)
    if (told > report.problems.length) say(WORDS.more)
    const { rows, ready, alike, known, refused } = report
    if (begun && state !== 'done') say(WORDS.goesOn, { done: begun.done })
    say(WORDS.counts, { rows, ready, alike, known, refused })
  }
  if (begun && (state === 'done' || begun.finished_at)) {
    say(WORDS.taken, { taken: begun.taken, left: begun.left_out, alike: begun.likenesses })
  } else say(dryRun ? WORDS.dryRun : WORDS.nothing)
}

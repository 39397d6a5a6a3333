import { seedDemo } from '#entry/demo/seed.ts'
import { startPolling } from '#jobs/polling.ts'
import { upgrade } from '#modules/provision.ts'
import { connectStore } from '#store/connect.ts'
import { DATA_LOGINS, install, type Installation, loginUrl } from '#store/install.ts'
import { claimMode } from '#store/installed.ts'
import { listOrganisations } from '#store/organisation.ts'
import { asOwner, type Owner } from '#store/owner.ts'
import { findLoudLogins, quietStatements } from '#store/quiet-log.ts'
import { type Config, readConfig } from './config.ts'
import { explainFailure } from './failure.ts'
import { openInbound } from './inbound/open.ts'
import { openPlace } from './installation.ts'
import { type Lifecycle, untilStopped } from './lifecycle.ts'
import { openPageServer, type PageServer } from './page-server.ts'
import { atMost } from './patience.ts'
import { seedApart } from './seeding.ts'
import { createApp } from './web/app.tsx'
import { openSite, type SiteSource } from './web/site.ts'
import { createWaitingApp, FIRST_COMMANDS } from './web/waiting.tsx'
import { startPackaging } from './worker/packaging.ts'
import { startWorker } from './worker/worker.ts'

const LOOK_EVERY_MS = 3_000
/** Of the ten seconds in which everything stops. */
const CLOSE_MS = 2_000

/**
 * Starts everything in one process: the database where none is given, what is new in the tables,
 * the demonstration where that is asked, jobs and pages. Runs until it is told to stop.
 */
export async function main(): Promise<void> {
  const read = readConfig(process.env)
  if ('problems' in read) {
    for (const { variable, says } of read.problems) complain(`${variable} ${says.en}`)
    process.exitCode = 1
    return
  }
  const lifecycle = untilStopped()
  try {
    await start(read.config, lifecycle)
  } catch (error) {
    giveUp(lifecycle, `Gestand could not start: ${explainFailure(error) ?? describe(error)}`)
  }
  await lifecycle.ended
  // Whatever still waits for an answer has had its time.
  process.exit()
}

/** Ends with 1 and says why. What breaks off because everything stops is no failure. */
function giveUp(lifecycle: Lifecycle, why = ''): void {
  if (!lifecycle.isEnding()) {
    process.exitCode = 1
    complain(why)
  }
  lifecycle.end()
}

async function start(asked: Config, lifecycle: Lifecycle): Promise<void> {
  const pages = await openPageServer(asked, createWaitingApp('start').fetch)
  lifecycle.add(() => pages.stop())
  const config = withPort(asked, pages.port)
  tell('database …')
  const place = await openPlace(config)
  lifecycle.add(() => place.stop())
  void place.lost?.then((error) => giveUp(lifecycle, explainFailure(error)))
  const { installation } = place
  await install(installation)
  if (config.databases) await tellLoudLogins(installation)
  const demo = await asOwner(installation.url, (owner) =>
    prepare(owner, { config, installation, lifecycle }),
  )
  const connected = connectStore(installation)
  lifecycle.add(() => atMost(CLOSE_MS, connected.close()))
  const worker = await startWorker(config, installation)
  lifecycle.add(() => worker.stop())
  const packaging = startPackaging(installation, connected)
  lifecycle.add(() => packaging.stop())
  const sites = openSite(config, installation, {
    store: connected.store,
    keys: connected.keys,
    register: connected.register,
    prover: worker.prover,
    packages: packaging.packages,
    ...(config.mode === 'demo' && { mailbox: worker.delivery }),
  })
  lifecycle.add(() => atMost(CLOSE_MS, sites.close()))
  const stopInbound = await openInbound(config, installation, { keys: connected.keys, tell })
  if (stopInbound) lifecycle.add(() => atMost(CLOSE_MS, stopInbound()))
  const found = await follow(sites, pages, lifecycle)
  lifecycle.add(() => pages.stop())
  tell(`\nGestand is at ${config.publicUrl}`)
  for (const line of found ? demo : WITHOUT_ORGANISATION) tell(line)
  await worker.backUpSoon()
}

/** A PostgreSQL of others logs what people typed, until its superuser says otherwise. */
async function tellLoudLogins(installation: Installation): Promise<void> {
  const logins = DATA_LOGINS.map((login) => loginUrl(installation, login))
  const loud = await findLoudLogins([installation.url, ...logins])
  if (loud.length === 0) return
  complain('PostgreSQL writes values that it cannot read into its log, also those of people.')
  complain('Let a superuser run (docs/operating.md):')
  for (const line of loud.flatMap(quietStatements)) complain(`  ${line};`)
}

const WITHOUT_ORGANISATION = ['There is no organisation yet. Make one:', ...FIRST_COMMANDS]

/** Where the system chose the port, people are told that one. */
function withPort(config: Config, port: number): Config {
  const { publicUrl } = config
  return { ...config, port, publicUrl: publicUrl.replace(/:0$/, `:${port}`) }
}

interface Preparing {
  readonly config: Config
  readonly installation: Installation
  readonly lifecycle: Lifecycle
}

/**
 * Makes what is there fit this version, and fills a demonstration; tells what a visitor of that
 * needs to know.
 */
async function prepare(
  owner: Owner,
  { config, installation, lifecycle }: Preparing,
): Promise<string[]> {
  await claimMode(owner, config.mode)
  const organisations = await listOrganisations(owner)
  for (const organisation of organisations) await upgrade(owner, organisation)
  if (config.mode !== 'demo') return []
  if (organisations.length === 0) await seedApart(config, installation, lifecycle)
  return seedDemo({ owner, installation, tell })
}

/** Serves the organisations that there are, and those that a command makes meanwhile. */
async function follow(
  sites: SiteSource,
  pages: PageServer,
  lifecycle: Lifecycle,
): Promise<boolean> {
  let shown: string | undefined
  const show = async (): Promise<void> => {
    if (await sites.isRestoring()) {
      shown = undefined
      return pages.answerWith(createWaitingApp('restoration').fetch)
    }
    const site = await sites.read()
    const names = JSON.stringify([...(site?.organisations.values() ?? [])])
    if (names === shown) return
    shown = names
    pages.answerWith((site ? createApp(site) : createWaitingApp('organisation')).fetch)
  }
  await show()
  const stop = startPolling(show, { everyMs: LOOK_EVERY_MS })
  lifecycle.add(() => atMost(CLOSE_MS, stop()))
  return shown !== '[]'
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

function tell(line: string): void {
  process.stdout.write(`${line}\n`)
}

function complain(line: string): void {
  process.stderr.write(`${line}\n`)
}

await main()

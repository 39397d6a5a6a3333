import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFile, rename, stat } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { AppError } from '#kernel/error.ts'
import { prepareBinaries } from './server/binaries.ts'
import { hasCluster, makeCluster } from './server/cluster.ts'
import { claimPlace, findOwner, releasePlace } from './server/owner.ts'
import { findPlace, preparePlace, readOrMakePassword, type ServerPlace } from './server/place.ts'
import { choosePort } from './server/port.ts'
import {
  findPostmaster,
  type Installation,
  launchPostmaster,
  stopPostmaster,
} from './server/postmaster.ts'
import { defaultSettings, type ServerSettings } from './server/settings.ts'
import { findServerUser } from './server/user.ts'

/** What takes a moment: making the data directory, starting. */
export type ServerStep = 'creating' | 'starting'

export interface ServerOptions {
  /** Everything stands in its folder `postgres`. Made when it does not exist. */
  readonly directory: string
  /** Settings of PostgreSQL, over those of `defaultSettings`. */
  readonly settings?: ServerSettings
  readonly onProgress?: (step: ServerStep) => void
}

export interface RunningServer {
  /**
   * The address of a database for the superuser, password included; without a name that of
   * `postgres`.
   */
  url(database?: string): string
  /** Ends connections and stops the server; a second call waits for the first. */
  stop(): Promise<void>
  /** Resolves with `SERVER_LOST` when the server ends though nobody stopped it. */
  readonly lost: Promise<AppError>
}

const RETRY_MS = 250
const RETRY_LIMIT_MS = 15_000
const LOG_LIMIT_BYTES = 10_000_000

/**
 * Starts a PostgreSQL of our own on 127.0.0.1, with the data of earlier starts. What a crash left
 * behind is cleared first: a server without its application is stopped, a lock file without its
 * server removed.
 *
 * @throws `SERVER_IN_USE` when a living process runs the server of this directory; `useServer`
 * joins it.
 * @throws `SERVER_DATA_MISSING` when the directory links to data that is gone.
 * @throws `SERVER_MISSING` when this machine has no PostgreSQL from npm.
 * @throws `SERVER_FAILED` when it does not start; the log in the details tells why.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const user = await findServerUser()
  const place = await preparePlace(options.directory, user)
  await claimPlace(place)
  try {
    const binaries = await prepareBinaries(place.home, user)
    const installation = { place, binaries, user }
    const settings = { ...defaultSettings(), ...options.settings }
    await stopPostmaster(installation)
    await turnLog(place)
    const password = await readOrMakePassword(place, user)
    if (!(await hasCluster(installation))) {
      options.onProgress?.('creating')
      await makeCluster(installation, settings['fsync'] !== 'off')
    }
    options.onProgress?.('starting')
    const { child, port } = await launch(installation, settings)
    return own(installation, child, { password, port })
  } catch (error) {
    await releasePlace(place)
    throw error
  }
}

/**
 * Joins the server that another process runs in this directory, and starts it when there is none.
 */
export async function useServer(options: ServerOptions): Promise<RunningServer> {
  return (await findServer(options.directory)) ?? (await startServer(options))
}

/**
 * Finds the server that a living process runs in this directory. Stopping it is left to that
 * process.
 */
async function findServer(directory: string): Promise<RunningServer | undefined> {
  const place = await findPlace(directory)
  if (!place) return undefined
  const deadline = Date.now() + RETRY_LIMIT_MS
  while ((await findOwner(place)) !== undefined && Date.now() < deadline) {
    const postmaster = await findPostmaster(place)
    if (postmaster?.ready) {
      const password = await readFile(place.password, 'utf8')
      const url = addresses({ password, port: postmaster.port })
      return { url, stop: async () => undefined, lost: new Promise(() => undefined) }
    }
    await sleep(RETRY_MS)
  }
  return undefined
}

/** Keeps one earlier log, so that logs do not grow for ever. */
async function turnLog(place: ServerPlace): Promise<void> {
  const log = await stat(place.log).catch(() => undefined)
  if (log && log.size > LOG_LIMIT_BYTES) await rename(place.log, `${place.log}.1`)
}

/**
 * After a kill of the postmaster its other processes live on for a moment, and no new server can
 * start till then.
 */
async function launch(
  installation: Installation,
  settings: ServerSettings,
): Promise<{ child: ChildProcess; port: number }> {
  const deadline = Date.now() + RETRY_LIMIT_MS
  do {
    const port = await choosePort(installation.place)
    const child = await launchPostmaster(installation, { ...settings, port: String(port) })
    if (child) return { child, port }
    await sleep(RETRY_MS)
  } while (Date.now() < deadline)
  throw new AppError('SERVER_FAILED', { log: installation.place.log })
}

function own(installation: Installation, child: ChildProcess, login: Login): RunningServer {
  // An application that ends without stopping must not leave its server: `exit` allows no waiting,
  // a signal suffices.
  const stopAtExit = (): void => void child.kill('SIGINT')
  process.once('exit', stopAtExit)
  const stop = async (): Promise<void> => {
    const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : null
    await stopPostmaster(installation)
    await ended
    process.off('exit', stopAtExit)
    await releasePlace(installation.place)
  }
  let stopping: Promise<void> | undefined
  const lost = new Promise<AppError>((resolve) => {
    child.once('exit', () => {
      if (!stopping) resolve(new AppError('SERVER_LOST', { log: installation.place.log }))
    })
  })
  return {
    lost,
    url: addresses(login),
    stop: () => {
      stopping ??= stop()
      return stopping
    },
  }
}

interface Login {
  readonly password: string
  readonly port: number
}

function addresses({ password, port }: Login): RunningServer['url'] {
  return (database = 'postgres') =>
    `postgres://postgres:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`
}

import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { type FileHandle, open, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { AppError } from '#kernel/error.ts'
import type { Binaries } from './binaries.ts'
import { isAlive } from './owner.ts'
import type { ServerPlace } from './place.ts'
import type { ServerSettings } from './settings.ts'
import type { ServerUser } from './user.ts'

/** What is needed to run a server. */
export interface Installation {
  readonly place: ServerPlace
  readonly binaries: Binaries
  readonly user: ServerUser | undefined
}

/** The first process of a server, as its lock file describes it. */
export interface Postmaster {
  readonly pid: number
  readonly port: number
  readonly ready: boolean
}

const POLL_MS = 20
/** Crash recovery can take long after a busy time; it is not cut short sooner. */
const READY_TIMEOUT_MS = 600_000
const STOP_TIMEOUT_S = 20

/** Higher than any number that systems give to a process. */
const NO_PROCESS = 2 ** 31 - 1

/**
 * Failures that pass by themselves: processes of a killed server that linger, or a port taken a
 * moment ago.
 */
const PASSING =
  /pre-existing shared memory block|lock file ".*" already exists|could not (bind|create any TCP)/

const run = promisify(execFile)

/**
 * Environment of PostgreSQL's programs: nothing of ours, messages in the language that we compare
 * with.
 */
export const SERVER_ENVIRONMENT = {
  PATH: process.env['PATH'],
  SystemRoot: process.env['SystemRoot'],
  LC_ALL: 'C',
}

/**
 * Starts the server and waits until it takes connections.
 *
 * @returns The process, or `undefined` when it failed for a reason that may pass.
 * @throws `SERVER_FAILED` when it failed for another reason, which stands in the log.
 */
export async function launchPostmaster(
  { place, binaries, user }: Installation,
  settings: ServerSettings,
): Promise<ChildProcess | undefined> {
  const log = await open(place.log, 'a')
  try {
    const { size } = await log.stat()
    const given = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    const child = spawn(binaries.postgres, ['-D', place.cluster, ...given], {
      ...user,
      cwd: '/',
      env: SERVER_ENVIRONMENT,
      stdio: ['ignore', log.fd, log.fd],
      // Away from the terminal, whose Ctrl-C must reach the application only: it stops the server
      // last.
      detached: true,
      windowsHide: true,
    })
    await once(child, 'spawn')
    if (await becomesReady(place, child)) return child
    if (PASSING.test(await readLogFrom(place, size))) return undefined
    throw new AppError('SERVER_FAILED', { log: place.log })
  } finally {
    await closeQuietly(log)
  }
}

async function becomesReady(place: ServerPlace, child: ChildProcess): Promise<boolean> {
  const deadline = Date.now() + READY_TIMEOUT_MS
  while (child.exitCode === null && child.signalCode === null) {
    const postmaster = await findPostmaster(place)
    if (postmaster?.ready && postmaster.pid === child.pid) return true
    if (Date.now() > deadline) child.kill('SIGKILL')
    await sleep(POLL_MS)
  }
  return false
}

async function readLogFrom(place: ServerPlace, offset: number): Promise<string> {
  const bytes = await readFile(place.log)
  return bytes.subarray(offset).toString('utf8')
}

async function closeQuietly(handle: FileHandle): Promise<void> {
  await handle.close().catch(() => undefined)
}

/** Finds the living server of a place, whoever started it. */
export async function findPostmaster(place: ServerPlace): Promise<Postmaster | undefined> {
  const lock = await readFile(join(place.cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  const lines = lock.split('\n')
  const pid = Number(lines[0])
  if (!isAlive(pid) || !(await runsCluster(pid, place))) return undefined
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
}

/**
 * Guards against a number that another program got after a crash. Where there is no /proc, the lock
 * file is believed.
 */
async function runsCluster(pid: number, place: ServerPlace): Promise<boolean> {
  if (process.platform !== 'linux') return true
  const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  return commandLine.split('\0').includes(place.cluster)
}

/** Stops the living server of a place. A lock file that names another program no longer does. */
export async function stopPostmaster({ place, binaries, user }: Installation): Promise<void> {
  if (!(await findPostmaster(place))) return renounceLock(place)
  const stop = (mode: string): Promise<unknown> => {
    const args = ['stop', '-D', place.cluster, '-m', mode, '-t', String(STOP_TIMEOUT_S), '-s']
    return run(binaries.pgCtl, args, { ...user, cwd: '/', env: SERVER_ENVIRONMENT })
  }
  // `immediate` loses nothing either: the next start recovers from the log of changes.
  await stop('fast')
    .catch(() => stop('immediate'))
    .catch(async (error: unknown) => {
      // It can end by itself between being found and being told to.
      if (await findPostmaster(place)) throw error
      await renounceLock(place)
    })
}

/**
 * Makes a stale lock file name no process at all. The rest of it stays, since by it a new server
 * finds out whether processes of the old one still use its memory: without the file two servers
 * could write the same data.
 */
async function renounceLock(place: ServerPlace): Promise<void> {
  const path = join(place.cluster, 'postmaster.pid')
  const lines = (await readFile(path, 'utf8').catch(() => '')).split('\n')
  if (!isAlive(Number(lines[0]))) return
  await writeFile(path, [NO_PROCESS, ...lines.slice(1)].join('\n'))
}

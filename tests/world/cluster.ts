import { chmod, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { asOwner, quoted } from '#store/owner.ts'
import { startServer } from '#store/server.ts'
import { createDatabase, SERVER_VARIABLE } from './database.ts'

const PREFIX = 'gestand-test-'

/** Data that nobody will need again: quick rather than durable. */
const SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_connections: '200',
  shared_buffers: '256MB',
  checkpoint_timeout: '1h',
  // Each test makes connections of its own, and guessing a password is nothing here.
  scram_iterations: '1',
}

/**
 * Starts one server for all tests of a run, in memory where the system has /dev/shm, Vitest and
 * Playwright call it before the first test and call what it returns after the last.
 */
export default async function startCluster(): Promise<() => Promise<void>> {
  const memory = await stat('/dev/shm').catch(() => undefined)
  const parent = memory?.isDirectory() ? '/dev/shm' : tmpdir()
  await sweep(parent)
  const directory = await mkdtemp(join(parent, `${PREFIX}${process.pid}-`))
  // The server may run as another user, who must get at it here and not on a slower disk elsewhere.
  await chmod(directory, 0o755)
  const server = await startServer({ directory, settings: SETTINGS })
  const end = async (): Promise<void> => {
    await server.stop()
    await rm(directory, { recursive: true, force: true })
  }
  process.env[SERVER_VARIABLE] = server.url()
  try {
    await shortenPassword(server.url())
    // Nearly every test wants this one: it is not made in the time of whichever comes first.
    await (await createDatabase()).drop()
    return end
  } catch (error) {
    await end()
    throw error
  }
}

/** The superuser's was stored before there were settings. */
async function shortenPassword(url: string): Promise<void> {
  const { username, password } = new URL(url)
  await asOwner(url, (owner) =>
    owner.query(`alter role ${quoted(username)} password ${pg.escapeLiteral(password)}`),
  )
}

/** Stops and removes clusters of runs that were killed. */
async function sweep(parent: string): Promise<void> {
  const left = (await readdir(parent)).filter((name) => name.startsWith(PREFIX))
  for (const name of left.filter((name) => !isRunning(Number(name.split('-')[2])))) {
    const directory = join(parent, name)
    // Starting takes over what the killed run left behind, so that it can be stopped.
    const server = await startServer({ directory, settings: SETTINGS }).catch(() => undefined)
    await server?.stop()
    await rm(directory, { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

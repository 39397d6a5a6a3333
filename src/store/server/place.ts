import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  chmod,
  chown,
  lstat,
  readFile,
  realpath,
  rmdir,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { AppError } from '#kernel/error.ts'
import { makeDirectory } from '#store/directory.ts'
import type { ServerUser } from './user.ts'

/** Where the files of one server stand, as absolute paths without links. */
export interface ServerPlace {
  readonly home: string
  /** PostgreSQL's own data directory. */
  readonly cluster: string
  readonly password: string
  readonly port: string
  readonly log: string
  /** Names the process that started the server. */
  readonly owner: string
}

/** Where data goes when the user of the server cannot reach the directory that was asked for. */
const REACHABLE_HOME = '/var/lib/gestand'

/**
 * Makes `<directory>/postgres`, or a link of that name to a place that the user of the server can
 * reach.
 *
 * @throws `SERVER_DATA_MISSING` when there is such a link and its place is gone.
 */
export async function preparePlace(
  directory: string,
  user: ServerUser | undefined,
): Promise<ServerPlace> {
  const wanted = join(resolve(directory), 'postgres')
  const found = await realpath(wanted).catch(() => undefined)
  if (found) return placeAt(found)
  // A link to nowhere: its data was moved or is on a disk that is not there. A new empty server
  // would hide that.
  const left = await lstat(wanted).catch(() => undefined)
  if (left) throw new AppError('SERVER_DATA_MISSING', { link: wanted })
  await makeDirectory(wanted, 0o755)
  if (!user || isReachable(wanted, user)) return placeAt(await realpath(wanted))
  return placeAt(await moveToReachableHome(wanted))
}

/** Finds the place of a server that was started before, without making anything. */
export async function findPlace(directory: string): Promise<ServerPlace | undefined> {
  const home = await realpath(join(resolve(directory), 'postgres')).catch(() => undefined)
  return home === undefined ? undefined : placeAt(home)
}

/**
 * Reads the superuser's password, or makes one that only the user of the server and root can read.
 */
export async function readOrMakePassword(
  place: ServerPlace,
  user: ServerUser | undefined,
): Promise<string> {
  const kept = await readFile(place.password, 'utf8').catch(() => undefined)
  if (kept) return kept
  const password = randomBytes(24).toString('base64url')
  await writeFile(place.password, password, { mode: 0o600 })
  if (user) await chown(place.password, user.uid, user.gid)
  return password
}

function placeAt(home: string): ServerPlace {
  return {
    home,
    cluster: join(home, 'cluster'),
    password: join(home, 'password'),
    port: join(home, 'port'),
    log: join(home, 'server.log'),
    owner: join(home, 'owner'),
  }
}

/**
 * Asks the system itself, since modes alone do not tell: a parent may be closed, or access lists
 * may apply.
 */
function isReachable(path: string, user: ServerUser): boolean {
  return spawnSync('/bin/sh', ['-c', 'test -x "$0"', path], { ...user, cwd: '/' }).status === 0
}

async function moveToReachableHome(wanted: string): Promise<string> {
  const name = createHash('sha256').update(wanted).digest('hex').slice(0, 16)
  const home = join(REACHABLE_HOME, name)
  await makeDirectory(home, 0o755)
  await chmod(REACHABLE_HOME, 0o755)
  await rmdir(wanted)
  await symlink(home, wanted)
  return home
}

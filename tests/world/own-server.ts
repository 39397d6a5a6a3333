import { chmod, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { onTestFinished } from 'vitest'
import { PROJECT } from '#kernel/project.ts'
import { provision } from '#modules/provision.ts'
import { connectStore } from '#store/connect.ts'
import { install, type Installation } from '#store/install.ts'
import type { MasterKey } from '#store/master-key.ts'
import { asOwner, type Owner, urlFor } from '#store/owner.ts'
import { type ServerOptions, startServer } from '#store/server.ts'
import { readStatementFolder } from '#store/statement-files.ts'
import { WORLD_MASTER } from './master.ts'
import { WORLD_ORGANISATION } from './template.ts'
import { World } from './world.ts'

const SETTINGS = { fsync: 'off', synchronous_commit: 'off', shared_buffers: '32MB' }

/** Who owns the databases, as a provider of databases gives it: no superuser. */
const OWNER = { user: 'owner', password: 'owner of tests' }

/** An empty directory for data, in memory where the system can. Gone when the test ends. */
export async function emptyDirectory(): Promise<string> {
  const memory = await stat('/dev/shm').catch(() => undefined)
  const parent = memory?.isDirectory() ? '/dev/shm' : tmpdir()
  const directory = await mkdtemp(join(parent, 'gestand-own-'))
  // The server may run as another user, who must get at it here.
  await chmod(directory, 0o755)
  onTestFinished(() => rm(directory, { recursive: true, force: true }))
  return directory
}

/**
 * A server for one test, for what the logins of all databases share: their passwords. Nothing is
 * installed yet, and the owner of what will be is no superuser.
 */
export async function ownServer(
  settings: ServerOptions['settings'] = {},
): Promise<Pick<Installation, 'url' | 'keysUrl'>> {
  const directory = await emptyDirectory()
  const server = await startServer({ directory, settings: { ...SETTINGS, ...settings } })
  onTestFinished(() => server.stop())
  await asOwner(server.url(), (superuser) =>
    superuser.query(
      `create role ${OWNER.user} login createrole createdb password '${OWNER.password}'`,
    ),
  )
  const url = urlFor(server.url('gestand'), OWNER)
  superusers.set(url, server.url())
  return { url, keysUrl: urlFor(server.url('gestand_keys'), OWNER) }
}

/** The superuser of each server, by the address for its owner. */
const superusers = new Map<string, string>()

/** Does what only a superuser may, which the owner is not. */
export function asSuperuser<T>(
  { installation }: World,
  work: (superuser: Owner) => Promise<T>,
): Promise<T> {
  return asOwner(superusers.get(installation.url) ?? '', work)
}

/** Ends all connections of the application's logins, as when everything is stopped. */
export async function endConnections(there: World): Promise<void> {
  await asSuperuser(there, (superuser) =>
    superuser.query(
      `select pg_terminate_backend(pid, 5000) from pg_stat_activity where usename like 'gestand%'`,
    ),
  )
}

/** The example bureau on a server of the test's own, made by an owner who is no superuser. */
export async function worldOfOwner(settings: ServerOptions['settings'] = {}): Promise<World> {
  const installation = { ...(await ownServer(settings)), master: WORLD_MASTER }
  await install(installation)
  const folder = await readStatementFolder(join(PROJECT, 'statements', WORLD_ORGANISATION))
  await asOwner(installation.url, (owner) => provision(owner, folder))
  return worldAt(installation)
}

/** The same world with another master key. */
export function withMaster({ installation }: World, master: MasterKey): Promise<World> {
  return worldAt({ ...installation, master })
}

async function worldAt(installation: Installation): Promise<World> {
  const owner = new pg.Client({ connectionString: installation.url })
  owner.on('error', () => undefined)
  await owner.connect()
  await owner.query(`set search_path to org_${WORLD_ORGANISATION}, gestand`)
  const connected = connectStore(installation, { connections: 4 })
  onTestFinished(async () => {
    await connected.close()
    await owner.end()
  })
  return new World(installation, owner, connected)
}

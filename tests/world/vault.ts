import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { onTestFinished } from 'vitest'
import { BackupFolder } from '#backup/backup-folder.ts'
import { BackupKey } from '#backup/backup-key.ts'
import type { BackupPlace } from '#backup/taking.ts'
import { connectStore } from '#store/connect.ts'
import { DATA_LOGINS, install, type Installation, lockDown } from '#store/install.ts'
import { asOwner, urlFor } from '#store/owner.ts'
import { createDatabase } from './database.ts'
import { WORLD_MASTER } from './master.ts'
import { WORLD_ORGANISATION } from './template.ts'
import { World } from './world.ts'

/**
 * A world with a database of keys of its own, since registers are told apart by organisation only.
 */
export async function worldWithKeys(): Promise<World> {
  const database = await createDatabase()
  const keysName = `${new URL(database.url).pathname.slice(1)}_keys`
  const installation: Installation = {
    url: database.url,
    keysUrl: urlFor(database.url, { database: keysName }),
    master: WORLD_MASTER,
  }
  await install(installation)
  const owner = new pg.Client({ connectionString: database.url })
  // A rehearsal of a kill ends connections.
  owner.on('error', () => undefined)
  await owner.connect()
  await owner.query(`set search_path to org_${WORLD_ORGANISATION}, gestand`)
  await lockDown(owner, DATA_LOGINS)
  const connected = connectStore(installation, { connections: 4 })
  onTestFinished(async () => {
    await connected.close()
    await owner.end()
    await asOwner(urlFor(database.url, { database: 'postgres' }), (server) =>
      server.query(`drop database if exists ${keysName} with (force)`),
    )
    await database.drop()
  })
  return new World(installation, owner, connected)
}

/** An empty folder for backups, with the key of the test's installation. */
export async function vault(folder: string = WORLD_ORGANISATION): Promise<BackupPlace> {
  const directory = await mkdtemp(join(tmpdir(), 'gestand-vault-'))
  onTestFinished(() => rm(directory, { recursive: true, force: true }))
  return { folder: new BackupFolder(directory, folder), key: BackupKey.of(WORLD_MASTER) }
}

/** An installation with the same keys and master key whose data are gone. */
export async function lostData({ installation }: World): Promise<Installation> {
  const name = `${new URL(installation.url).pathname.slice(1)}_anew`
  const anew = { ...installation, url: urlFor(installation.url, { database: name }) }
  await install(anew)
  onTestFinished(() =>
    asOwner(urlFor(installation.url, { database: 'postgres' }), async (server) => {
      await server.query(`drop database if exists ${name} with (force)`)
    }),
  )
  return anew
}

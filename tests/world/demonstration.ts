import type pg from 'pg'
import { seedDemo } from '#entry/demo/seed.ts'
import { DATA_LOGINS, lockDown } from '#store/install.ts'
import { asOwner, urlFor } from '#store/owner.ts'
import { templateOf } from './cluster.ts'
import { createDatabase, onServer } from './database.ts'
import { WORLD_MASTER } from './master.ts'
import { KEYS_DATABASE, WORLD_ORGANISATION } from './template.ts'
import { type World, world } from './world.ts'

const TEMPLATE = 'demonstration'

/**
 * A world with the people and the history of the demonstration. Whichever test asks first has it
 * made, once in a run; every test gets a copy.
 */
export async function demonstration(): Promise<World> {
  await onServer(async (server) => {
    // Tests run in several processes: the others wait here until it is there.
    await server.query(`select pg_advisory_lock(hashtext('demonstration'))`)
    const name = templateOf(TEMPLATE)
    const { rows } = await server.query('select from pg_database where datname = $1', [name])
    if (rows.length === 0) await makeTemplate(server, name)
  })
  return world(WORLD_ORGANISATION, TEMPLATE)
}

async function makeTemplate(server: pg.Client, name: string): Promise<void> {
  const { url, drop } = await createDatabase()
  try {
    const keysUrl = urlFor(url, { database: KEYS_DATABASE })
    await asOwner(url, async (owner) => {
      await lockDown(owner, DATA_LOGINS)
      const installation = { url, keysUrl, master: WORLD_MASTER }
      await seedDemo({ owner, installation, tell: () => undefined })
    })
    await server.query(`alter database ${new URL(url).pathname.slice(1)} rename to ${name}`)
  } finally {
    await drop()
  }
}

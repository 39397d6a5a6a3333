import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { onTestFinished } from 'vitest'
import { LOGINS, loginUrl } from '#store/install.ts'
import { createPool, type Pool } from '#store/pool.ts'
import type { World } from './world.ts'

/** Connections with the login of the worker, which checks and closes. */
export function workerOf({ installation }: World): Pool {
  const pool = createPool({ url: loginUrl(installation, LOGINS.worker), max: 4, name: 'worker' })
  onTestFinished(() => pool.end())
  return pool
}

/** One more connection of the superuser, for what happens at the same moment. */
export async function anotherOwner({ installation, organisation }: World): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: installation.url })
  await client.connect()
  await client.query(`set search_path to org_${organisation}, gestand`)
  onTestFinished(() => client.end())
  return client
}

/**
 * Waits until no older transaction runs, in whichever test of this server: what is in the ledger
 * can be closed then.
 */
export async function settle({ owner }: World): Promise<void> {
  for (;;) {
    const { rows } = await owner.query(
      `select from ledger
       having max(xid::text::bigint) >= pg_snapshot_xmin(pg_current_snapshot())::text::bigint`,
    )
    if (rows.length === 0) return
    await sleep(10)
  }
}

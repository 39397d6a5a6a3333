import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

/**
 * A connection that may create roles and databases: used to install, migrate, apply and check,
 * never to serve.
 */
export type Owner = pg.Client

const CONNECT_TIMEOUT_MS = 10_000
/** As the logins have it: a term that is reckoned in another zone can be an hour off. */
const OPTIONS = '-c TimeZone=Europe/Amsterdam'

/**
 * Connects as the owner, runs `work` and disconnects. Only install, migrate, apply and drift need
 * it.
 */
export async function asOwner<T>(url: string, work: (owner: Owner) => Promise<T>): Promise<T> {
  const owner = new pg.Client({
    connectionString: url,
    application_name: 'gestand owner',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    options: OPTIONS,
  })
  owner.on('error', () => undefined)
  await owner.connect()
  try {
    return await work(owner)
  } finally {
    await owner.end()
  }
}

/** Connections that are in a transaction of `inTransaction`. */
const inside = new WeakSet<Owner>()

/**
 * Runs `work` in one transaction of the owner: all of it, or nothing. Within another it is a part
 * of that one.
 */
export async function inTransaction<T>(owner: Owner, work: () => Promise<T>): Promise<T> {
  if (inside.has(owner)) {
    const result = await work()
    // A role that was taken for this part would otherwise stay for the rest.
    await owner.query('set local role none')
    return result
  }
  await owner.query('begin')
  inside.add(owner)
  try {
    const result = await work()
    await owner.query('commit')
    return result
  } catch (error) {
    await owner.query('rollback')
    throw error
  } finally {
    inside.delete(owner)
  }
}

/**
 * What PostgreSQL refuses only for what others do just then: a deadlock, a lock that does not come,
 * and two databases of one server that change the same role (an internal error).
 */
const PASSING: ReadonlySet<unknown> = new Set(['40P01', '55P03', 'XX000'])
const TRIES = 40
const LONGEST_WAIT_MS = 1_000

/**
 * Runs what can be run again, until nobody is in its way: at most forty times in half a minute, and
 * then it throws what PostgreSQL said. Within a transaction it runs once: that is over when a part
 * of it is refused.
 */
export async function patiently<T>(owner: Owner, work: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await work()
    } catch (error) {
      const passes = error instanceof Error && 'code' in error && PASSING.has(error.code)
      if (!passes || tried === TRIES || inside.has(owner)) throw error
      await sleep(Math.min(LONGEST_WAIT_MS, tried * 50) * (0.5 + Math.random()))
    }
  }
}

/** The same server and credentials with another database, or with another role too. */
export function urlFor(
  url: string,
  change: { database?: string; user?: string; password?: string },
): string {
  const changed = new URL(url)
  if (change.database !== undefined) changed.pathname = `/${change.database}`
  if (change.user !== undefined) changed.username = change.user
  if (change.password !== undefined) changed.password = change.password
  return changed.toString()
}

/** An identifier, quoted. */
export function quoted(name: string): string {
  return pg.escapeIdentifier(name)
}

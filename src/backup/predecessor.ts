import { setTimeout as sleep } from 'node:timers/promises'
import { type Owner, quoted } from '#store/owner.ts'

/** Longest wait for one lock: shorter than PostgreSQL waits before it looks for a deadlock. */
const LOCK_WAIT = '400ms'
const LOCK_TRIES = 60
const LONGEST_WAIT_MS = 1_000

/** Puts the organisation that is there aside, until the end of the transaction. */
export async function setAside(owner: Owner, schema: string): Promise<string | undefined> {
  const { rows } = await owner.query('select from pg_namespace where nspname = $1', [schema])
  if (rows.length === 0) return undefined
  const before = `${schema}__before`
  await owner.query(`alter schema ${quoted(schema)} rename to ${quoted(before)}`)
  return before
}

/**
 * Takes away what was put aside. Whoever is still reading it finishes first: readers take locks in
 * an order of their own, so that waiting for them with a lock in hand would be a deadlock.
 */
export async function removePredecessor(owner: Owner, before: string): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p')
       and (c.relnamespace = $1::regnamespace or c.oid in (
         select confrelid from pg_constraint
         where connamespace = $1::regnamespace and contype = 'f'))
     order by 1`,
    [quoted(before)],
  )
  await holdAll(
    owner,
    rows.map(({ name }) => name),
  )
  await owner.query(`drop schema ${quoted(before)} cascade`)
}

/** Locks all of them or none: what was locked is let go while somebody has one of the others. */
async function holdAll(owner: Owner, tables: readonly string[]): Promise<void> {
  for (let tried = 1; ; tried++) {
    await owner.query('savepoint holding')
    try {
      await owner.query(`set local lock_timeout = '${LOCK_WAIT}'`)
      await owner.query(`lock table ${tables.join(', ')} in access exclusive mode`)
      await owner.query('set local lock_timeout = 0')
      await owner.query('release savepoint holding')
      return
    } catch (error) {
      await owner.query('rollback to savepoint holding')
      const isHeld = error instanceof Error && 'code' in error && error.code === '55P03'
      if (!isHeld || tried === LOCK_TRIES) throw error
      await sleep(Math.min(LONGEST_WAIT_MS, tried * 50) * (0.5 + Math.random()))
    }
  }
}

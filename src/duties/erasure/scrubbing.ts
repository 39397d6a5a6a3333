import { asOwner, inTransaction, type Owner, quoted } from '#store/owner.ts'
import type { Installation } from '#store/install.ts'
import { listOrganisations } from '#store/organisation.ts'
import { schemaOf } from '#store/store.ts'

export interface Scrubbed {
  /** Erasures of which nothing is left in the files of the database either. */
  readonly erasures: number
  /** Tables that somebody was using: the next run takes them. */
  readonly busy: readonly string[]
}

const LOCK_TIMEOUT = '5s'
const BUSY = '55P03'

/**
 * Writes tables anew from which something was erased. PostgreSQL leaves the bytes of deleted rows
 * where they were until it needs the room; what was sealed cannot be read there, names and
 * addresses could. For the owner, at a quiet hour: each table is closed while it is written.
 */
export async function scrub(installation: Installation): Promise<Scrubbed> {
  const { erasures, busy } = await asOwner(installation.url, async (owner) => {
    await prepare(owner)
    const busyTables: string[] = []
    let done = 0
    const shared = await sharedTables(owner)
    for (const organisation of await listOrganisations(owner)) {
      const schema = schemaOf(organisation)
      const { rows } = await owner.query<{ moment: string | null }>(
        `select max(deleted_at)::text as moment from ${quoted(schema)}.erasure_orders
         where scrubbed_at is null and deleted_at is not null`,
      )
      const moment = rows[0]?.moment
      if (!moment) continue
      const failed = await rewrite(owner, [...(await ownTables(owner, schema)), ...shared])
      busyTables.push(...failed)
      if (failed.length === 0) done += await noteScrubbed(owner, schema, moment)
    }
    if (done > 0) await recycleLog(owner)
    return { erasures: done, busy: busyTables }
  })
  if (erasures > 0) await scrubKeys(installation.keysUrl)
  return { erasures, busy }
}

/** Tables belong to a role of which the owner of the installation is a member. */
async function prepare(owner: Owner): Promise<void> {
  await owner.query(`set lock_timeout = '${LOCK_TIMEOUT}'; set role gestand_owner`)
}

/** Tables with something in them that is of a category and not sealed. */
async function ownTables(owner: Owner, schema: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select format('%I.%I', $1::text, c.relname) as name
     from pg_class c where c.relnamespace = $1::regnamespace and c.relkind = 'r'
       and c.relname <> 'ledger' and exists (
         select from pg_attribute a where a.attrelid = c.oid and a.attnum > 0
           and a.atttypid <> 'bytea'::regtype
           and col_description(c.oid, a.attnum) ~ '@category ')
     order by 1`,
    [schema],
  )
  return rows.map(({ name }) => name)
}

/** What accounts and mail leave, and the queue of jobs. */
async function sharedTables(owner: Owner): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and (n.nspname = 'gestand'
       and c.relname in ('accounts', 'mails', 'email_changes', 'recoveries', 'sign_ins', 'sessions',
         'passwords', 'second_factors', 'second_factor_setups', 'recovery_codes'))
     order by 1`,
  )
  return rows.map(({ name }) => name)
}

/** Writes tables anew. Returns those that were in use. */
async function rewrite(owner: Owner, tables: readonly string[]): Promise<string[]> {
  const busy: string[] = []
  for (const table of tables) {
    try {
      const before = await fileOf(owner, table)
      await owner.query(`vacuum full ${table}`)
      // What PostgreSQL would not do it tells in a warning only.
      if ((await fileOf(owner, table)) === before) busy.push(table)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === BUSY)) throw error
      busy.push(table)
    }
  }
  return busy
}

async function fileOf(owner: Owner, table: string): Promise<number | undefined> {
  const { rows } = await owner.query<{ file: number }>(
    'select pg_relation_filenode($1::regclass)::integer as file',
    [table],
  )
  return rows[0]?.file
}

async function noteScrubbed(owner: Owner, schema: string, moment: string): Promise<number> {
  return inTransaction(owner, async () => {
    const { rows } = await owner.query<{ n: number }>(
      `select ${quoted(schema)}.note_scrubbed($1)::integer as n`,
      [moment],
    )
    return rows[0]?.n ?? 0
  })
}

/** Wrapped keys that were destroyed, and what erasures looked for. */
async function scrubKeys(keysUrl: string): Promise<void> {
  await asOwner(keysUrl, async (owner) => {
    await prepare(owner)
    await rewrite(owner, ['keys.dossier_keys', 'keys.erasure_traces'])
    await recycleLog(owner)
  })
}

/** Lets go of the log of changes up to now, where the owner may. */
async function recycleLog(owner: Owner): Promise<void> {
  await owner.query('reset role')
  const { rows } = await owner.query<{ may: boolean }>(
    'select rolsuper as may from pg_roles where rolname = session_user',
  )
  if (!rows[0]?.may) return
  await owner.query('checkpoint')
  await owner.query('select pg_switch_wal()')
  await owner.query('checkpoint')
}

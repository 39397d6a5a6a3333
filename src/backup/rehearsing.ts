import { hash, randomBytes, randomUUID } from 'node:crypto'
import { isGood, type RestorationReport } from '#duties/backups/report.ts'
import { AppError, isAppError } from '#kernel/error.ts'
import { takeEndings } from '#store/ending-register.ts'
import { toAppError } from '#store/errors.ts'
import { install, type Installation } from '#store/install.ts'
import { asOwner, inTransaction, type Owner, quoted, urlFor } from '#store/owner.ts'
import { schemaOf } from '#store/store.ts'
import type { Manifest } from './manifest.ts'
import { rebuild } from './rebuilding.ts'
import { end, expectRegister, type Restored } from './restoring.ts'
import type { BackupPlace } from './taking.ts'

/** Databases of rehearsals, and organisations in them: nothing else may have such a name. */
const DATABASE = 'gestand_rehearsal_'
const TARGET = 'rehearsal'

/**
 * Brings a backup back in a database of its own, as if everything was lost but the backup and the
 * keys; looks whether all is as it should be; and removes it. What was found is kept.
 *
 * A backup that cannot be brought back is a finding too, and no failure of the rehearsal.
 */
export async function rehearseBackup(
  installation: Installation,
  place: BackupPlace,
  manifest: Manifest,
): Promise<Restored> {
  return asOwner(installation.url, async (owner) => {
    const { rows } = await owner.query<{ mine: boolean }>(
      `select pg_try_advisory_lock(hashtext('gestand rehearse')) as mine`,
    )
    if (!rows[0]?.mine) throw new AppError('REHEARSING')
    const mark = markOf(installation)
    await sweep(owner, mark)
    const id = randomUUID()
    await owner.query(
      `insert into gestand.restorations (id, organisation, backup, rehearsal)
       values ($1, $2, $3, true)`,
      [id, manifest.organisation, manifest.name],
    )
    const report = await rehearse(installation, { place, manifest, id }).catch((error: unknown) =>
      failed(manifest, error),
    )
    await sweep(owner, mark)
    await end(owner, id, report)
    return { id, good: isGood(report), report }
  })
}

/** Removes what a rehearsal left that was cut short; while one runs nothing happens. */
export async function sweepRehearsals(installation: Installation): Promise<void> {
  await asOwner(installation.url, async (owner) => {
    const { rows } = await owner.query<{ mine: boolean }>(
      `select pg_try_advisory_lock(hashtext('gestand rehearse')) as mine`,
    )
    if (rows[0]?.mine) await sweep(owner, markOf(installation))
  })
}

/** What a rehearsal needs to know. */
interface Rehearsing {
  readonly place: BackupPlace
  readonly manifest: Manifest
  readonly id: string
}

async function rehearse(
  installation: Installation,
  { place, manifest, id }: Rehearsing,
): Promise<RestorationReport> {
  const part = markOf(installation) + randomBytes(3).toString('hex')
  const url = urlFor(installation.url, { database: DATABASE + part })
  const target = TARGET + part
  return asOwner(installation.keysUrl, async (keys) => {
    await expectRegister(keys, manifest, false)
    await asOwner(installation.url, (owner) => takeEndings(owner, keys))
    await install({ ...installation, url })
    return asOwner(url, (owner) =>
      inTransaction(owner, () =>
        rebuild({ owner, keys, master: installation.master, place, manifest, target, id }),
      ),
    )
  })
}

/** Tells the rehearsals of one database from those of another on the same server. */
function markOf({ url }: Installation): string {
  return hash('sha256', new URL(url).pathname).slice(0, 6)
}

/**
 * Removes databases and roles of rehearsals, also of those that were cut short. Only for who holds
 * the lock.
 */
async function sweep(owner: Owner, mark: string): Promise<void> {
  const { rows: databases } = await owner.query<{ name: string }>(
    'select datname as name from pg_database where starts_with(datname, $1)',
    [DATABASE + mark],
  )
  for (const { name } of databases) {
    await owner.query(`drop database if exists ${quoted(name)} with (force)`)
  }
  const { rows: roles } = await owner.query<{ name: string }>(
    'select rolname as name from pg_roles where rolname ~ $1',
    [`^${schemaOf(TARGET)}${mark}[0-9a-f]{6}(__|$)`],
  )
  for (const { name } of roles) await owner.query(`drop role if exists ${quoted(name)}`)
  await owner.query(
    `update gestand.restorations set state = 'undone', ended_at = clock_timestamp()
     where state = 'running' and rehearsal`,
  )
}

/** A report of a backup that could not be brought back. */
function failed({ takenAt, tables }: Manifest, thrown: unknown): RestorationReport {
  const error = toAppError(thrown)
  const subject = isAppError(error)
    ? error.code
    : error instanceof Error && 'code' in error
      ? String(error.code)
      : 'DEFECT'
  return {
    takenAt,
    tables: tables.length,
    rows: 0,
    dossiers: 0,
    erasures: 0,
    endings: 0,
    ledgerEntries: 0,
    milliseconds: 0,
    lines: [
      subject === 'DATABASE_BARRED'
        ? { kind: 'problem', code: 'NO_SCRATCH_DATABASE', count: 1 }
        : { kind: 'problem', code: 'NOT_RESTORED', subject, count: 1 },
    ],
  }
}

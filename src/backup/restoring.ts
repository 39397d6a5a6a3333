import { randomUUID } from 'node:crypto'
import { isGood, type ReportLine, type RestorationReport } from '#duties/backups/report.ts'
import { AppError } from '#kernel/error.ts'
import { findRegister, readRegister, takeEndings } from '#store/ending-register.ts'
import type { Installation } from '#store/install.ts'
import { asOwner, inTransaction, type Owner, patiently } from '#store/owner.ts'
import { schemaOf } from '#store/store.ts'
import { accountsOf } from './account-tables.ts'
import type { Manifest } from './manifest.ts'
import { rebuild } from './rebuilding.ts'
import type { BackupPlace } from './taking.ts'

export interface Restoring {
  readonly place: BackupPlace
  readonly manifest: Manifest
  /** An organisation that is there gives way; without it that is refused. */
  readonly replace?: boolean
  /** Goes on though the register of what was erased and ended is gone or is another. */
  readonly withoutRegister?: boolean
}

export interface Restored {
  readonly id: string
  readonly good: boolean
  readonly report: RestorationReport
}

/**
 * Brings a backup back, in one transaction: everybody sees the organisation as it was before, and
 * then as it is with everything taken out again that may not come back. Cut short anywhere, nothing
 * has happened. From its beginning to its end nobody can sign in.
 *
 * @throws `ORGANISATION_THERE`, `RESTORING` when another is at it; `REGISTER_LOST`,
 *   `REGISTER_PRUNED`; as `rebuild`.
 */
export async function restoreBackup(
  installation: Installation,
  { place, manifest, replace = false, withoutRegister = false }: Restoring,
): Promise<Restored> {
  const { organisation } = manifest
  return asOwner(installation.keysUrl, (keys) =>
    asOwner(installation.url, async (owner) => {
      const there = await isThere(owner, organisation)
      if (there && !replace) throw new AppError('ORGANISATION_THERE')
      await expectRegister(keys, manifest, withoutRegister)
      const { id, sessions } = await begin(owner, manifest, there)
      try {
        await takeEndings(owner, keys)
        await readRegister(keys, organisation)
        const work = { owner, keys, master: installation.master, place, manifest, id }
        const bringBack = async (): Promise<Restored> => {
          const rebuilt = await rebuild({ ...work, target: organisation })
          const report = withLines(rebuilt, [
            { kind: 'taken-out', code: 'SESSIONS_ENDED', count: sessions },
            { kind: 'problem', code: 'REGISTER_LOST', count: withoutRegister ? 1 : 0 },
          ])
          await end(owner, id, report)
          return { id, good: isGood(report), report }
        }
        // The pages and the worker go on meanwhile, and may be in its way.
        return await patiently(owner, () => inTransaction(owner, bringBack))
      } catch (error) {
        await undo(owner, id)
        throw error
      } finally {
        await owner.query(`select pg_advisory_unlock(hashtext('gestand restore'))`)
      }
    }),
  )
}

function withLines(report: RestorationReport, more: readonly ReportLine[]): RestorationReport {
  return { ...report, lines: [...report.lines, ...more.filter(({ count }) => count > 0)] }
}

async function isThere(owner: Owner, organisation: string): Promise<boolean> {
  const { rows } = await owner.query('select from pg_namespace where nspname = $1', [
    schemaOf(organisation),
  ])
  return rows.length > 0
}

/**
 * Sees that the register at hand is the one that goes with a backup. Another one, or none, does not
 * know what was erased and withdrawn since.
 */
export async function expectRegister(
  keys: Owner,
  { organisation, register, takenAt }: Manifest,
  withoutRegister: boolean,
): Promise<void> {
  const found = await findRegister(keys, organisation)
  if (withoutRegister) return
  if (!found || found.id !== register) throw new AppError('REGISTER_LOST', { organisation })
  if (found.prunedUntil && found.prunedUntil.getTime() > Date.parse(takenAt)) {
    throw new AppError('REGISTER_PRUNED', { until: found.prunedUntil.toISOString() })
  }
}

/**
 * Notes that it begins, from when on nobody signs in, and ends the sessions of those it concerns.
 * The lock tells that somebody is at it; it ends with the connection.
 */
async function begin(
  owner: Owner,
  manifest: Manifest,
  there: boolean,
): Promise<{ id: string; sessions: number }> {
  const { rows } = await owner.query<{ mine: boolean }>(
    `select pg_try_advisory_lock(hashtext('gestand restore')) as mine`,
  )
  if (!rows[0]?.mine) throw new AppError('RESTORING')
  const id = randomUUID()
  return inTransaction(owner, async () => {
    await owner.query(
      `update gestand.restorations set state = 'undone', ended_at = clock_timestamp()
       where state = 'running' and not rehearsal`,
    )
    await owner.query(
      `insert into gestand.restorations (id, organisation, backup, rehearsal)
       values ($1, $2, $3, false)`,
      [id, manifest.organisation, manifest.name],
    )
    if (!there) return { id, sessions: 0 }
    const { rowCount } = await owner.query(
      `update gestand.sessions set ended_at = now()
       where ended_at is null and account_id in (${accountsOf(manifest.organisation)})`,
    )
    return { id, sessions: rowCount ?? 0 }
  })
}

/** Keeps the report of a restoration or a rehearsal. */
export async function end(owner: Owner, id: string, report: RestorationReport): Promise<void> {
  await owner.query(
    `update gestand.restorations set state = $2, ended_at = clock_timestamp(), report = $3
     where id = $1`,
    [id, isGood(report) ? 'good' : 'bad', JSON.stringify(report)],
  )
}

async function undo(owner: Owner, id: string): Promise<void> {
  await owner
    .query(
      `update gestand.restorations set state = 'undone', ended_at = clock_timestamp()
       where id = $1 and state = 'running'`,
      [id],
    )
    // The connection may be what failed: the next who looks finds that nobody holds the lock.
    .catch(() => undefined)
}

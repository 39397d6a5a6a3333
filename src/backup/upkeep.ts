import { AppError } from '#kernel/error.ts'
import { durationDays } from '#statement/say/duration.ts'
import { parseStatement } from '#statement/index.ts'
import { findApplied } from '#store/applied-statement.ts'
import { pruneEndings } from '#store/ending-register.ts'
import type { Installation } from '#store/install.ts'
import { asOwner, type Owner } from '#store/owner.ts'
import { toStatementFolder } from '#store/statement-files.ts'
import { rehearseBackup } from './rehearsing.ts'
import type { Restored } from './restoring.ts'
import { type BackupPlace, noteBackup, takeBackup } from './taking.ts'

const DAY_MS = 86_400_000
/** A daily backup that is made an hour earlier each day is one that is made daily. */
const EARLY_MS = 3_600_000
/** Endings are remembered this much longer than any backup is kept. */
const REMEMBER_DAYS = 30
const REHEARSE_DAYS = 7

/** What a statement says of backups, in days. */
export interface BackupTerms {
  readonly everyDays: number
  readonly keepDays: number
}

/**
 * Does what the statement in force says of backups: makes one when that is due, destroys those that
 * are past their term, and brings what the database says of them in line with what is there.
 *
 * @returns The name of the backup that was made, if one was due.
 */
export async function keepBackups(
  installation: Installation,
  organisation: string,
  place: BackupPlace,
): Promise<string | undefined> {
  const terms = await asOwner(installation.url, (owner) => readTerms(owner, organisation))
  const newest = (await place.folder.list()).at(-1)
  const dueAt = newest
    ? Date.parse(newest.takenAt) + terms.everyDays * DAY_MS - EARLY_MS
    : Number.NEGATIVE_INFINITY
  const made = dueAt <= Date.now() ? await takeBackup(installation, organisation, place) : undefined
  await prune(installation, organisation, place, terms)
  return made?.name
}

/**
 * Destroys what is past its term. The newest stays until there is a newer one: an organisation
 * without any backup would keep this promise and break a more important one.
 */
async function prune(
  { url, keysUrl }: Installation,
  organisation: string,
  { folder }: BackupPlace,
  { keepDays }: BackupTerms,
): Promise<void> {
  const oldest = Date.now() - keepDays * DAY_MS
  const backups = await folder.list()
  for (const { name, takenAt } of backups.slice(0, -1)) {
    if (Date.parse(takenAt) < oldest) await folder.remove(name)
  }
  await asOwner(url, async (owner) => {
    const there = await folder.list()
    for (const manifest of there) await noteBackup(owner, manifest)
    await owner.query(
      `update gestand.backups set removed_at = now()
       where organisation = $1 and removed_at is null and name <> all ($2)`,
      [organisation, there.map(({ name }) => name)],
    )
  })
  const forget = new Date(oldest - REMEMBER_DAYS * DAY_MS)
  await asOwner(keysUrl, (keys) => pruneEndings(keys, organisation, forget))
}

/**
 * Rehearses the newest backup when that was not done for a week.
 *
 * @param always Also when it was.
 * @throws `BACKUP_UNKNOWN` when there is none; as `rehearseBackup`.
 */
export async function rehearseNewest(
  installation: Installation,
  organisation: string,
  place: BackupPlace,
  { always = false }: { readonly always?: boolean } = {},
): Promise<Restored | undefined> {
  const due = await asOwner(installation.url, async (owner) => {
    const { rows } = await owner.query(
      `select from gestand.restorations where organisation = $1 and rehearsal and state = 'good'
         and begun_at > now() - $2 * interval '1 day' + interval '12 hours'`,
      [organisation, REHEARSE_DAYS],
    )
    return rows.length === 0
  })
  if (!due && !always) return undefined
  const manifest = await place.folder.read(undefined, place.key)
  return rehearseBackup(installation, place, manifest)
}

/** @throws `STATEMENT_MISSING` when none was applied, or it can no longer be read. */
async function readTerms(owner: Owner, organisation: string): Promise<BackupTerms> {
  const applied = await findApplied(owner, organisation)
  const folder = applied && toStatementFolder(organisation, applied.source)
  const backups = folder && parseStatement(folder).statement?.declarations.backups
  if (!backups) throw new AppError('STATEMENT_MISSING')
  return { everyDays: durationDays(backups.every), keepDays: durationDays(backups.keep) }
}

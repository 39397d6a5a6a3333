import type { ReportLine, RestorationReport } from '#duties/backups/report.ts'
import { AppError } from '#kernel/error.ts'
import { provision } from '#modules/provision.ts'
import { copyIn } from '#store/copying.ts'
import { findApplied } from '#store/applied-statement.ts'
import { type Ending, findHead, listEndings, PLATFORM } from '#store/ending-register.ts'
import type { MasterKey } from '#store/master-key.ts'
import { migrate, readSqlFiles } from '#store/migrate.ts'
import { migrateOrganisation } from '#store/organisation.ts'
import { type Owner, quoted } from '#store/owner.ts'
import { toStatementFolder } from '#store/statement-files.ts'
import { schemaOf } from '#store/store.ts'
import { endSessions, mergeAccounts, prepareAccounts, staged } from './accounts.ts'
import {
  countUnreadable,
  type ErasedDossier,
  findErased,
  forgetErased,
  listErasures,
} from './erasures.ts'
import { carryLedger, checkLedger, noteRestoration, shiftLedger } from './ledger-tail.ts'
import { at, prepareTables, putReferences, setSequences, switchTriggers } from './loading.ts'
import type { Manifest } from './manifest.ts'
import { removePredecessor, setAside } from './predecessor.ts'
import { readBackup } from './reading.ts'
import { replayEndings } from './replay.ts'
import { listSequences } from './shape.ts'
import type { BackupPlace } from './taking.ts'

export interface Rebuilding {
  /** In a transaction of `inTransaction`, which is undone when anything here fails. */
  readonly owner: Owner
  readonly keys: Owner
  readonly master: MasterKey
  readonly place: BackupPlace
  readonly manifest: Manifest
  /** Under which name it comes to stand; a rehearsal has another than the organisation. */
  readonly target: string
  /** Id of the restoration. */
  readonly id: string
}

/** What the registers say. */
interface Told {
  readonly erasures: readonly ErasedDossier[]
  readonly endings: readonly Ending[]
}

/** How long a transaction can have been under way when a backup was taken. */
const MARGIN_MS = 3_600_000

/**
 * Makes an organisation out of a backup, and makes it follow what happened since: what was erased,
 * ended, withdrawn and restricted. An organisation that stands under the name gives way to it; its
 * ledger goes on.
 *
 * @throws `BACKUP_NEWER` when it was made by a later release; as `readBackup`.
 */
export async function rebuild(work: Rebuilding): Promise<RestorationReport> {
  const begun = Date.now()
  const { owner, keys, manifest, target } = work
  const schema = schemaOf(target)
  const before = await setAside(owner, schema)
  const since = new Date(Date.parse(manifest.takenAt) - MARGIN_MS)
  const erasures = await listErasures(keys, manifest.organisation)
  const endings = await listEndings(keys, manifest.organisation, since)
  await makeTables(owner, schema, manifest)
  await fill(work, schema)
  await bringUpToDate(work, schema)
  const lines = [
    ...(await follow(work, schema, { erasures, endings })),
    ...(await bringAccounts(work, since, erasures)),
  ]
  await countOn(owner, schema, before)
  const carried = before ? await carryLedger(owner, { schema, before }) : undefined
  if (carried) lines.push({ kind: 'note', code: 'LEDGER_CARRIED', count: carried })
  await owner.query(`select set_config('search_path', $1, true)`, [searchPath(schema)])
  const shift = await shiftLedger(owner)
  await switchTriggers(owner, schema, 'enable')
  await makeTrue(work, schema, before)
  lines.push(...(await endSessions(owner, target)), ...(await tellStatements(owner, endings)))
  await owner.query(`select set_config('search_path', $1, true)`, [searchPath(schema)])
  // What the backup still had of the ledger and went after its term stays away.
  await owner.query('select destroy_lines(2147483647)')
  lines.push(
    ...(await noteRestoration(owner, {
      organisation: manifest.organisation,
      master: work.master,
      id: work.id,
      backup: manifest.name,
      takenAt: new Date(manifest.takenAt),
      restoredAt: new Date(),
      shift,
      head: carried === undefined ? await findHead(keys, manifest.organisation) : undefined,
    })),
  )
  if (before) await removePredecessor(owner, before)
  const looked = await look(work, schema, { erasures, endings })
  return {
    takenAt: manifest.takenAt,
    tables: manifest.tables.length,
    rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
    erasures: erasures.length,
    endings: endings.length,
    ...looked,
    milliseconds: Date.now() - begun,
    lines: [...lines, ...looked.lines].filter(({ count }) => count > 0),
  }
}

function searchPath(schema: string): string {
  return `${quoted(schema)}, gestand, pg_temp`
}

/** Makes the tables as they were when the backup was taken. */
async function makeTables(owner: Owner, schema: string, manifest: Manifest): Promise<void> {
  const files = await readSqlFiles('organisation')
  const known = new Set(files.map(({ name }) => name))
  const unknown = manifest.migrations.find(({ name }) => !known.has(name))
  if (unknown) throw new AppError('BACKUP_NEWER', { file: unknown.name })
  const ran = new Set(manifest.migrations.map(({ name }) => name))
  await migrate(
    owner,
    schema,
    files.filter(({ name }) => ran.has(name)),
  )
  const { rows } = await owner.query<{ name: string; digest: string }>(
    `select name, digest from ${at(schema, 'migrations')}`,
  )
  const digests = new Map(rows.map(({ name, digest }) => [name, digest]))
  const changed = manifest.migrations.find(({ name, digest }) => digests.get(name) !== digest)
  if (changed) throw new AppError('MIGRATION_CHANGED', { file: changed.name })
}

/** Fills the tables with what is in the backup. */
async function fill({ owner, place, manifest }: Rebuilding, schema: string): Promise<void> {
  const references = await prepareTables(owner, schema)
  await prepareAccounts(owner)
  await readBackup(place, manifest, (section) => {
    const [, table] = /^gestand\.(\w+)$/.exec(section.table) ?? []
    const target = table === undefined ? at(schema, section.table) : staged(table)
    return copyIn(owner, target, section)
  })
  await setSequences(owner, schema, manifest.sequences)
  await putReferences(owner, schema, references)
}

/**
 * Brings the tables up to date: what takes things out again is of this release, and written by what
 * the tables are now.
 */
async function bringUpToDate(
  { owner, target, manifest }: Rebuilding,
  schema: string,
): Promise<void> {
  if ((await readSqlFiles('organisation')).length > manifest.migrations.length) {
    await switchTriggers(owner, schema, 'enable')
    const { rows } = await owner.query<{ name: string }>(
      'select name from gestand.organisations where id = $1',
      [target],
    )
    await migrateOrganisation(owner, target, rows[0]?.name ?? target)
    await switchTriggers(owner, schema, 'disable')
  }
  await owner.query(`select ${at(schema, 'describe_columns')}()`)
}

/** Makes what came back follow what was erased and what ended since. */
async function follow(
  { owner, manifest }: Rebuilding,
  schema: string,
  { erasures, endings }: Told,
): Promise<ReportLine[]> {
  const forgotten = await forgetErased(owner, schema, erasures, new Date(manifest.takenAt))
  const replayed = await replayEndings(owner, schema, endings)
  return [
    ...forgotten,
    ...replayed.map(({ table, rows }) => {
      return { kind: 'taken-out', code: 'ENDED', subject: table, count: rows } as const
    }),
  ]
}

async function bringAccounts(
  { owner, keys, master }: Rebuilding,
  since: Date,
  erasures: readonly ErasedDossier[],
): Promise<ReportLine[]> {
  return mergeAccounts(owner, {
    endings: await listEndings(keys, PLATFORM, since),
    erased: erasures.flatMap(({ accountId }) => accountId ?? []),
    masterId: master.id,
  })
}

/** How many numbers can have been given to people after a backup of which nothing else is left. */
const NUMBERS = 1_000

/** Numbers that were given to people are not given again. */
async function countOn(owner: Owner, schema: string, before: string | undefined): Promise<void> {
  const old = before ? await listSequences(owner, before) : []
  for (const { name, value } of await listSequences(owner, schema)) {
    if (!name.endsWith('_numbers')) continue
    const last = before ? (old.find((each) => each.name === name)?.value ?? 0) : value + NUMBERS
    await setSequences(owner, schema, [{ name, value: Math.max(value, last) }])
  }
}

/**
 * Makes the statement true: the newest that is known, since a promise that was made after the
 * backup binds too.
 */
async function makeTrue(
  { owner, target }: Rebuilding,
  schema: string,
  before: string | undefined,
): Promise<void> {
  if (before) {
    await owner.query(
      `insert into ${at(schema, 'statements')} (version, in_force, source, applied_at)
       select version, in_force, source, applied_at from ${at(before, 'statements')}
       on conflict do nothing`,
    )
  }
  const applied = await findApplied(owner, target)
  if (applied) await provision(owner, toStatementFolder(target, applied.source))
}

/** Tells of versions of the statement that were in force after the backup and did not come back. */
async function tellStatements(owner: Owner, endings: readonly Ending[]): Promise<ReportLine[]> {
  const versions = endings
    .filter(({ table }) => table === 'statements')
    .map(({ key }) => Number(key['version']))
  const { rows } = await owner.query<{ version: number }>('select version from statements')
  const known = new Set(rows.map(({ version }) => version))
  const lost = versions.filter((version) => !known.has(version))
  return lost.map((version) => {
    return { kind: 'note', code: 'STATEMENT_LOST', subject: String(version), count: 1 } as const
  })
}

/** Looks at what has come to stand, independently of how it came there. */
async function look(
  { owner, keys, master, manifest }: Rebuilding,
  schema: string,
  told: Told,
): Promise<Pick<RestorationReport, 'dossiers' | 'ledgerEntries' | 'lines'>> {
  const { organisation } = manifest
  const both = { owner, keys }
  const erased = await findErased(both, { schema, organisation }, told.erasures)
  const { dossiers, unreadable } = await countUnreadable(both, { schema, organisation })
  const ledger = await checkLedger(owner, organisation, master)
  const { rows } = await owner.query<{ count: number }>(
    `select count(*)::int as count from ${at(schema, 'dossiers')}
     where expires_on <= gestand.today()`,
  )
  const again = await replayEndings(owner, schema, told.endings)
  return {
    dossiers,
    ledgerEntries: ledger.entries,
    lines: [
      { kind: 'taken-out', code: 'EXPIRED_HIDDEN', count: rows[0]?.count ?? 0 },
      ...erased,
      { kind: 'problem', code: 'UNREADABLE', count: unreadable },
      ...again.map(({ table, rows: count }) => {
        return { kind: 'problem', code: 'ENDED_BACK', subject: table, count } as const
      }),
      ...ledger.lines,
    ],
  }
}

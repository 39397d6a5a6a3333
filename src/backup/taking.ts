import { checkpointHash } from '#ledger/checkpoint.ts'
import { findLastCheckpoint } from '#ledger/source.ts'
import { findApplied } from '#store/applied-statement.ts'
import { copyOut } from '#store/copying.ts'
import { readRegister, takeEndings } from '#store/ending-register.ts'
import type { Installation } from '#store/install.ts'
import { asOwner, type Owner, quoted } from '#store/owner.ts'
import { schemaOf } from '#store/store.ts'
import { ACCOUNT_TABLES, accountsOf } from './account-tables.ts'
import { type BackupFolder, newBackupName } from './backup-folder.ts'
import type { BackupKey } from './backup-key.ts'
import { countRows, type Manifest } from './manifest.ts'
import { ledgerReader } from './ledger-reader.ts'
import { sealFile } from './sealed-file.ts'
import { endSections, type SectionSum, writeSection } from './sections.ts'
import { listMigrations, listSequences, listTables } from './shape.ts'
import { compress } from './streams.ts'

/** What applying the statement writes anew from the rest. */
const RECKONED = ['reach']

export interface BackupPlace {
  readonly folder: BackupFolder
  readonly key: BackupKey
}

/**
 * Takes a backup of one organisation as it is at one moment, while everybody works on: its tables
 * and what the platform holds of its accounts, compressed and encrypted, with no key of a dossier
 * in it.
 */
export async function takeBackup(
  installation: Installation,
  organisation: string,
  { folder, key }: BackupPlace,
): Promise<Manifest> {
  const register = await asOwner(installation.keysUrl, async (keys) => {
    await asOwner(installation.url, (owner) => takeEndings(owner, keys))
    return readRegister(keys, organisation)
  })
  return asOwner(installation.url, async (owner) => {
    await owner.query(`select pg_advisory_lock(hashtext('gestand backup ' || $1))`, [organisation])
    await folder.sweep()
    const seen = await beginSnapshot(owner, organisation)
    const name = newBackupName(organisation, seen.takenAt)
    const tables: Manifest['tables'] = []
    const content = sealFile(compress(copyAll(owner, organisation, tables)), key, name)
    const manifest = await folder.write(name, content, (file) => ({
      manifest: {
        format: 'gestand-backup-1',
        name,
        organisation,
        takenAt: seen.takenAt.toISOString(),
        finishedAt: new Date().toISOString(),
        migrations: seen.migrations,
        statement: seen.statement,
        register: register.id,
        checkpoint: seen.checkpoint,
        tables,
        sequences: seen.sequences,
        keyId: key.id,
        file,
      },
      key,
    }))
    await owner.query('rollback')
    await noteBackup(owner, manifest)
    return manifest
  })
}

/** Remembers a backup that is whole, so that its destruction can be shown later. */
export async function noteBackup(owner: Owner, manifest: Manifest): Promise<void> {
  const { name, organisation, takenAt, finishedAt, file } = manifest
  await owner.query(
    `insert into gestand.backups (name, organisation, taken_at, finished_at, rows, bytes)
     values ($1, $2, $3, $4, $5, $6) on conflict (name) do nothing`,
    [name, organisation, takenAt, finishedAt, countRows(manifest), file.bytes],
  )
}

/** What is known of the moment that a backup shows. */
async function beginSnapshot(owner: Owner, organisation: string) {
  const schema = schemaOf(organisation)
  await owner.query('begin isolation level repeatable read read only')
  await owner.query(`set local statement_timeout = 0; set local search_path to ${quoted(schema)}`)
  const { rows } = await owner.query<{ at: Date }>('select now() as at')
  const last = await findLastCheckpoint(ledgerReader(owner, organisation))
  const applied = await findApplied(owner, organisation)
  return {
    takenAt: rows[0]?.at ?? new Date(),
    migrations: await listMigrations(owner, schema),
    sequences: await listSequences(owner, schema),
    statement: applied?.version ?? null,
    checkpoint: last
      ? { id: last.id, hash: checkpointHash(organisation, last).toString('hex') }
      : null,
  }
}

async function* copyAll(
  owner: Owner,
  organisation: string,
  sums: Manifest['tables'],
): AsyncGenerator<Buffer> {
  const schema = schemaOf(organisation)
  for (const { name, columns } of await listTables(owner, schema)) {
    if (RECKONED.includes(name)) continue
    const from = `${quoted(schema)}.${quoted(name)} (${columns.map(quoted).join(', ')})`
    yield* copyTable(owner, { table: name, columns, from }, sums)
  }
  for (const { table, account } of ACCOUNT_TABLES) {
    const [shape] = await listTables(owner, 'gestand', [table])
    if (!shape) continue
    const from = `(select ${shape.columns.map(quoted).join(', ')} from gestand.${table}
      where ${account} in (${accountsOf(organisation)}))`
    yield* copyTable(owner, { table: `gestand.${table}`, columns: shape.columns, from }, sums)
  }
  yield endSections()
}

interface Copied {
  readonly table: string
  readonly columns: readonly string[]
  /** What `copy` takes: a table with its columns, or a query. */
  readonly from: string
}

/** Writes what `copy` gives as a section, and adds what was counted of it. */
export async function* copyTable(
  owner: Owner,
  { table, columns, from }: Copied,
  sums: Manifest['tables'],
): AsyncGenerator<Buffer> {
  const rows = copyOut(owner, from)
  let sum: SectionSum | undefined
  yield* writeSection({ table, columns: [...columns] }, rows.content, (counted) => {
    sum = counted
  })
  const count = await rows.count()
  if (sum) sums.push({ ...sum, rows: count })
}

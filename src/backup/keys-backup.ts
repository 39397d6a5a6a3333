import { copyIn } from '#store/copying.ts'
import type { Installation } from '#store/install.ts'
import { asOwner, inTransaction, type Owner, quoted } from '#store/owner.ts'
import { newBackupName } from './backup-folder.ts'
import { at, setSequences } from './loading.ts'
import type { Manifest } from './manifest.ts'
import { readBackup } from './reading.ts'
import { sealFile } from './sealed-file.ts'
import { endSections } from './sections.ts'
import { listMigrations, listSequences, listTables } from './shape.ts'
import { compress } from './streams.ts'
import { type BackupPlace, copyTable, noteBackup } from './taking.ts'

const SCHEMA = 'keys'
const NAME = 'keys'

/**
 * Takes a backup of the database of keys, with the registers of what was erased and ended, and
 * destroys every earlier one: an older copy would still have the keys that were destroyed since.
 */
export async function takeKeysBackup(
  installation: Installation,
  { folder, key }: BackupPlace,
): Promise<Manifest> {
  const manifest = await asOwner(installation.keysUrl, async (owner) => {
    await owner.query(`select pg_advisory_lock(hashtext('gestand backup keys'))`)
    await folder.sweep()
    await owner.query('begin isolation level repeatable read read only')
    const { rows } = await owner.query<{ at: Date }>('select now() as at')
    const takenAt = rows[0]?.at ?? new Date()
    const name = newBackupName(NAME, takenAt)
    const [tables, migrations] = [[] as Manifest['tables'], await listMigrations(owner, SCHEMA)]
    const sequences = await listSequences(owner, SCHEMA)
    const taken = await folder.write(
      name,
      sealFile(compress(copyKeys(owner, tables)), key, name),
      (file) => ({
        manifest: {
          format: 'gestand-backup-1',
          name,
          organisation: '',
          takenAt: takenAt.toISOString(),
          finishedAt: new Date().toISOString(),
          migrations,
          statement: null,
          register: null,
          checkpoint: null,
          tables,
          sequences,
          keyId: key.id,
          file,
        },
        key,
      }),
    )
    for (const older of await folder.list()) {
      if (older.name !== name) await folder.remove(older.name)
    }
    return taken
  })
  await asOwner(installation.url, async (owner) => {
    await noteBackup(owner, manifest)
    await owner.query(
      `update gestand.backups set removed_at = now()
       where organisation = '' and name <> $1 and removed_at is null`,
      [manifest.name],
    )
  })
  return manifest
}

/**
 * Brings the keys back, beside those that are there. The key of a dossier that a register says was
 * erased, the present one or the one that comes back, stays destroyed.
 *
 * @returns How many keys of dossiers there are now.
 * @throws As `readBackup`.
 */
export async function restoreKeys(
  { keysUrl }: Pick<Installation, 'keysUrl'>,
  place: BackupPlace,
  manifest: Manifest,
): Promise<number> {
  return asOwner(keysUrl, (owner) =>
    inTransaction(owner, async () => {
      const columns = new Map<string, readonly string[]>()
      await readBackup(place, manifest, async (section) => {
        const name = `pg_temp.${quoted(`restored_${section.table}`)}`
        await owner.query(
          `create temp table ${name} (like ${at(SCHEMA, section.table)}) on commit drop`,
        )
        columns.set(section.table, section.columns)
        return copyIn(owner, name, section)
      })
      for (const table of await inOrder(owner, [...columns.keys()])) {
        const list = (columns.get(table) ?? []).map(quoted).join(', ')
        await owner.query(
          `insert into ${at(SCHEMA, table)} (${list}) overriding system value
           select ${list} from pg_temp.${quoted(`restored_${table}`)} on conflict do nothing`,
        )
      }
      await owner.query(
        `delete from keys.dossier_keys k using keys.erasures e
         where e.organisation = k.organisation and e.dossier_id = k.dossier_id
           and e.part = 'dossier'`,
      )
      await setSequences(owner, SCHEMA, await ahead(owner, manifest))
      const { rows } = await owner.query<{ count: number }>(
        'select count(*)::int as count from keys.dossier_keys',
      )
      return rows[0]?.count ?? 0
    }),
  )
}

async function* copyKeys(owner: Owner, sums: Manifest['tables']): AsyncGenerator<Buffer> {
  for (const { name, columns } of await listTables(owner, SCHEMA)) {
    const from = `${at(SCHEMA, name)} (${columns.map(quoted).join(', ')})`
    yield* copyTable(owner, { table: name, columns, from }, sums)
  }
  yield endSections()
}

/** Those that refer to others last. */
async function inOrder(owner: Owner, tables: readonly string[]): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select c.relname as name from pg_class c
     where c.relnamespace = 'keys'::regnamespace and c.relname = any ($1)
     order by exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f'), 1`,
    [tables],
  )
  return rows.map(({ name }) => name)
}

/** Sequences that the backup had brought further than they are now. */
async function ahead(owner: Owner, manifest: Manifest): Promise<Manifest['sequences']> {
  const now = new Map((await listSequences(owner, SCHEMA)).map((each) => [each.name, each.value]))
  return manifest.sequences.filter(({ name, value }) => value > (now.get(name) ?? 0))
}

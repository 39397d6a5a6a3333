import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '#kernel/error.ts'
import { PROJECT } from '#kernel/project.ts'
import { inTransaction, type Owner, quoted } from './owner.ts'

/** A numbered file of SQL. */
export interface SqlFile {
  readonly name: string
  readonly text: string
}

/** Reads the files of `database/<folder>` in order. */
export async function readSqlFiles(
  folder: 'platform' | 'organisation' | 'keys',
): Promise<SqlFile[]> {
  const directory = join(PROJECT, 'database', folder)
  const names = (await readdir(directory)).filter((name) => name.endsWith('.sql')).toSorted()
  return Promise.all(
    names.map(async (name) => ({ name, text: await readFile(join(directory, name), 'utf8') })),
  )
}

/**
 * Brings a schema up to the newest file, in one transaction.
 *
 * @returns The names of the files that were new.
 * @throws `MIGRATION_CHANGED` when a file that ran before is no longer the same: released files are
 * immutable.
 */
export async function migrate(
  owner: Owner,
  schema: string,
  files: readonly SqlFile[],
): Promise<string[]> {
  return inTransaction(owner, async () => {
    await owner.query(`select pg_advisory_xact_lock(hashtext('gestand migrate'))`)
    await owner.query(`create schema if not exists ${quoted(schema)} authorization gestand_owner`)
    await owner.query(`set local role gestand_owner`)
    await owner.query(`select set_config('search_path', $1, true)`, [searchPath(schema)])
    await owner.query(
      `create table if not exists migrations
       (name text primary key, digest text not null, ran_at timestamptz not null default now())`,
    )
    await owner.query(`comment on table migrations is 'Files of SQL that ran here. @system'`)
    const { rows } = await owner.query<{ name: string; digest: string }>(
      'select name, digest from migrations',
    )
    const ran = new Map(rows.map((row) => [row.name, row.digest]))
    return runNew(owner, files, ran)
  })
}

async function runNew(
  owner: Owner,
  files: readonly SqlFile[],
  ran: ReadonlyMap<string, string>,
): Promise<string[]> {
  const fresh: string[] = []
  for (const { name, text } of files) {
    const digest = createHash('sha256').update(text).digest('hex')
    const before = ran.get(name)
    if (before === digest) continue
    if (before !== undefined) throw new AppError('MIGRATION_CHANGED', { file: name })
    await owner.query(text)
    await owner.query('insert into migrations (name, digest) values ($1, $2)', [name, digest])
    fresh.push(name)
  }
  return fresh
}

function searchPath(schema: string): string {
  return schema === 'gestand' ? 'gestand, pg_temp' : `${quoted(schema)}, gestand, pg_temp`
}

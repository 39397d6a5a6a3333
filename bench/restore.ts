import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createZstdCompress, createZstdDecompress } from 'node:zlib'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { BackupFolder } from '#backup/backup-folder.ts'
import { BackupKey } from '#backup/backup-key.ts'
import { at, prepareTables, putReferences, switchTriggers } from '#backup/loading.ts'
import { restoreBackup } from '#backup/restoring.ts'
import { listTables } from '#backup/shape.ts'
import { type BackupPlace, takeBackup } from '#backup/taking.ts'
import { PROJECT } from '#kernel/project.ts'
import { provision } from '#modules/provision.ts'
import { connectStore } from '#store/connect.ts'
import { install, type Installation } from '#store/install.ts'
import { asOwner, inTransaction, quoted, urlFor } from '#store/owner.ts'
import { readStatementFolder } from '#store/statement-files.ts'
import type { Bureau } from './bureau.ts'
import { type BenchInstallation, ORGANISATION } from './installation.ts'
import { type Result, toResult } from './report.ts'
import type { Speeds } from './rounds.ts'

const SCHEMA = `org_${ORGANISATION}`
const SCRATCH = 'bench_restored'
/** At most 1.1 times as long as a plain restore. */
const GOAL = 0.909
const FULL = { rounds: 5, erased: 1_000 }
const QUICK = { rounds: 3, erased: 20 }

/**
 * Bringing a backup back, with what was erased since taken out again, against plainly copying the
 * same tables into the same schema.
 */
export async function benchRestore(
  installation: BenchInstallation,
  bureau: Bureau,
  quick: boolean,
): Promise<Result> {
  const directory = await mkdtemp(join(tmpdir(), 'gestand-bench-backup-'))
  const place = {
    folder: new BackupFolder(directory, ORGANISATION),
    key: BackupKey.of(installation.master),
  }
  try {
    const effort = quick ? QUICK : FULL
    return await raceRestores(installation, { place, bureau, directory, ...effort })
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

interface Race {
  readonly place: BackupPlace
  readonly bureau: Bureau
  readonly directory: string
  readonly rounds: number
  readonly erased: number
}

async function raceRestores(installation: Installation, race: Race): Promise<Result> {
  const { place, bureau, directory, rounds, erased } = race
  const manifest = await takeBackup(installation, ORGANISATION, place)
  const tables = await dumpPlainly(installation, directory)
  await erase(installation, bureau, erased)
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  const speeds: Speeds = { peer: [], ours: [] }
  let right = 0
  for (let round = 0; round < rounds; round++) {
    speeds.peer.push(
      rows / (await inScratch(installation, (scratch) => loadPlainly(scratch, directory, tables))),
    )
    speeds.ours.push(
      rows /
        (await inScratch(
          installation,
          async (scratch) => {
            await restoreBackup(scratch, { place, manifest })
          },
          async (scratch) => {
            const found = await countDossiers(scratch, bureau, erased)
            if (found.erased === 0 && found.others === bureau.size.dossiers - erased) right++
          },
        )),
    )
  }
  return toResult({
    name: 'restore, rows',
    peer: 'plain COPY into the same schema',
    seed: bureau.seed,
    speeds,
    goal: GOAL,
    correct: right === rounds,
    verdict: `none of ${erased} erased came back and none else was missing, ${right} of ${rounds} times`,
  })
}

/** Times `work` on an empty database, in seconds; `look` is not timed. */
async function inScratch(
  installation: Installation,
  work: (scratch: Installation) => Promise<void>,
  look: (scratch: Installation) => Promise<void> = async () => undefined,
): Promise<number> {
  const scratch = { ...installation, url: urlFor(installation.url, { database: SCRATCH }) }
  await install(scratch)
  try {
    const startedAt = performance.now()
    await work(scratch)
    const seconds = (performance.now() - startedAt) / 1_000
    await look(scratch)
    return seconds
  } finally {
    await asOwner(installation.url, (owner) => owner.query(`drop database ${SCRATCH} with (force)`))
  }
}

type Plain = readonly { readonly name: string; readonly columns: readonly string[] }[]

/** Writes each table to a file of its own, compressed and nothing else. */
async function dumpPlainly({ url }: Installation, directory: string): Promise<Plain> {
  return asOwner(url, async (owner) => {
    const tables = await listTables(owner, SCHEMA)
    for (const { name, columns } of tables) {
      const list = columns.map(quoted).join(', ')
      await pipeline(
        owner.query(copyTo(`copy ${at(SCHEMA, name)} (${list}) to stdout`)),
        createZstdCompress(),
        createWriteStream(join(directory, `${name}.plain`)),
      )
    }
    return tables
  })
}

async function loadPlainly({ url }: Installation, directory: string, tables: Plain): Promise<void> {
  const folder = await readStatementFolder(join(PROJECT, 'statements', ORGANISATION))
  await asOwner(url, async (owner) => {
    await provision(owner, folder)
    await inTransaction(owner, async () => {
      const references = await prepareTables(owner, SCHEMA)
      for (const { name, columns } of tables) {
        const list = columns.map(quoted).join(', ')
        await pipeline(
          createReadStream(join(directory, `${name}.plain`)),
          createZstdDecompress(),
          owner.query(copyFrom(`copy ${at(SCHEMA, name)} (${list}) from stdin`)),
        )
      }
      await putReferences(owner, SCHEMA, references)
      await switchTriggers(owner, SCHEMA, 'enable')
    })
  })
}

/** Registers the first dossiers as erased, with their keys destroyed, after the backup. */
async function erase(installation: Installation, bureau: Bureau, amount: number): Promise<void> {
  const { register, close } = connectStore(installation, { connections: 1 })
  const erasures = Array.from({ length: amount }, (_, index) => ({
    id: randomUUID(),
    dossierId: bureau.dossier(index),
    personId: null,
    accountId: null,
    part: 'dossier',
    cause: 'request',
  }))
  await register.register(ORGANISATION, erasures)
  await close()
}

async function countDossiers(
  { url }: Installation,
  bureau: Bureau,
  amount: number,
): Promise<{ erased: number; others: number }> {
  const ids = Array.from({ length: amount }, (_, index) => bureau.dossier(index))
  return asOwner(url, async (owner) => {
    const { rows } = await owner.query<{ erased: number; others: number }>(
      `select (count(*) filter (where id = any ($1)))::int as erased,
         (count(*) filter (where id <> all ($1)))::int as others from ${SCHEMA}.dossiers`,
      [ids],
    )
    return rows[0] ?? { erased: -1, others: -1 }
  })
}

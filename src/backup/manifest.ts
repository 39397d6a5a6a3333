import { z } from 'zod'
import { AppError } from '#kernel/error.ts'
import type { BackupKey } from './backup-key.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const moment = z.iso.datetime({ offset: true })

const manifestBody = z.strictObject({
  format: z.literal('gestand-backup-1'),
  name: z.string().regex(/^[a-z0-9][a-z0-9-]{1,99}$/),
  /** Short name; empty for the backup of the keys. */
  organisation: z.string().max(40),
  /** The moment that it shows. */
  takenAt: moment,
  finishedAt: moment,
  /** The files of SQL that had run, with their digests, in order. */
  migrations: z.array(z.strictObject({ name: z.string(), digest: sha256 })),
  /** Version of the statement in force; null when none was applied. */
  statement: z.int().nullable(),
  /** Id of the register of endings and erasures that goes with it. */
  register: z.uuid().nullable(),
  /** The newest checkpoint of the ledger. */
  checkpoint: z.strictObject({ id: z.int(), hash: sha256 }).nullable(),
  tables: z.array(z.strictObject({ table: z.string(), rows: z.int(), bytes: z.int(), sha256 })),
  sequences: z.array(z.strictObject({ name: z.string(), value: z.int() })),
  keyId: z.string().regex(/^[0-9a-f]{16}$/),
  file: z.strictObject({ bytes: z.int(), sha256 }),
})

/** What a backup holds: names and counts, and nothing of anybody. */
export type Manifest = z.infer<typeof manifestBody>

const signed = z.strictObject({ manifest: manifestBody, mac: sha256 })

/** Writes a manifest with what shows that who wrote it had the key. */
export function writeManifest(manifest: Manifest, key: BackupKey): string {
  // In the order of the shape, which is that of whoever reads it.
  const ordered = manifestBody.parse(manifest)
  const mac = key.mac(JSON.stringify(ordered))
  return `${JSON.stringify({ manifest: ordered, mac }, null, 2)}\n`
}

/**
 * Reads a manifest as it is written, without knowing who wrote it: for a list.
 *
 * @throws `BACKUP_DAMAGED`.
 */
export function readManifest(text: string): Manifest {
  return parse(text).manifest
}

/**
 * Reads a manifest of which the key shows that it was not changed.
 *
 * @throws `BACKUP_DAMAGED`; `BACKUP_KEY_WRONG`.
 */
export function readOwnManifest(text: string, key: BackupKey): Manifest {
  const { manifest, mac } = parse(text)
  if (manifest.keyId !== key.id) {
    throw new AppError('BACKUP_KEY_WRONG', { needed: manifest.keyId, given: key.id })
  }
  if (!key.isMac(JSON.stringify(manifest), mac)) throw new AppError('BACKUP_DAMAGED')
  return manifest
}

function parse(text: string): z.infer<typeof signed> {
  try {
    return signed.parse(JSON.parse(text))
  } catch {
    throw new AppError('BACKUP_DAMAGED')
  }
}

/** Rows in all tables together. */
export function countRows({ tables }: Manifest): number {
  return tables.reduce((sum, { rows }) => sum + rows, 0)
}

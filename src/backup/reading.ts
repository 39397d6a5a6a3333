import { AppError } from '#kernel/error.ts'
import type { Manifest } from './manifest.ts'
import { unsealFile } from './sealed-file.ts'
import { readSections, type Section } from './sections.ts'
import { decompress } from './streams.ts'
import type { BackupPlace } from './taking.ts'

/**
 * Gives the tables of a backup one after another to `use`, and sees that each is what the manifest
 * says.
 *
 * @param use Reads the content of the table to its end; tells how many rows it found, if it
 *   counted.
 * @throws `BACKUP_UNKNOWN`, `BACKUP_DAMAGED`, `BACKUP_CUT`, `BACKUP_KEY_WRONG`: whatever was done
 *   with it must be undone then.
 */
export async function readBackup(
  { folder, key }: BackupPlace,
  manifest: Manifest,
  use: (section: Section) => Promise<number | undefined>,
): Promise<void> {
  let file: Manifest['file'] | undefined
  const sealed = folder.content(manifest.name, (seen) => {
    file = seen
  })
  const sections = readSections(decompress(unsealFile(sealed, key, manifest.name)))
  let place = 0
  for await (const section of sections) {
    const rows = await use(section)
    const expected = manifest.tables[place]
    const { bytes, sha256 } = section.sum()
    const same =
      expected?.table === section.table && expected.bytes === bytes && expected.sha256 === sha256
    if (!same || (rows !== undefined && rows !== expected.rows)) {
      throw new AppError('BACKUP_DAMAGED', { table: section.table })
    }
    place += 1
  }
  if (place !== manifest.tables.length || file?.sha256 !== manifest.file.sha256) {
    throw new AppError('BACKUP_DAMAGED')
  }
}

/**
 * Reads a backup to its end without bringing anything back.
 *
 * @throws As `readBackup`.
 */
export async function verifyBackup(place: BackupPlace, manifest: Manifest): Promise<void> {
  await readBackup(place, manifest, async ({ content }) => {
    let rows = 0
    for await (const part of content) rows += countLines(part)
    return rows
  })
}

const NEW_LINE = 10

/** COPY writes a line for each row, and a line break within a value as two other characters. */
function countLines(part: Buffer): number {
  let lines = 0
  for (let at = part.indexOf(NEW_LINE); at >= 0; at = part.indexOf(NEW_LINE, at + 1)) lines += 1
  return lines
}

import { readdir, readFile, rename, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { vault } from '#world/vault.ts'
import type { Manifest } from './manifest.ts'
import { verifyBackup } from './reading.ts'
import { sealFile } from './sealed-file.ts'
import { endSections, writeSection } from './sections.ts'
import { compress } from './streams.ts'
import type { BackupPlace } from './taking.ts'

async function* lines(...rows: string[]): AsyncGenerator<Buffer> {
  yield* rows.map((row) => Buffer.from(`${row}\n`))
}

async function write({ folder, key }: BackupPlace, name: string, day = 1): Promise<Manifest> {
  const tables: Manifest['tables'] = []
  async function* content(): AsyncGenerator<Buffer> {
    const head = { table: 'notes', columns: ['id'] }
    yield* writeSection(head, lines('1', '2', '3'), (sum) => tables.push({ ...sum, rows: 3 }))
    yield endSections()
  }
  return folder.write(name, sealFile(compress(content()), key, name), (file) => ({
    manifest: {
      format: 'gestand-backup-1',
      name,
      organisation: 'kompas',
      takenAt: `2026-11-0${day}T03:00:00.000Z`,
      finishedAt: `2026-11-0${day}T03:01:00.000Z`,
      migrations: [],
      statement: 4,
      register: null,
      checkpoint: null,
      tables,
      sequences: [],
      keyId: key.id,
      file,
    },
    key,
  }))
}

const names = (manifests: readonly Manifest[]) => manifests.map(({ name }) => name)

test('backups are listed oldest first, and read to their end', async () => {
  const place = await vault()
  await write(place, 'second', 2)
  const first = await write(place, 'first', 1)
  expect(names(await place.folder.list())).toEqual(['first', 'second'])
  expect(await place.folder.read(undefined, place.key)).toMatchObject({ name: 'second' })
  await expect(verifyBackup(place, first)).resolves.toBeUndefined()
})

test('a backup that was cut short is never listed, and swept away before the next', async () => {
  const place = await vault()
  async function* cut(): AsyncGenerator<Buffer> {
    yield Buffer.from('half')
    throw new Error('cut short')
  }
  const never = () => {
    throw new Error('never reached')
  }
  await expect(place.folder.write('half', cut(), never)).rejects.toThrow('cut short')
  await writeFile(join(place.folder.directory, 'killed.backup'), 'all but the manifest')
  await writeFile(join(place.folder.directory, 'killed.json.unfinished'), '{')
  expect(await place.folder.list()).toEqual([])
  await place.folder.sweep()
  expect(await readdir(place.folder.directory)).toEqual([])
})

test('a backup that is whole is not swept away', async () => {
  const place = await vault()
  await write(place, 'one')
  await place.folder.sweep()
  expect(names(await place.folder.list())).toEqual(['one'])
})

test('one whose content was cut or removed is not listed as good', async () => {
  const place = await vault()
  const manifest = await write(place, 'one')
  await truncate(join(place.folder.directory, 'one.backup'), manifest.file.bytes - 1)
  expect(await place.folder.list()).toEqual([])
  await expect(verifyBackup(place, manifest)).rejects.toMatchObject({ code: 'BACKUP_CUT' })
})

test('a manifest that was changed, or is of another backup, is refused', async () => {
  const place = await vault()
  await write(place, 'one')
  const path = join(place.folder.directory, 'one.json')
  const text = await readFile(path, 'utf8')
  await writeFile(path, text.replace('"rows": 3', '"rows": 2'))
  await expect(place.folder.read('one', place.key)).rejects.toMatchObject({
    code: 'BACKUP_DAMAGED',
  })
  await writeFile(path, text)
  await rename(path, join(place.folder.directory, 'two.json'))
  await expect(place.folder.read('two', place.key)).rejects.toMatchObject({
    code: 'BACKUP_DAMAGED',
  })
})

test('a name that leads elsewhere finds nothing', async () => {
  const place = await vault()
  for (const name of ['../../etc/passwd', 'none', '']) {
    await expect(place.folder.read(name, place.key)).rejects.toMatchObject({
      code: 'BACKUP_UNKNOWN',
    })
  }
})

test('what was removed is gone, manifest and content', async () => {
  const place = await vault()
  await write(place, 'one')
  await place.folder.remove('one')
  expect(await readdir(place.folder.directory)).toEqual([])
})

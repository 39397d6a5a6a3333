import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { AppError, isAppError } from '#kernel/error.ts'
import { makeDirectory } from '#store/directory.ts'
import type { BackupKey } from './backup-key.ts'
import { type Manifest, readManifest, readOwnManifest, writeManifest } from './manifest.ts'

const CONTENT = '.backup'
const MANIFEST = '.json'
const UNFINISHED = '.unfinished'
const LIST_LIMIT = 10_000
const NAME = /^[a-z0-9][a-z0-9-]{1,99}$/

/** Where the copies of one organisation stand, or those of the keys. */
export class BackupFolder {
  readonly directory: string

  constructor(root: string, folder: string) {
    this.directory = join(root, folder)
  }

  /**
   * Writes a backup. It is there from the moment its manifest is, which comes last: one that was
   * cut short has none.
   *
   * @param finish Makes the manifest out of what was written.
   */
  async write(
    name: string,
    content: AsyncIterable<Buffer>,
    finish: (file: Manifest['file']) => { manifest: Manifest; key: BackupKey },
  ): Promise<Manifest> {
    await makeDirectory(this.directory, 0o700)
    const unfinished = this.#path(name, CONTENT + UNFINISHED)
    const hash = createHash('sha256')
    let bytes = 0
    await pipeline(
      content,
      async function* (parts: AsyncIterable<Buffer>) {
        for await (const part of parts) {
          hash.update(part)
          bytes += part.length
          yield part
        }
      },
      createWriteStream(unfinished, { mode: 0o600, flush: true }),
    )
    const { manifest, key } = finish({ bytes, sha256: hash.digest('hex') })
    await rename(unfinished, this.#path(name, CONTENT))
    await this.#writeWhole(this.#path(name, MANIFEST), writeManifest(manifest, key))
    return manifest
  }

  /** The backups that are whole, oldest first. One whose content is gone or cut is not. */
  async list(): Promise<Manifest[]> {
    const names = (await this.#files()).filter((file) => file.endsWith(MANIFEST))
    const found: Manifest[] = []
    for (const file of names.slice(0, LIST_LIMIT)) {
      const name = file.slice(0, -MANIFEST.length)
      const manifest = await this.#readWhole(name)
      if (manifest) found.push(manifest)
    }
    return found.toSorted((a, b) => (a.takenAt < b.takenAt ? -1 : 1))
  }

  /**
   * Finds a backup by its name, or the newest.
   *
   * @throws `BACKUP_UNKNOWN`, `BACKUP_DAMAGED`, `BACKUP_KEY_WRONG`.
   */
  async read(name: string | undefined, key: BackupKey): Promise<Manifest> {
    const chosen = name ?? (await this.list()).at(-1)?.name
    if (chosen === undefined || !NAME.test(chosen)) throw new AppError('BACKUP_UNKNOWN')
    const text = await readFile(this.#path(chosen, MANIFEST), 'utf8').catch(() => undefined)
    if (text === undefined) throw new AppError('BACKUP_UNKNOWN')
    const manifest = readOwnManifest(text, key)
    // A manifest under another name would bring back something else than what was asked for.
    if (manifest.name !== chosen) throw new AppError('BACKUP_DAMAGED')
    return manifest
  }

  /**
   * The content as it is on disk.
   *
   * @param seen Told at the end what it was.
   */
  async *content(name: string, seen: (file: Manifest['file']) => void): AsyncGenerator<Buffer> {
    const hash = createHash('sha256')
    let bytes = 0
    const file = createReadStream(this.#path(name, CONTENT), { highWaterMark: 1024 * 1024 })
    try {
      for await (const part of file) {
        // Without an encoding a file gives buffers.
        const buffer = part as Buffer
        hash.update(buffer)
        bytes += buffer.length
        yield buffer
      }
    } catch (error) {
      const gone = error instanceof Error && 'code' in error && error.code === 'ENOENT'
      throw gone ? new AppError('BACKUP_UNKNOWN') : error
    }
    seen({ bytes, sha256: hash.digest('hex') })
  }

  /** Destroys a backup, its manifest first: half of one is none. */
  async remove(name: string): Promise<void> {
    await rm(this.#path(name, MANIFEST), { force: true })
    await rm(this.#path(name, CONTENT), { force: true })
  }

  /** Removes what was cut short: contents without a manifest. Call it when none is being made. */
  async sweep(): Promise<void> {
    const files = await this.#files()
    const whole = new Set(files.filter((file) => file.endsWith(MANIFEST)))
    for (const file of files) {
      const stem = file.replace(UNFINISHED, '').replace(CONTENT, '').replace(MANIFEST, '')
      const left = file.endsWith(UNFINISHED) || !whole.has(stem + MANIFEST)
      if (left && NAME.test(stem)) await rm(join(this.directory, file), { force: true })
    }
  }

  async #readWhole(name: string): Promise<Manifest | undefined> {
    const size = await stat(this.#path(name, CONTENT)).catch(() => undefined)
    try {
      const manifest = readManifest(await readFile(this.#path(name, MANIFEST), 'utf8'))
      return manifest.name === name && manifest.file.bytes === size?.size ? manifest : undefined
    } catch (error) {
      if (isAppError(error, 'BACKUP_DAMAGED')) return undefined
      throw error
    }
  }

  async #files(): Promise<string[]> {
    return readdir(this.directory).catch(() => [])
  }

  /** A file that is either there whole or not at all, also after the power fails. */
  async #writeWhole(path: string, text: string): Promise<void> {
    const file = await open(path + UNFINISHED, 'w', 0o600)
    try {
      await file.writeFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(path + UNFINISHED, path)
    const directory = await open(this.directory, 'r')
    try {
      await directory.sync()
    } finally {
      await directory.close()
    }
  }

  #path(name: string, ending: string): string {
    return join(this.directory, name + ending)
  }
}

/** A name for a backup that is taken now: what it is of, when, and something random. */
export function newBackupName(of: string, at: Date): string {
  const moment = at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '').toLowerCase()
  return `${of}-${moment}-${randomBytes(4).toString('hex')}`
}

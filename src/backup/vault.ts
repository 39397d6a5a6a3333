import { readdir } from 'node:fs/promises'
import { isAppError } from '#kernel/error.ts'
import type { MasterKey } from '#store/master-key.ts'
import { BackupFolder } from './backup-folder.ts'
import { BackupKey } from './backup-key.ts'
import type { Manifest } from './manifest.ts'
import type { BackupPlace } from './taking.ts'

export interface VaultOptions {
  /** For the backups of the data. */
  readonly directory: string
  /** For the newest backup of the keys, which must not go where those of the data go. */
  readonly keysDirectory: string
  /** 32 bytes; made from the master key when left out. */
  readonly key?: Buffer | undefined
}

/** Where an installation keeps its backups, and the key that they are encrypted with. */
export class Vault {
  readonly #options: VaultOptions
  readonly #key: BackupKey
  readonly #older: BackupKey | undefined

  /** @param older The master key of before a rotation, to read backups from then. */
  constructor(options: VaultOptions, master: MasterKey, older?: MasterKey) {
    this.#options = options
    this.#key = options.key ? new BackupKey(options.key) : BackupKey.of(master)
    this.#older = older && BackupKey.of(older)
  }

  /** Of one organisation. */
  of(organisation: string): BackupPlace {
    return { folder: new BackupFolder(this.#options.directory, organisation), key: this.#key }
  }

  /** The organisations of which there is a folder, also where their data were lost. */
  async list(): Promise<string[]> {
    const found = await readdir(this.#options.directory).catch(() => [])
    return found.toSorted((a, b) => a.localeCompare(b))
  }

  /** Of the keys. */
  keys(): BackupPlace {
    return { folder: new BackupFolder(this.#options.keysDirectory, 'keys'), key: this.#key }
  }

  /**
   * Finds a backup by its name, or the newest, with the key that it was made with.
   *
   * @throws As `BackupFolder.read`.
   */
  async find(
    { folder, key }: BackupPlace,
    name?: string,
  ): Promise<{ place: BackupPlace; manifest: Manifest }> {
    try {
      return { place: { folder, key }, manifest: await folder.read(name, key) }
    } catch (error) {
      const older = this.#older
      if (!older || !isAppError(error, 'BACKUP_KEY_WRONG')) throw error
      return { place: { folder, key: older }, manifest: await folder.read(name, older) }
    }
  }
}

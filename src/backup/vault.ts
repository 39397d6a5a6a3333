import type { MasterKey } from '#store/master-key.ts'
import { BackupFolder } from './backup-folder.ts'
import { BackupKey } from './backup-key.ts'
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

  constructor(options: VaultOptions, master: MasterKey) {
    this.#options = options
    this.#key = options.key ? new BackupKey(options.key) : BackupKey.of(master)
  }

  /** Of one organisation. */
  of(organisation: string): BackupPlace {
    return { folder: new BackupFolder(this.#options.directory, organisation), key: this.#key }
  }

  /** Of the keys. */
  keys(): BackupPlace {
    return { folder: new BackupFolder(this.#options.keysDirectory, 'keys'), key: this.#key }
  }
}

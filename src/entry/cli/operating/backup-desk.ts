import type { Vault } from '#backup/vault.ts'
import { UsageError } from '#entry/cli/command.ts'
import type { Installation } from '#store/install.ts'
import type { MasterKey } from '#store/master-key.ts'

/** What the words after the act say. */
export interface BackupWords {
  readonly organisation: string | undefined
  /** The newest when left out. */
  readonly name: string | undefined
  readonly keys: boolean
  readonly json: boolean
  readonly replace: boolean
  readonly withoutRegister: boolean
}

/** The installation and where its backups are. */
export interface BackupDesk {
  readonly installation: Installation
  readonly vault: Vault
  /** The master key of before a rotation, when it is given: backups from then need it. */
  readonly older: MasterKey | undefined
}

/** @throws {UsageError} when none was named. */
export function expectOrganisation({ organisation }: BackupWords): string {
  if (organisation === undefined) throw new UsageError('give an organisation')
  return organisation
}

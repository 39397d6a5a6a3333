import { takeKeysBackup } from '#backup/keys-backup.ts'
import { sweepRehearsals } from '#backup/rehearsing.ts'
import { keepBackups, rehearseNewest } from '#backup/upkeep.ts'
import { Vault } from '#backup/vault.ts'
import type { Config } from '#entry/config.ts'
import { isAppError } from '#kernel/error.ts'
import { startPolling } from '#jobs/polling.ts'
import type { ScheduledJob } from '#jobs/schedule.ts'
import { checkpointHash } from '#ledger/checkpoint.ts'
import { closeCheckpoint } from '#ledger/closing.ts'
import { ledgerKey } from '#ledger/ledger-key.ts'
import { noteHead, takeEndings } from '#store/ending-register.ts'
import { type Installation, LOGINS, loginUrl } from '#store/install.ts'
import { createPool, type Pool } from '#store/pool.ts'
import { describeKind, type OrganisationWork } from './job.ts'

const REGISTER_EVERY_MS = 1_000
/** Several erasures in a row are one reason for a new backup of the keys. */
const QUIET_MS = 30_000

/** What the worker does for backups, and for what must outlive them. */
export interface BackupWork {
  readonly jobs: readonly ScheduledJob[]
  /** Closes the ledger of an organisation, and remembers its newest checkpoint outside the data. */
  readonly closeLedger: OrganisationWork
  readonly stop: () => Promise<void>
}

export interface BackupParts {
  readonly installation: Installation
  /** With the login of the worker. */
  readonly pool: Pool
  /** Does something for each organisation. */
  readonly each: (name: string, work: OrganisationWork) => () => Promise<void>
  readonly tell: (line: string) => void
}

/**
 * Takes what ended to its register every second, makes backups when the statement says so, and
 * rehearses them. It takes the owner's connection for that: a backup holds everything.
 */
export function startBackups(
  { backups }: Pick<Config, 'backups'>,
  { installation, pool, each, tell }: BackupParts,
): BackupWork {
  const { master } = installation
  const vault = new Vault(backups, master)
  const url = loginUrl(installation, LOGINS.keys)
  const keys = createPool({ url, max: 1, name: 'register' })
  const makeEach = each('backups', async (id) => {
    await keepBackups(installation, id, vault.of(id))
    await unlessRehearsing(() => rehearseNewest(installation, id, vault.of(id)))
  })
  const erasures = new ErasureWatch(keys, async () => {
    await takeKeysBackup(installation, vault.keys())
  })
  const stopRegister = startPolling(
    async () => {
      await takeEndings(pool, keys)
      await erasures.look()
    },
    {
      everyMs: REGISTER_EVERY_MS,
      onError: (error) => tell(`register: ${describeKind(error)}`),
    },
  )
  return {
    jobs: [
      {
        name: 'backups',
        cron: '25 * * * *',
        run: async () => {
          await sweepRehearsals(installation)
          await makeEach()
          await takeKeysBackup(installation, vault.keys())
        },
      },
      {
        name: 'rehearsals',
        cron: '40 4 * * 0',
        run: each('rehearsals', (id) =>
          unlessRehearsing(() => {
            return rehearseNewest(installation, id, vault.of(id), { always: true })
          }),
        ),
      },
    ],
    closeLedger: async (id) => {
      const closed = await closeCheckpoint(pool, id, ledgerKey(master, id))
      if (!closed) return
      await noteHead(keys, id, {
        checkpoint: closed.id,
        hash: checkpointHash(id, closed),
        closedAt: new Date(closed.closedAtMicros / 1_000),
      })
    },
    stop: async () => {
      await stopRegister()
      await keys.end()
    },
  }
}

/**
 * Rehearses, unless another job or command does so just now: jobs of the hour and of the week come
 * together after a pause. What is skipped is due still, and done by the next hour's.
 */
export async function unlessRehearsing(rehearse: () => Promise<unknown>): Promise<void> {
  try {
    await rehearse()
  } catch (error) {
    if (!isAppError(error, 'REHEARSING')) throw error
  }
}

/**
 * Has the keys backed up anew soon after an erasure, so that the copy from before, which still has
 * the key that was destroyed, does not stay.
 */
class ErasureWatch {
  readonly #keys: Pool
  readonly #act: () => Promise<void>
  #place: number | undefined
  #changedAt: number | undefined

  constructor(keys: Pool, act: () => Promise<void>) {
    this.#keys = keys
    this.#act = act
  }

  async look(): Promise<void> {
    const { rows } = await this.#keys.query<{ place: number | null }>(
      'select max(place) as place from keys.erasures',
    )
    const place = rows[0]?.place ?? 0
    if (this.#place !== undefined && place !== this.#place) this.#changedAt = Date.now()
    this.#place = place
    if (this.#changedAt === undefined || Date.now() - this.#changedAt < QUIET_MS) return
    this.#changedAt = undefined
    await this.#act()
  }
}

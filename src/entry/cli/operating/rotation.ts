import { setTimeout as sleep } from 'node:timers/promises'
import { rotateAccounts } from '#accounts/index.ts'
import { AppError, isAppError } from '#kernel/error.ts'
import { handOver } from '#ledger/closing.ts'
import { ledgerKey } from '#ledger/ledger-key.ts'
import { connectStore } from '#store/connect.ts'
import { install, type Installation, LOGINS, loginUrl } from '#store/install.ts'
import { noteMaster } from '#store/installed.ts'
import type { MasterKey } from '#store/master-key.ts'
import { listOrganisations } from '#store/organisation.ts'
import { asOwner, type Owner } from '#store/owner.ts'
import { createPool } from '#store/pool.ts'
import { amount } from '#entry/cli/amount.ts'
import { asAccounts } from './as-accounts.ts'

/** How much was sealed anew; after a rotation that was cut short, only what was left. */
export interface Rotated {
  readonly dossierKeys: number
  /** Passwords, second factors, recovery codes and waiting mails. */
  readonly accounts: number
  readonly ledgers: number
  /**
   * Organisations of which the ledger was not what the old key signed, and so was not handed over.
   */
  readonly broken: readonly string[]
}

const QUIET_MS = 100
const QUIET_LIMIT_MS = 3_000

/**
 * Replaces the master key of an installation in which nobody works. Each step does what is left of
 * it, so that a rotation that was cut short is finished by another.
 *
 * @param installation With the new master key.
 * @throws `SERVER_RUNS` when somebody works with it; as `install`.
 */
export async function rotate(
  installation: Installation,
  older: MasterKey,
  tell: (line: string) => void,
): Promise<Rotated> {
  await expectQuiet(installation)
  await install(installation, older)
  tell('the logins of the database have new passwords')
  const dossierKeys = await rotateDossiers(installation, older)
  tell(`${amount(dossierKeys, 'dossier key')} sealed anew`)
  const { master: present } = installation
  const accounts = await asAccounts(installation, (desk) =>
    rotateAccounts(desk, { present, older }),
  )
  tell(`passwords, second factors, recovery codes and mails sealed anew: ${accounts}`)
  return asOwner(installation.url, async (owner) => {
    const { ledgers, broken } = await handLedgersOver(owner, installation, older)
    tell(`${amount(ledgers, 'ledger')} handed over`)
    for (const organisation of broken) {
      tell(`the ledger of ${organisation} is not what was signed and was not handed over: prove it`)
    }
    await noteMaster(owner, present)
    return { dossierKeys, accounts, ledgers, broken }
  })
}

/**
 * What is sealed while the key changes would be sealed with the old one, and read by nobody
 * afterwards.
 */
async function expectQuiet({ url }: Installation): Promise<void> {
  const deadline = Date.now() + QUIET_LIMIT_MS
  // Connections of a process that was killed a moment ago may linger.
  for (;;) {
    const connections = await asOwner(url, countConnections).catch(whenThereIsNone)
    if (connections === 0) return
    if (Date.now() > deadline) throw new AppError('SERVER_RUNS', { connections })
    await sleep(QUIET_MS)
  }
}

async function countConnections(owner: Owner): Promise<number> {
  const { rows } = await owner.query<{ connections: number }>(
    `select count(*)::integer as connections from pg_stat_activity
     where datname = current_database() and usename = any ($1)`,
    [Object.values(LOGINS)],
  )
  return rows[0]?.connections ?? 0
}

function whenThereIsNone(error: unknown): 0 {
  if (error instanceof Error && 'code' in error && error.code === '3D000') return 0
  throw error
}

async function rotateDossiers(installation: Installation, older: MasterKey): Promise<number> {
  const connected = connectStore(installation)
  try {
    return await connected.keys.rotate(older)
  } finally {
    await connected.close()
  }
}

async function handLedgersOver(
  owner: Owner,
  installation: Installation,
  older: MasterKey,
): Promise<{ ledgers: number; broken: string[] }> {
  const worker = createPool({
    url: loginUrl(installation, LOGINS.worker),
    max: 1,
    name: 'command',
  })
  const broken: string[] = []
  let ledgers = 0
  try {
    for (const organisation of await listOrganisations(owner)) {
      const keys = {
        from: ledgerKey(older, organisation),
        to: ledgerKey(installation.master, organisation),
      }
      try {
        if (await handOver(worker, organisation, keys)) ledgers += 1
      } catch (error) {
        if (!isAppError(error, 'LEDGER_BROKEN') && !isAppError(error, 'LEDGER_KEY_CHANGED')) {
          throw error
        }
        broken.push(organisation)
      }
    }
  } finally {
    await worker.end()
  }
  return { ledgers, broken }
}

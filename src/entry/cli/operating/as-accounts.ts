import { type Accounts, createAccounts } from '#accounts/index.ts'
import { type Installation, LOGINS, loginUrl } from '#store/install.ts'
import { Platform } from '#store/platform.ts'
import { createPool } from '#store/pool.ts'

const CONNECTIONS = 2

/**
 * Runs `work` with the login that knows who people are, which the owner's commands use as the pages
 * do.
 */
export async function asAccounts<T>(
  installation: Installation,
  work: (accounts: Accounts) => Promise<T>,
): Promise<T> {
  const url = loginUrl(installation, LOGINS.accounts)
  const platform = new Platform(createPool({ url, max: CONNECTIONS, name: 'command' }))
  try {
    return await work(createAccounts({ platform, master: installation.master }))
  } finally {
    await platform.close()
  }
}

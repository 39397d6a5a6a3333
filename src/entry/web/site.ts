import { getConnInfo } from '@hono/node-server/conninfo'
import { createAccounts } from '#accounts/index.ts'
import type { Config } from '#entry/config.ts'
import { AppError } from '#kernel/error.ts'
import { Prover } from '#modules/prover.ts'
import { type Installation, LOGINS, loginUrl } from '#store/install.ts'
import { organisations, Platform } from '#store/platform.ts'
import { createPool } from '#store/pool.ts'
import type { Store } from '#store/store.ts'
import { Publication } from './http/publication.ts'
import type { Site } from './http/site.ts'

const ACCOUNT_CONNECTIONS = 4
const PROVING_CONNECTIONS = 2

/**
 * Makes what the web door serves with.
 *
 * @throws `NO_ORGANISATION` when the installation has none: `gestand apply` makes one.
 */
export async function createSite(
  config: Config,
  installation: Installation,
  { store, mailbox }: { readonly store: Store; readonly mailbox?: Site['mailbox'] },
): Promise<Site & { close(): Promise<void> }> {
  const url = loginUrl(installation, LOGINS.accounts)
  const pool = createPool({ url, max: ACCOUNT_CONNECTIONS, name: 'accounts' })
  const worker = createPool({
    url: loginUrl(installation, LOGINS.worker),
    max: PROVING_CONNECTIONS,
    name: 'prover',
  })
  const platform = new Platform(pool)
  const rows = await platform.run(organisations)
  const [home] = rows
  if (!home) throw new AppError('NO_ORGANISATION')
  const accounts = createAccounts({ platform, master: installation.master })
  return {
    store,
    accounts,
    outbox: accounts.outbox,
    organisations: new Map(rows.map((row) => [row.id, row])),
    home,
    publication: new Publication(store),
    prover: new Prover(worker, installation.master),
    publicUrl: config.publicUrl,
    secure: config.publicUrl.startsWith('https:'),
    demo: config.mode === 'demo',
    ...(mailbox && { mailbox }),
    addressOf: (c) => getConnInfo(c).remote.address ?? '',
    close: async () => {
      await Promise.all([pool.end(), worker.end()])
    },
  }
}

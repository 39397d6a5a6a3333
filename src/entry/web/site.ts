import { getConnInfo } from '@hono/node-server/conninfo'
import { createAccounts } from '#accounts/index.ts'
import { RequestLinks } from '#duties/rights/request-links.ts'
import { VisitLog } from '#duties/page-visits/visit-log.ts'
import { Recognition } from '#duties/erasure/recognition.ts'
import type { Config } from '#entry/config.ts'
import { CitizenNumberMarks } from '#modules/practice/index.ts'
import { SurveyLinks } from '#modules/registry/index.ts'
import { ledgerKey } from '#ledger/ledger-key.ts'
import type { ErasureRegister } from '#store/erasure-register.ts'
import { type Installation, LOGINS, loginUrl } from '#store/install.ts'
import { organisations, Platform, restoring } from '#store/platform.ts'
import { createPool } from '#store/pool.ts'
import type { Store } from '#store/store.ts'
import { clientAddress } from './http/client-address.ts'
import { Publication } from './http/publication.ts'
import type { Site } from './http/site.ts'

const ACCOUNT_CONNECTIONS = 4

export interface SiteParts {
  readonly store: Store
  readonly keys: Site['keys']
  readonly register?: ErasureRegister
  readonly prover: Site['prover']
  readonly packages: Site['packages']
  readonly mailbox?: Site['mailbox']
}

/** Makes what the web door serves with, as often as organisations come. */
export interface SiteSource {
  /** With the organisations that there are now; undefined while there is none. */
  read(): Promise<Site | undefined>
  /** Whether a backup is being brought back, so that nobody can sign in. */
  isRestoring(): Promise<boolean>
  close(): Promise<void>
}

export function openSite(
  config: Config,
  installation: Installation,
  { store, keys, register, prover, packages, mailbox }: SiteParts,
): SiteSource {
  const url = loginUrl(installation, LOGINS.accounts)
  const pool = createPool({ url, max: ACCOUNT_CONNECTIONS, name: 'accounts' })
  const platform = new Platform(pool)
  const accounts = createAccounts({ platform, master: installation.master })
  const visits = new VisitLog(platform)
  const lasting = {
    store,
    keys,
    ...(register && { recognition: new Recognition(register, installation.master) }),
    requestLinks: new RequestLinks(installation.master),
    surveyLinks: new SurveyLinks(installation.master),
    citizenNumbers: new CitizenNumberMarks(installation.master),
    accounts,
    outbox: accounts.outbox,
    visits,
    keyOf: (organisation) => ledgerKey(installation.master, organisation),
    publication: new Publication(store),
    prover,
    packages,
    publicUrl: config.publicUrl,
    ...(config.inbound && { mailDomain: config.inbound.domain }),
    secure: config.publicUrl.startsWith('https:'),
    demo: config.mode === 'demo',
    ...(mailbox && { mailbox }),
    addressOf: (c) =>
      clientAddress({
        remote: getConnInfo(c).remote.address ?? '',
        forwarded: c.req.header('x-forwarded-for'),
        proxies: config.proxies,
      }),
  } satisfies Partial<Site>
  return {
    read: async () => {
      const rows = await platform.run(organisations)
      const [home] = rows
      return home && { ...lasting, home, organisations: new Map(rows.map((row) => [row.id, row])) }
    },
    isRestoring: async () => {
      const [row] = await platform.run(restoring)
      return row?.restoring ?? false
    },
    close: async () => {
      await visits.flush()
      await pool.end()
    },
  }
}

/** One process that serves pages: the product's own, or the same without enforcement. */
import { readConfig } from '#entry/config.ts'
import { openPageServer } from '#entry/page-server.ts'
import { createApp } from '#entry/web/app.tsx'
import { openSite } from '#entry/web/site.ts'
import { createPackageMaker } from '#modules/packaging.ts'
import { Prover } from '#modules/prover.ts'
import { DossierKeys } from '#store/dossier-keys.ts'
import { type Installation, LOGINS, loginUrl } from '#store/install.ts'
import { Lanes } from '#store/lanes.ts'
import { ListLog } from '#store/list-log.ts'
import { MasterKey } from '#store/master-key.ts'
import { Openings } from '#store/openings.ts'
import { Platform } from '#store/platform.ts'
import { createPool } from '#store/pool.ts'
import { Store } from '#store/store.ts'
import { PeerStore } from './page-store.ts'

const CONNECTIONS = 10
const LANES = 4

/** What the process that measures tells this one. */
export interface Asked {
  readonly url: string
  readonly keysUrl: string
  /** In base 64. */
  readonly master: string
  readonly enforced: boolean
}

const { url, keysUrl, master, enforced } = JSON.parse(process.env['BENCH'] ?? '') as Asked // ours

const installation: Installation = {
  url,
  keysUrl,
  master: new MasterKey(Buffer.from(master, 'base64')),
}
const app = loginUrl(installation, LOGINS.app)
const planOnce = true
const ledger = createPool({ url: app, max: 2, name: 'ledger', planOnce })
const keys = createPool({
  url: loginUrl(installation, LOGINS.keys),
  max: 2,
  name: 'keys',
  planOnce,
})
const pool = createPool({ url: app, max: CONNECTIONS, name: 'app', planOnce, pipeline: true })
const parts = {
  pool,
  lanes: new Lanes(pool, LANES),
  keys: new DossierKeys(keys, installation.master),
  openings: new Openings(ledger),
  lists: new ListLog(ledger),
}
const store = enforced
  ? new Store(parts)
  : new PeerStore(parts, createPool({ url, max: CONNECTIONS, name: 'peer', planOnce }))
const worker = createPool({ url: loginUrl(installation, LOGINS.worker), max: 1, name: 'worker' })
const read = readConfig({ GESTAND_MASTER_KEY: master })
if ('problems' in read) throw new Error(read.problems.map(({ says }) => says.en).join(' '))
const packing = { platform: new Platform(worker), master: installation.master }
const source = openSite(read.config, installation, {
  store,
  keys: parts.keys,
  packages: createPackageMaker({ store, keys: parts.keys }, packing),
  prover: new Prover(worker, installation.master),
})
const site = await source.read()
if (!site) throw new Error('there is no organisation')
const pages = await openPageServer({ host: '127.0.0.1', port: 0 }, createApp(site).fetch)
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send?.({ cpuMs: (user + system) / 1_000 })
})
process.send?.({ port: pages.port })

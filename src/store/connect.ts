import { DossierKeys } from './dossier-keys.ts'
import { ErasureRegister } from './erasure-register.ts'
import { type Installation, LOGINS, loginUrl } from './install.ts'
import { Lanes } from './lanes.ts'
import { ListLog } from './list-log.ts'
import { Openings } from './openings.ts'
import { createPool } from './pool.ts'
import { Store } from './store.ts'

export interface ConnectedStore {
  readonly store: Store
  readonly keys: DossierKeys
  /** What was erased. */
  readonly register: ErasureRegister
  /** Writes what is still to be noted and ends the connections. */
  readonly close: () => Promise<void>
}

export interface ConnectOptions {
  /** Connections to the data at most; default 10. */
  readonly connections?: number
}

/** Of so many connections reads share one: a server process keeps no more than a few busy. */
const FOR_ONE_LANE = 3
/** Openings, and what is read in what they open. */
const LEDGER_CONNECTIONS = 3
const KEYS_CONNECTIONS = 2

/** Connects the store with the logins of an installation that was made by `install`. */
export function connectStore(
  installation: Installation,
  { connections = 10 }: ConnectOptions = {},
): ConnectedStore {
  const url = loginUrl(installation, LOGINS.app)
  const planOnce = true
  const pool = createPool({ url, max: connections, name: 'app', planOnce, pipeline: true })
  const ledgerPool = createPool({
    url,
    max: LEDGER_CONNECTIONS,
    name: 'ledger',
    planOnce,
    pipeline: true,
  })
  const keysPool = createPool({
    url: loginUrl(installation, LOGINS.keys),
    max: KEYS_CONNECTIONS,
    name: 'keys',
    planOnce,
  })
  const keys = new DossierKeys(keysPool, installation.master)
  const lists = new ListLog(ledgerPool)
  const lanes = new Lanes(pool, Math.ceil(connections / FOR_ONE_LANE))
  const store = new Store({ pool, lanes, keys, openings: new Openings(ledgerPool), lists })
  return {
    store,
    keys,
    register: new ErasureRegister(keysPool),
    close: async () => {
      await lists.flush()
      await Promise.all([pool.end(), ledgerPool.end(), keysPool.end()])
    },
  }
}

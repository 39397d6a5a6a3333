import type { Check } from '#duties/promises/check.ts'
import { prove } from '#duties/promises/proving.ts'
import type { FindKeys } from '#duties/retention/checks.ts'
import { ledgerKey } from '#ledger/ledger-key.ts'
import type { MasterKey } from '#store/master-key.ts'
import type { Pool } from '#store/pool.ts'
import { readWholeCatalogue } from './catalogue.ts'
import { listChecks } from './checks.ts'

/** Knows the checks of an installation, and runs them when somebody asks. */
export class Prover {
  readonly #worker: Pool
  readonly #master: MasterKey
  readonly #findKeys: FindKeys | undefined
  readonly #running = new Map<string, Promise<void>>()

  /**
   * @param worker Connections with the login of the worker.
   * @param findKeys Asks the database of keys; without it nobody looks whether keys are gone.
   */
  constructor(worker: Pool, master: MasterKey, findKeys?: FindKeys) {
    this.#worker = worker
    this.#master = master
    this.#findKeys = findKeys
  }

  /** Every check of an organisation. */
  async checks(organisation: string): Promise<Check[]> {
    const catalogue = await readWholeCatalogue()
    return listChecks({
      catalogue,
      ledgerKey: ledgerKey(this.#master, organisation),
      findKeys: this.#findKeys,
    })
  }

  /** Runs the checks that are due, and the daily ones. Who asks while they run waits for those. */
  prove(organisation: string): Promise<void> {
    const running = this.#running.get(organisation)
    if (running) return running
    const proving = this.#prove(organisation).finally(() => this.#running.delete(organisation))
    this.#running.set(organisation, proving)
    return proving
  }

  async #prove(organisation: string): Promise<void> {
    await prove(this.#worker, organisation, await this.checks(organisation))
  }
}

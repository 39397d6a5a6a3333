import type { Batch, Row } from './batch.ts'
import { type Connection, type Pool, withConnection } from './pool.ts'

interface Lane {
  readonly connection: Promise<Connection>
  /** Gives the connection back. */
  readonly end: () => void
  underWay: number
}

/** So many batches of one moment go together at most: each waits for those before it. */
const TOGETHER = 4

/**
 * A few connections that many reads share: each batch is sent at once, on the connection that has
 * the least under way, without waiting for the answer to what went before it. Some that are sent in
 * the same moment go together, which wakes the server once for all of them. Each batch is a
 * transaction of its own, so that what fails in one is nothing to the next.
 */
export class Lanes {
  readonly #pool: Pool
  readonly #count: number
  readonly #lanes = new Set<Lane>()
  /** The lane that batches of this moment take, and how many did. */
  #moment: { readonly lane: Lane; taken: number } | undefined

  /** @param count Connections of the pool that are taken at most; the rest is for changes. */
  constructor(pool: Pool, count: number) {
    this.#pool = pool
    this.#count = count
  }

  /** Sends a batch. Returns the rows of each statement, or rejects as `Batch.result` does. */
  async send(batch: Batch): Promise<Row[][]> {
    const lane = this.#choose()
    lane.underWay++
    try {
      const connection = await lane.connection
      connection.query(batch)
      return await batch.result
    } finally {
      lane.underWay--
      if (lane.underWay === 0) this.#close(lane)
    }
  }

  #choose(): Lane {
    if (this.#moment && this.#moment.taken < TOGETHER) {
      this.#moment.taken++
      return this.#moment.lane
    }
    if (!this.#moment) process.nextTick(() => (this.#moment = undefined))
    const lane = this.#leastBusy()
    this.#moment = { lane, taken: 1 }
    return lane
  }

  #leastBusy(): Lane {
    let least: Lane | undefined
    for (const lane of this.#lanes) {
      if (least === undefined || lane.underWay < least.underWay) least = lane
    }
    return least === undefined || this.#lanes.size < this.#count ? this.#open() : least
  }

  #open(): Lane {
    const { promise: ended, resolve: end } = Promise.withResolvers<void>()
    const { promise: connection, resolve, reject } = Promise.withResolvers<Connection>()
    withConnection(this.#pool, (taken) => {
      resolve(taken)
      return ended
    }).catch(reject)
    const lane: Lane = { connection, end, underWay: 0 }
    this.#lanes.add(lane)
    return lane
  }

  #close(lane: Lane): void {
    this.#lanes.delete(lane)
    lane.end()
  }
}

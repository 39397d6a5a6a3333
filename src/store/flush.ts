import type { Pool } from './pool.ts'

/**
 * Makes what was committed asynchronously durable, for many at once: one small durable commit flushes the log up to itself,
 * and so everything that committed before it. Whoever arrives while it runs waits for the next one.
 */
export class FlushBarrier {
  readonly #pool: Pool
  #waiting: PromiseWithResolvers<void> | undefined
  #running = false

  constructor(pool: Pool) {
    this.#pool = pool
  }

  /** Resolves when all that was committed before the call is on disk. */
  reached(): Promise<void> {
    this.#waiting ??= Promise.withResolvers<void>()
    const { promise } = this.#waiting
    if (!this.#running) void this.#run()
    return promise
  }

  async #run(): Promise<void> {
    this.#running = true
    while (this.#waiting) {
      const those = this.#waiting
      this.#waiting = undefined
      try {
        await this.#pool.query({
          name: 'flush',
          text: `select pg_logical_emit_message(true, 'gestand', '')`,
        })
        those.resolve()
      } catch (error) {
        those.reject(error)
      }
    }
    this.#running = false
  }
}

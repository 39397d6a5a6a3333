import type { Authority } from '#kernel/authority.ts'
import type { Pool } from './pool.ts'

const FLUSH_MS = 1_000
const BATCH_LIMIT = 500

interface Line {
  readonly at: string
  readonly session: string
  readonly activity: string
  readonly subject: string
  readonly amount: number
}

/**
 * Notes in the ledger which lists were shown, in batches of at most a second. Each line names the
 * session to which it was shown, so that no list can be noted for somebody else.
 */
export class ListLog {
  readonly #pool: Pool
  readonly #lines = new Map<string, Line[]>()
  #timer: NodeJS.Timeout | undefined

  constructor(pool: Pool) {
    this.#pool = pool
  }

  note(authority: Authority, subject: string, amount: number): void {
    const lines = this.#lines.get(authority.organisation) ?? []
    this.#lines.set(authority.organisation, lines)
    lines.push({
      at: new Date().toISOString(),
      session: authority.session.toString('hex'),
      activity: authority.activity,
      subject,
      amount,
    })
    if (lines.length >= BATCH_LIMIT) void this.flush()
    else this.#timer ??= setTimeout(() => void this.flush(), FLUSH_MS).unref()
  }

  /** Writes what was noted. Lines that cannot be written now are kept for the next time. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    for (const [organisation, lines] of this.#lines) {
      if (lines.length === 0) continue
      this.#lines.set(organisation, [])
      try {
        await this.#pool.query(`select "org_${organisation}".record_lists($1)`, [
          JSON.stringify(lines),
        ])
      } catch {
        this.#lines.set(organisation, [...lines, ...(this.#lines.get(organisation) ?? [])])
      }
    }
  }
}

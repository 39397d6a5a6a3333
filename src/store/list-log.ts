import type { Authority } from '#kernel/authority.ts'
import type { Entry } from './entering.ts'
import type { Pool } from './pool.ts'

const FLUSH_MS = 1_000
const BATCH_LIMIT = 500

interface Line {
  readonly at: string
  readonly account: string
  readonly activity: string
  readonly subject: string
  readonly amount: number
  readonly receipt: string
}

/**
 * Notes in the ledger which lists were shown, in batches of at most a second. Each line carries the
 * receipt of its entry, so that the application cannot note a list that nobody entered for.
 */
export class ListLog {
  readonly #pool: Pool
  readonly #lines = new Map<string, Line[]>()
  #timer: NodeJS.Timeout | undefined

  constructor(pool: Pool) {
    this.#pool = pool
  }

  note(authority: Authority, entry: Entry, subject: string, amount: number): void {
    if (!entry.receipt) return
    const lines = this.#lines.get(authority.organisation) ?? []
    this.#lines.set(authority.organisation, lines)
    lines.push({
      at: entry.enteredAt,
      account: entry.accountId,
      activity: authority.activity,
      subject,
      amount,
      receipt: entry.receipt,
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

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Language } from '#kernel/language.ts'
import type { Platform } from '#store/platform.ts'
import { written } from '#store/query.ts'

const FLUSH_MS = 1_000
/** Beyond so many in a second nobody counts along: figures may be short, memory may not. */
const WAITING_MAX = 20_000

/** A public page that was shown. */
export interface PageVisit {
  readonly organisation: string
  /** The pattern of its address, without what differs by person. */
  readonly page: string
  readonly language: Language
  /** Where it was shown: the network address and what the browser calls itself. */
  readonly place: string
}

interface Line {
  readonly page: string
  readonly language: Language
  readonly visitor: string
}

/**
 * Counts visits to public pages, a second's worth at once. What tells visitors apart is hashed
 * here, mixed with the salt of the day in the database, and kept by neither.
 */
export class VisitLog {
  readonly #platform: Platform
  readonly #waiting = new Map<string, Line[]>()
  #amount = 0
  #timer: NodeJS.Timeout | undefined

  /** @param platform With the login of the accounts. */
  constructor(platform: Platform) {
    this.#platform = platform
  }

  note({ organisation, page, language, place }: PageVisit): void {
    if (this.#amount >= WAITING_MAX) return
    this.#amount += 1
    const visitor = createHash('sha256').update(place).digest('hex')
    const lines = this.#waiting.get(organisation) ?? []
    this.#waiting.set(organisation, lines)
    lines.push({ page, language, visitor })
    this.#timer ??= setTimeout(() => void this.flush(), FLUSH_MS).unref()
  }

  /** Counts what was noted. What cannot be counted now is not counted at all. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#amount = 0
    const waiting = [...this.#waiting]
    this.#waiting.clear()
    for (const [organisation, lines] of waiting) {
      const count = sql.id(`org_${organisation}`, 'count_page_visits')
      await this.#platform
        .run(written(sql`select ${count}(${JSON.stringify(lines)}::jsonb)`))
        .catch(() => undefined)
    }
  }
}

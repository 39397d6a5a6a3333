import { sql } from 'kysely'
import { z } from 'zod'
import { MailSeal } from '#jobs/mail-seal.ts'
import type { MasterKey } from '#store/master-key.ts'
import { quoted } from '#store/owner.ts'
import { fromPlatform, type Platform } from '#store/platform.ts'
import { type WrittenQuery, written } from '#store/query.ts'
import { mentions, patternsOf } from './trace.ts'

const MAILS_LIMIT = 10_000
const JOBS_SCHEMA = 'gestand_jobs'
const PAYLOAD = z.object({ to: z.unknown() })

/**
 * What may know somebody outside the organisation's tables: mail that waits, of which only the
 * application can read the address, and the queue of jobs.
 */
export class Outside {
  readonly #platform: Platform
  readonly #seal: MailSeal

  /** @param platform Signed in as the worker. */
  constructor(platform: Platform, master: MasterKey) {
    this.#platform = platform
    this.#seal = new MailSeal(master)
  }

  /** Deletes mail that waits for these addresses. */
  async deleteMails(words: readonly string[]): Promise<void> {
    const ids = await this.#findMails(words)
    if (ids.length === 0) return
    await this.#platform.run(fromPlatform.deleteFrom('mails').where('id', 'in', ids))
  }

  /** Where these words are still found, and how often. */
  async reread(words: readonly string[]): Promise<{ place: string; amount: number }[]> {
    const mails = await this.#findMails(words)
    return [
      ...(mails.length > 0 ? [{ place: 'mails', amount: mails.length }] : []),
      ...(await this.#rereadJobs(words)),
    ]
  }

  async #findMails(words: readonly string[]): Promise<string[]> {
    if (words.length === 0) return []
    const rows = await this.#platform.run(
      fromPlatform
        .selectFrom('mails')
        .select(['id', 'kind', 'payload'])
        .where('account_id', 'is', null)
        .where('payload', 'is not', null)
        .limit(MAILS_LIMIT),
    )
    return rows
      .filter(({ kind, payload }) => payload !== null && this.#knows(kind, payload, words))
      .map(({ id }) => id)
  }

  #knows(kind: string, payload: Buffer, words: readonly string[]): boolean {
    try {
      const { to } = PAYLOAD.parse(this.#seal.unseal({ kind, accountId: null }, payload))
      return mentions(JSON.stringify(to ?? ''), words)
    } catch {
      // Sealed by another key: nobody can read it, and delivery gives it up.
      return false
    }
  }

  async #rereadJobs(words: readonly string[]): Promise<{ place: string; amount: number }[]> {
    const columns = await this.#platform.run(jobColumns)
    const tables = Map.groupBy(columns, ({ table }) => table)
    const found: { place: string; amount: number }[] = []
    for (const [table, own] of tables) {
      const [row] = await this.#platform.run(
        countMentions(
          table,
          own.map(({ column }) => column),
          patternsOf(words),
        ),
      )
      if (row && row.amount > 0) found.push({ place: `jobs ${table}`, amount: row.amount })
    }
    return found
  }
}

const jobColumns = written(sql<{ table: string; column: string }>`
  select c.relname as table, a.attname as column
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
  where c.relnamespace = (select oid from pg_namespace where nspname = ${JOBS_SCHEMA})
    and c.relkind = 'r' and not a.attisdropped
    and a.atttypid in ('text'::regtype, 'varchar'::regtype, 'jsonb'::regtype)`)

function countMentions(
  table: string,
  columns: readonly string[],
  patterns: readonly string[],
): WrittenQuery<{ amount: number }> {
  const hit = columns.map((column) => `lower(${quoted(column)}::text) like any (t.p)`).join(' or ')
  return written(sql`
    select count(*) as amount from ${sql.table(`${JOBS_SCHEMA}.${table}`)},
      (select ${patterns}::text[] as p) t
    where ${sql.raw(hit)}`)
}

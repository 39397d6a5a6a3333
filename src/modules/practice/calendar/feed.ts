import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { type CalendarEvent, writeCalendarFile } from '#jobs/calendar-file.ts'
import type { Language } from '#kernel/language.ts'
import type { Runner } from '#store/platform.ts'
import { type RowsOf, type WrittenQuery, written } from '#store/query.ts'

const SECRET_BYTES = 32

/** The link of an account to its times: since when, and whether software reads it. */
export interface FeedRow {
  readonly made_at: Date
  readonly read_at: Date | null
}

/** The link of whoever asks, if there is one. The secret itself is kept nowhere. */
export const ownFeed: WrittenQuery<FeedRow> = written(
  sql<FeedRow>`select made_at, read_at from own_calendar_feed()`,
)

/**
 * Makes a secret link for whoever acts, in place of the one before. Returns the secret, which can
 * be shown this once.
 *
 * @throws `NOT_FOUND` when the activity reads no appointments.
 */
export async function beginFeed(tx: Runner): Promise<string> {
  const secret = randomBytes(SECRET_BYTES)
  const hash = createHash('sha256').update(secret).digest()
  await tx.run(written(sql`select begin_calendar_feed(${hash}::bytea)`))
  return secret.toString('base64url')
}

/** Withdraws the link: software that reads it finds nothing any more. */
export async function endFeed(tx: Runner): Promise<void> {
  await tx.run(written(sql`select end_calendar_feed()`))
}

interface FeedTime {
  readonly language: Language
  readonly id: string
  readonly starts_at: Date
  readonly ends_at: Date
  readonly sequence: number
  readonly changed_at: Date
  readonly cancelled: boolean
}

/** The times under a secret, without a session; `NOT_FOUND` for a secret that is not known. */
export function feedTimes(secret: Buffer): WrittenQuery<FeedTime> {
  return written(sql<FeedTime>`select * from read_calendar_feed(${secret}::bytea)`)
}

/** Writes times as a calendar file, that says "appointment" and nothing else. */
export function writeFeed(rows: RowsOf<ReturnType<typeof feedTimes>>, host: string): string {
  const events: CalendarEvent[] = rows.map((row) => ({
    id: row.id,
    sequence: row.cancelled ? row.sequence + 1 : row.sequence,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    cancelled: row.cancelled,
    changedAt: row.changed_at,
  }))
  return writeCalendarFile({ language: rows[0]?.language ?? 'nl', host, events })
}

import { sql } from 'kysely'
import { written } from '#store/query.ts'
import { restorationReport, type RestorationReport } from './report.ts'

/** A backup, as the officer hears of it. */
export interface OverseenBackup {
  readonly name: string
  readonly takenAt: Date
  readonly rows: number
  readonly bytes: number
  /** When it was destroyed; null while it is kept. */
  readonly removedAt: Date | null
}

/** The newest hundred backups, also those that were destroyed. */
export const overseenBackups = written(sql<OverseenBackup>`
  select name, taken_at as "takenAt", rows, bytes, removed_at as "removedAt"
  from overseen_backups()`)

/** That a backup was brought back, in earnest or as a rehearsal. */
export interface OverseenRestoration {
  readonly id: string
  readonly backup: string
  readonly rehearsal: boolean
  readonly state: 'running' | 'good' | 'bad' | 'undone'
  readonly begunAt: Date
  /** As it stands in the database; `reportOf` reads it. */
  readonly report: unknown
}

/** The newest hundred, the latest first. */
export const overseenRestorations = written(sql<OverseenRestoration>`
  select id, backup, rehearsal, state, begun_at as "begunAt", report
  from overseen_restorations()`)

/** The report of a restoration; undefined when it was cut short and has none. */
export function reportOf({ report }: OverseenRestoration): RestorationReport | undefined {
  return restorationReport.safeParse(report).data
}
